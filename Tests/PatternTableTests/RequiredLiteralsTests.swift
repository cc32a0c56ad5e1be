import PatternMatching
import Testing

struct RequiredLiteralsTests {
    private func literals(_ pattern: String, _ syntax: RequiredLiterals.Syntax) -> [String]? {
        RequiredLiterals(of: bytes(pattern), syntax: syntax)?.alternatives.compactMap { text($0) }
    }

    @Test(
        arguments: [
            ("^user123@example45\\.com$", ["user123@example45.com"]),
            ("\\.Example123\\.(com|net)$", [".example123."]),
            ("abc", ["abc"]), ("ab?c", ["a"]), ("ab*cd", ["cd"]), ("ab+cd", ["bcd"]), ("ab{2}cd", ["bcd"]),
            ("ab{0,2}c", ["a"]), ("a.bc", ["bc"]), ("a[xy]bc", ["bc"]), ("foo[.]bar", ["foo.bar"]),
            ("foo|bar", ["foo", "bar"]),
            ("x(foo|barb)y", ["foo", "barb"]), ("(foo)?bar", ["bar"]), ("(foo)+x", ["foo"]),
            ("a(b(c))d", ["abcd"]),
            ("(a|b)(cde|fgh)", ["cde", "fgh"]), ("^$|foo", nil), ("", nil), ("(|foo)", nil), (".*", nil),
            ("[a]{3}", ["a"]),
            ("\\w+@\\w+", ["@"]), ("\\bword\\b", ["word"]), ("a\\/b\\.c", ["a/b.c"]),
            ("[[:alpha:]]]x", ["]x"]),
            ("[]a]bc", ["bc"]), ("[^]a]bc", ["bc"]), ("a|b|a", ["a", "b"]), ("foo\\1", nil), ("a{,3}b", nil),
            ("a{b", nil),
            ("\u{E9}t\u{E9}", ["\u{E9}t\u{E9}"]), ("(foo", nil), ("foo)", nil),
        ] as [(String, [String]?)])
    func `both syntaxes agree on what most patterns require`(pattern: String, expected: [String]?) {
        #expect(literals(pattern, .perl) == expected, "perl")
        #expect(literals(pattern, .posixExtended) == expected, "posix")
    }

    @Test(
        arguments: [
            ("foo\\d+", ["foo"]), ("a+?b", ["ab"]), ("a++b", ["ab"]), ("(?:foo)bar", ["foobar"]),
            ("foo(?!x)bar", ["foobar"]),
            ("^(?!owner-)(.*)-outgoing@(.*)", ["-outgoing@"]), ("(?i)foo", nil), ("\\Qa.b\\E", nil),
            ("(*UTF)foo", nil),
            ("(?<n>foo)", nil), ("foo\\Kbar", nil), ("foo\\x41", nil), ("[\\]x]foo", ["foo"]),
            ("[a\\Q]]foo", nil),
            ("(?#c)foo", nil), ("(?>foo)", nil), ("(?(1)a|b)foo", nil), ("foo\\p{L}", nil),
            ("[[.a.]]foo", nil), ("(?=foo)*x", nil),
        ] as [(String, [String]?)])
    func `Perl syntax`(pattern: String, expected: [String]?) {
        #expect(literals(pattern, .perl) == expected)
    }

    @Test(
        arguments: [
            ("a+?b", ["b"]), ("a+*bc", ["bc"]), ("[\\]x]foo", ["x]foo"]), ("[[.].]x]foo", ["foo"]),
            ("\\<foo\\>", ["foo"]),
            ("foo\\d", nil), ("(?:foo)", nil), ("[abc", nil), ("*a", nil),
        ] as [(String, [String]?)])
    func `POSIX syntax`(pattern: String, expected: [String]?) {
        #expect(literals(pattern, .posixExtended) == expected)
    }

    @Test func `literals are cut and large alternations given up`() {
        #expect(literals(String(repeating: "x", count: 40), .perl) == [String(repeating: "x", count: 32)])
        let words = (0..<64).map { "w\($0)w" }
        #expect(literals(words.joined(separator: "|"), .perl)?.count == 64)
        #expect(literals((words + ["more"]).joined(separator: "|"), .perl) == nil)
    }

    @Test func `groups nest without limit in the pattern and within a limit here`() {
        let nested = { (depth: Int) in
            String(repeating: "(", count: depth) + "foo" + String(repeating: ")", count: depth)
        }
        #expect(literals(nested(50), .perl) == ["foo"])
        #expect(literals(nested(51), .perl) == nil)
        #expect(literals(nested(200_000), .perl) == nil)
    }
}
