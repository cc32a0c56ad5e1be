import PatternMatching
import Testing

struct PerlPatternTests {
    private func match(
        _ pattern: String, _ subject: String, _ options: PerlPattern.Options = [.caseless],
        _ execution: PerlPattern.Execution = .interpreted
    ) throws -> [String?]? {
        let compiled = try PerlPattern(bytes(pattern).span, options: options, execution: execution)
        let registers = MatchRegisters(groupCount: 3)
        guard try compiled.matches(bytes(subject).span, registers: registers) else { return nil }
        return (1...3).map { group in
            registers.range(ofGroup: group).flatMap { text(Array(bytes(subject)[$0])) }
        }
    }

    @Test(arguments: [PerlPattern.Execution.interpreted, .machineCode])
    func `groups are remembered`(execution: PerlPattern.Execution) throws {
        #expect(try match("(a+)(x)?(b)", "zAAb", [.caseless], execution) == ["AA", nil, "b"])
        #expect(try match("a(b)?", "A", [.caseless], execution) == [nil, nil, nil])
        #expect(try match("a", "A", [], execution) == nil)
        #expect(try match("", "", [], execution) == [nil, nil, nil])
        #expect(try match("(.)(.)(.)(.)", "abcd", [], execution) == ["a", "b", "c"])
        #expect(try match("(x)?(y)?(a)", "za", [], execution) == [nil, nil, "a"])
    }

    @Test func `a pattern that does not compile tells where`() {
        #expect(throws: PatternError(offset: 4, reason: "missing closing parenthesis")) {
            try PerlPattern(bytes("foo(").span, options: [])
        }
    }

    @Test(arguments: [PerlPattern.Execution.interpreted, .machineCode])
    func `a match that takes too long ends`(execution: PerlPattern.Execution) throws {
        let subject = String(repeating: "a", count: 40) + "b"
        #expect(throws: MatchError(reason: "match limit exceeded", isLimit: true)) {
            try match("^(a+)+$", subject, [.caseless], execution)
        }
    }

    @Test(arguments: [PerlPattern.Execution.interpreted, .machineCode])
    func `a long text needs no more stack`(execution: PerlPattern.Execution) throws {
        let subject = String(repeating: "ab", count: 100_000) + "c"
        #expect(try match("^(?:(a)|b)*c$", subject, [], execution)?.first == "a")
    }

    @Test func `a pattern that asks for UTF-8 gives up on other bytes`() throws {
        let pattern = try PerlPattern(bytes("(*UTF)^.$").span, options: [])
        let registers = MatchRegisters(groupCount: 0)
        #expect(try pattern.matches(bytes("\u{E9}").span, registers: registers))
        #expect(throws: MatchError.self) { try pattern.matches([0xE9].span, registers: registers) }
    }
}

struct POSIXPatternTests {
    private func match(
        _ pattern: String, _ subject: String, _ options: POSIXPattern.Options = [.caseless, .extendedSyntax],
        groups: Int = 2
    ) throws -> [String?]? {
        let compiled = try POSIXPattern(bytes(pattern).span, options: options)
        let registers = MatchRegisters(groupCount: groups)
        guard try compiled.matches(bytes(subject).span, registers: registers) else { return nil }
        return (1...2).map { group in
            registers.range(ofGroup: group).flatMap { text(Array(bytes(subject)[$0])) }
        }
    }

    @Test func `the leftmost longest match is found`() throws {
        #expect(try match("(a|ab)(c|bcd)", "xABCD") == ["A", "BCD"])
        #expect(try match("(a)|(b)", "b") == [nil, "b"])
        #expect(try match("(a)|(b)", "b", groups: 0) == [nil, nil])
        #expect(try match("", "") == [nil, nil])
        #expect(try match("a+", "a+", []) == [nil, nil])
        #expect(try match("^b", "a\nb", [.extendedSyntax, .newlineEndsLine]) == [nil, nil])
        #expect(try match("^b", "a\nb") == nil)
        #expect(try match("a[^x]b", "a\0b") == [nil, nil])
    }

    @Test func `a pattern that does not compile says why`() {
        #expect(throws: PatternError(reason: "Unmatched ( or \\(")) { try match("foo(", "") }
        #expect(throws: PatternError(offset: 1, reason: "NUL byte in the pattern")) { try match("a\0b", "") }
    }

    @Test(arguments: [
        "(a{1,1000}){1,1000}", "((((((((((((((((a+)+)+)+)+)+)+)+)+)+)+)+)+)+)+)+", "a{1000}{1000}",
        "(((x{99}){99}){99})",
        String(repeating: "(", count: 251) + "a" + String(repeating: ")", count: 251),
        String(repeating: "a", count: 30_001),
        String(repeating: "a|", count: 2_001), String(repeating: "(a?)", count: 2_000), "a{1,20000}",
        "\\(a{2,1}*\\)\\{9999\\}b{9999,9999}",
    ])
    func `a pattern that would exhaust the C library is refused`(pattern: String) {
        #expect(throws: PatternError(reason: "Regular expression too big")) { try match(pattern, "") }
    }

    static let endless = "the repetitions in it can keep the C library busy for ever"

    @Test(arguments: [
        "(|a)+", "()*", "(^)*", "(a(|b))+c{2}()*", "((a?)|^b)+", "((ab)?+^a)+", "(a*)(\\1)+", "()\\1{2}",
        "(^|,)*",
        "(a|$)+", "a????????++", "((((((((a?)?)?)?)?)?)?)+)+",
    ])
    func `a pattern that could keep the C library for ever is refused`(pattern: String) {
        #expect(throws: PatternError(reason: Self.endless)) { try match(pattern, "") }
    }

    @Test(arguments: [
        "(a*b?)*", "(a(:b(:c(:d(:e(:f(:g(:h)?)?)?)?)?)?)?)+", "a??????++", "((a*)*)*", "(.)\\1{5,}",
        "(^|,)a+", "(\\<a\\>)+", "(|a)?", "((a|b)*c)+", "(a){0,1}()",
        "([a-z]*\\.?)+$",
        "a)*b",
    ])
    func `other repetitions are not`(pattern: String) throws {
        _ = try match(pattern, "aab.c")
    }

    @Test func `basic syntax has the same limits`() throws {
        #expect(throws: PatternError(reason: Self.endless)) { try match("\\(^\\)*", "", []) }
        #expect(throws: PatternError(reason: "Regular expression too big")) {
            try match("\\(a\\{99\\}\\)\\{999\\}", "", [])
        }
        #expect(try match("(a|)*+{9}", "(a|)))+{9}", []) == [nil, nil])
    }

    @Test(arguments: [
        "[((((((((((]" + String(repeating: "[+]", count: 1000), String(repeating: "\\+", count: 1000),
        "(a{1,20}){1,20}",
        String(repeating: "(", count: 250) + "a" + String(repeating: ")", count: 250),
        String(repeating: "a", count: 30_000),
        String(repeating: "a?", count: 2_000), String(repeating: "a|", count: 2_000),
        String(repeating: "(a)", count: 10_000),
    ])
    func `a large pattern is not`(pattern: String) throws {
        _ = try match(pattern, "a")
    }
}

/// Patterns that the C library needs exponential time to compile.
struct POSIXPatternHazardTests {
    @Test(arguments: [
        "^q???++++I+++g", "^q*+++++", "^q??+++++", "^((((((a?)+)+)+)+)+)+", "^a?+++b?+++c?+++",
        "^a?+b?+c?+d?+e?+f?+g?+h?+i?+j?+k?+l?+m?+n?+o?+p?+q?+r?+s?+t?+u?+v?+w?+x?+y?+z?+",
    ])
    func `a pattern that may never be compiled is refused`(pattern: String) {
        #expect(throws: PatternError.self) {
            try POSIXPattern(bytes(pattern).span, options: [.extendedSyntax])
        }
    }

    @Test(arguments: [
        "^(a*b*)+(c*d*)+(e*f*)+$", "^(( *[a-z]*)+ *)+$", "^((a*)*b*)*((c*)*d*)*", "^q???++", "^(a?b?c?)+",
        "^.*(a*)+(b*)+(c*)+(d*)+", "^([0-9]?){3}([a-f]*){2,5}$",
    ])
    func `patterns that people may write are not`(pattern: String) throws {
        _ = try POSIXPattern(bytes(pattern).span, options: [.extendedSyntax])
    }
}
