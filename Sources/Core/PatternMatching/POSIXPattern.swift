import ByteScanning
import Glibc

/// A POSIX regular expression, compiled by the C library: leftmost, then longest.
///
/// Bytes are characters and ASCII letters alone have case, as long as the process stays in the C locale
/// (which no program of the house leaves).
@safe public final class POSIXPattern: @unchecked Sendable {
    /// What `regcomp` can be told (regexp_table(5)).
    public struct Options: OptionSet, Sendable, Hashable {
        public let rawValue: Int32

        public init(rawValue: Int32) { self.rawValue = rawValue }

        public static let extendedSyntax = Options(rawValue: REG_EXTENDED)
        public static let caseless = Options(rawValue: REG_ICASE)
        public static let newlineEndsLine = Options(rawValue: REG_NEWLINE)
    }

    // SAFETY: owned by this object from init to deinit; `regexec` may run in many threads at once (the C
    // library locks what it caches inside).
    private let compiled: UnsafeMutablePointer<regex_t>
    /// How many groups the pattern has.
    public let groupCount: Int

    /// - Throws: `PatternError` when the pattern does not compile or would be too much for the C library.
    public init(_ pattern: Span<UInt8>, options: Options) throws(PatternError) {
        var text: [CChar] = []
        text.reserveCapacity(pattern.count + 1)
        for index in pattern.indices {
            guard pattern[index] != 0 else {
                throw PatternError(offset: index, reason: "NUL byte in the pattern")
            }
            text.append(CChar(bitPattern: pattern[index]))
        }
        text.append(0)
        let isExtended = options.contains(.extendedSyntax)
        guard POSIXPatternSize(of: pattern, isExtended: isExtended).isAcceptable else {
            throw PatternError(reason: "Regular expression too big")
        }
        guard !POSIXPatternHazard(of: pattern.bytes, isExtended: isExtended).isHazardous else {
            throw PatternError(
                reason:
                    "the repetitions in it can keep the C library busy for ever")
        }
        let regex = UnsafeMutablePointer<regex_t>.allocate(capacity: 1)
        unsafe regex.initialize(to: regex_t())
        let status = unsafe regcomp(regex, text, options.rawValue)
        guard status == 0 else {
            let reason = unsafe Self.message(status, regex)
            unsafe regex.deallocate()
            throw PatternError(reason: reason)
        }
        unsafe compiled = regex
        groupCount = unsafe Int(regex.pointee.re_nsub)
    }

    deinit {
        unsafe regfree(compiled)
        unsafe compiled.deallocate()
    }

    /// Whether the pattern matches somewhere in `subject`; `registers` then tell where.
    ///
    /// - Throws: `MatchError` when the C library runs out of memory, or cannot number so long a subject.
    public func matches(_ subject: Span<UInt8>, registers: MatchRegisters) throws(MatchError) -> Bool {
        guard subject.count < Int(regoff_t.max) else { throw MatchError(reason: "the text is too long") }
        registers.takeText(of: subject)
        registers.posix[0].rm_so = 0
        registers.posix[0].rm_eo = regoff_t(subject.count)
        // The whole match is of no use to anyone, and to match without registers is much faster.
        let wanted = registers.groupCount == 0 ? 0 : registers.posix.count
        // SAFETY: with REG_STARTEND the bounds in the first register count, and a NUL within them is text;
        // the array has room for the registers asked for, and at least for the first.
        let status = unsafe regexec(compiled, registers.text, wanted, &registers.posix, REG_STARTEND)
        if status == Int32(_REG_NOMATCH.rawValue) { return false }
        guard status == 0 else { throw MatchError(reason: unsafe Self.message(status, compiled)) }
        registers.takePOSIXOffsets(count: min(wanted, groupCount + 1), subjectLength: subject.count)
        return true
    }

    private static func message(_ status: Int32, _ regex: UnsafePointer<regex_t>) -> String {
        let text = unsafe [CChar](unsafeUninitializedCapacity: 256) { buffer, count in
            // SAFETY: `regerror` writes at most the buffer's size, and ends what it writes with a NUL.
            let length = unsafe regerror(status, regex, buffer.baseAddress, buffer.count)
            count = max(0, min(length, buffer.count) - 1)
        }
        return String(decoding: text.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
