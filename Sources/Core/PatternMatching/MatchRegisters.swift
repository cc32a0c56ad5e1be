import CPCRE2
import Glibc

/// What a match leaves behind: where the whole pattern and its groups matched. Reused from match to match.
///
/// A value serves one match at a time; whoever shares it between threads hands it over, as through a locked
/// pool.
@safe public final class MatchRegisters: @unchecked Sendable {
    /// How many groups are remembered.
    public let groupCount: Int
    // SAFETY: both are owned by this object from init to deinit and used by one match at a time, see above.
    let matchData: OpaquePointer?
    let matchContext: OpaquePointer?
    var posix: [regmatch_t]
    /// The subject of a POSIX match, ended by a NUL as C has it.
    private(set) var text: [CChar] = []
    /// Group 0 is the whole match; a group that took no part is `nil`.
    private var ranges: [Range<Int>?]

    /// PCRE2 keeps its backtracking points on the heap; this bounds them, in kibibytes.
    private static let heapLimit: UInt32 = 128 * 1024

    /// Room for the groups 1 to `groupCount`.
    public init(groupCount: Int) {
        self.groupCount = min(max(groupCount, 0), 65_535)
        let count = self.groupCount + 1
        unsafe matchData = pcre2_match_data_create_8(UInt32(count), nil)
        unsafe matchContext = pcre2_match_context_create_8(nil)
        unsafe pcre2_set_heap_limit_8(matchContext, Self.heapLimit)
        posix = Array(repeating: regmatch_t(), count: count)
        ranges = Array(repeating: nil, count: count)
    }

    deinit {
        unsafe pcre2_match_data_free_8(matchData)
        unsafe pcre2_match_context_free_8(matchContext)
    }

    /// Where `group` matched in the last subject; `nil` when it took no part or is not remembered.
    public func range(ofGroup group: Int) -> Range<Int>? {
        ranges.indices.contains(group) ? ranges[group] : nil
    }

    /// Takes over the offsets that PCRE2 wrote to `data`; `matched` is what `pcre2_match` returned.
    func takePerlOffsets(from data: OpaquePointer, matched: Int32, subjectLength: Int) {
        let known = matched == 0 ? ranges.count : min(Int(matched), ranges.count)
        // SAFETY: match data made for n pairs holds 2n offsets, and `data` was made for as many as `ranges`
        // has.
        let offsets = unsafe pcre2_get_ovector_pointer_8(data)
        for group in ranges.indices {
            guard group < known, let offsets = unsafe offsets else {
                ranges[group] = nil
                continue
            }
            let (start, end) = unsafe (offsets[2 * group], offsets[2 * group + 1])
            // A group that took no part has offsets of all ones, which are negative here.
            let isKnown = start >= 0 && start <= end && end <= subjectLength
            ranges[group] = isKnown ? start..<end : nil
        }
    }

    /// Copies `subject` to `text`.
    func takeText(of subject: Span<UInt8>) {
        text.removeAll(keepingCapacity: true)
        for index in subject.indices { text.append(CChar(bitPattern: subject[index])) }
        text.append(0)
    }

    /// Takes over what `regexec` wrote to `posix`.
    func takePOSIXOffsets(count: Int, subjectLength: Int) {
        for group in ranges.indices {
            let start = Int(posix[group].rm_so)
            let end = Int(posix[group].rm_eo)
            let isKnown = group < count && start >= 0 && start <= end && end <= subjectLength
            ranges[group] = isKnown ? start..<end : nil
        }
    }
}
