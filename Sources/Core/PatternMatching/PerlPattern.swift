import ByteScanning
import CPCRE2

/// A Perl-compatible regular expression, compiled by PCRE2.
///
/// Patterns and subjects are bytes: letters beyond ASCII have no case and a dot is one byte, unless the
/// pattern itself begins with `(*UTF)`. A match ends: PCRE2's match limit and a limit on its heap stop what
/// backtracks too much, and neither needs more of the machine's stack than the 32 KiB of PCRE2's machine
/// code.
@safe public final class PerlPattern: @unchecked Sendable {
    /// PCRE2's compile options that a table can set (pcre_table(5)).
    public struct Options: OptionSet, Sendable, Hashable {
        public let rawValue: UInt32

        public init(rawValue: UInt32) { self.rawValue = rawValue }

        public static let caseless = Options(rawValue: PCRE2_CASELESS)
        public static let multiline = Options(rawValue: PCRE2_MULTILINE)
        public static let dotMatchesNewline = Options(rawValue: PCRE2_DOTALL)
        public static let extended = Options(rawValue: PCRE2_EXTENDED)
        public static let anchored = Options(rawValue: PCRE2_ANCHORED)
        public static let dollarEndOnly = Options(rawValue: PCRE2_DOLLAR_ENDONLY)
        public static let ungreedy = Options(rawValue: PCRE2_UNGREEDY)
    }

    /// How a pattern is run.
    public enum Execution: Sendable {
        /// By PCRE2's interpreter: cheap to compile.
        case interpreted
        /// As machine code, where the system allows that: dear to compile, several times faster to run.
        case machineCode
    }

    // SAFETY: owned by this object from init to deinit and never changed after init; PCRE2 allows any number
    // of threads to match with one compiled pattern (pcre2api(3), "Multithreading").
    private let code: OpaquePointer
    /// How many groups the pattern has.
    public let groupCount: Int
    /// How the pattern is run, as far as the system allows.
    public let execution: Execution

    /// - Throws: `PatternError` when the pattern does not compile.
    public init(
        _ pattern: Span<UInt8>, options: Options, execution: Execution = .interpreted
    ) throws(PatternError) {
        var status: Int32 = 0
        var offset = 0
        let compiled = unsafe pattern.withSubject { (bytes, count) -> OpaquePointer? in
            unsafe pcre2_compile_8(bytes, count, options.rawValue, &status, &offset, nil)
        }
        guard let compiled = unsafe compiled else {
            throw PatternError(offset: min(max(0, offset), pattern.count), reason: Self.message(status))
        }
        unsafe code = compiled
        var groups: UInt32 = 0
        unsafe pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups)
        groupCount = Int(groups)
        self.execution = execution
        if execution == .machineCode {
            // A system that forbids pages that are writable and executable makes this fail; the interpreter
            // serves.
            unsafe pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE)
        }
    }

    deinit { unsafe pcre2_code_free_8(code) }

    /// Whether the pattern matches somewhere in `subject`; `registers` then tell where.
    ///
    /// - Throws: `MatchError` when PCRE2 gave up, or when the pattern wants UTF-8 and the subject is not.
    public func matches(_ subject: Span<UInt8>, registers: MatchRegisters) throws(MatchError) -> Bool {
        guard let data = unsafe registers.matchData else { throw MatchError(reason: "out of memory") }
        let matched = unsafe run(subject, data, registers, options: 0)
        if matched == PCRE2_ERROR_JIT_STACKLIMIT { return try interpret(subject, registers) }
        return try unsafe conclude(matched, data, subject, registers)
    }

    /// Runs the interpreter, whose memory is the heap, with match data of its own: PCRE2 would keep what it
    /// allocated in the match data for later.
    private func interpret(_ subject: Span<UInt8>, _ registers: MatchRegisters) throws(MatchError) -> Bool {
        guard let data = unsafe pcre2_match_data_create_8(UInt32(registers.groupCount + 1), nil) else {
            throw MatchError(reason: "out of memory")
        }
        defer { unsafe pcre2_match_data_free_8(data) }
        let matched = unsafe run(subject, data, registers, options: PCRE2_NO_JIT)
        return try unsafe conclude(matched, data, subject, registers)
    }

    private func run(
        _ subject: Span<UInt8>, _ data: OpaquePointer, _ registers: MatchRegisters, options: UInt32
    ) -> Int32 {
        // SAFETY: code, data and context are alive; PCRE2 reads `count` bytes at `bytes`.
        unsafe subject.withSubject { (bytes, count) in
            unsafe pcre2_match_8(code, bytes, count, 0, options, data, registers.matchContext)
        }
    }

    private func conclude(
        _ matched: Int32, _ data: OpaquePointer, _ subject: Span<UInt8>, _ registers: MatchRegisters
    ) throws(MatchError) -> Bool {
        if matched == PCRE2_ERROR_NOMATCH { return false }
        guard matched >= 0 else {
            let limits = [PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_DEPTHLIMIT]
            throw MatchError(reason: Self.message(matched), isLimit: limits.contains(matched))
        }
        unsafe registers.takePerlOffsets(from: data, matched: matched, subjectLength: subject.count)
        return true
    }

    /// PCRE2's words for one of its error codes.
    private static func message(_ code: Int32) -> String {
        let text = unsafe [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
            // SAFETY: PCRE2 writes at most the buffer's size and answers the length without the final NUL, or
            // a negative number, after which nothing of the buffer is used.
            count = max(0, Int(unsafe pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)))
        }
        return text.isEmpty ? "PCRE2 error \(code)" : String(decoding: text, as: UTF8.self)
    }
}
