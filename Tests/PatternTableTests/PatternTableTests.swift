import CompiledTables
import Synchronization
import TableFormat
import Testing

struct PatternTableTests {
    struct Lookup: Sendable, CustomTestStringConvertible {
        var source: String
        var kinds: [PatternImage.Kind] = [.pcre, .regexp]
        var answers: [(key: String, value: String?)]

        var testDescription: String { source }
    }

    static let lookups: [Lookup] = [
        Lookup(
            source: "/foo/ one\n/fo/ two", answers: [("xFOOx", "one"), ("fo", "two"), ("f", nil), ("", nil)]),
        Lookup(source: "/foo/i one", answers: [("foo", "one"), ("FOO", nil)]),
        Lookup(source: "/foo/ii one", answers: [("FOO", "one")]),
        Lookup(source: "!/foo/ r", answers: [("foo", nil), ("bar", "r"), ("", "r")]),
        Lookup(source: "! !/foo/ r", answers: [("foo", "r"), ("bar", nil)]),
        Lookup(source: "!afooa r", answers: [("foo", nil), ("bar", "r")]),
        Lookup(source: "{foo{ r", answers: [("foo", "r")]),
        Lookup(source: "|a\\|b| r", answers: [("a|b", "r"), ("a", nil)]),
        Lookup(source: "// r", answers: [("", "r"), ("x", "r")]),
        Lookup(
            source: "/(fo+)(bar)?/ [$1|${2}]$$$(1)",
            answers: [("xfoobar", "[foo|bar]$foo"), ("FO", "[FO|]$FO")]),
        Lookup(source: "/foo/ r  x \t\n  y\n# c\n\n\tz", answers: [("foo", "r  x \t  y\tz")]),
        Lookup(source: "/foo/ # no comment\r\n", answers: [("foo", "# no comment")]),
        Lookup(source: "/foo/\n/fo/ x", answers: [("foo", ""), ("fo", "x")]),
        Lookup(source: "/a(b)?/ $1\n/c/ x", answers: [("a", ""), ("ab", "b")]),
        Lookup(
            source: "if /a/\n/b/ ab\nif !/c/\n/d/ ad\nendif\n/e/ ae\nendif\n/./ rest",
            answers: [("ab", "ab"), ("ad", "ad"), ("acd", "rest"), ("ace", "ae"), ("b", "rest"), ("", nil)]),
        Lookup(source: "if /a/\n/b/ ab", answers: [("ab", "ab"), ("b", nil)]),
        Lookup(source: "if /(/\n/b/ always\nendif\n/a/ x", answers: [("b", "always"), ("a", "x")]),
        Lookup(
            source: "if !/foo/\n!/bar/ neither\nendif",
            answers: [("foo", nil), ("bar", nil), ("x", "neither")]),
        Lookup(source: "/^b$/ plain\n/^b$/m lines", answers: [("b", "plain"), ("a\nb", "lines")]),
        Lookup(
            source: "/a.b/s no\n/a.b/ yes\n/b$/E end\n/b$/ b", kinds: [.pcre],
            answers: [("a\nb", "yes"), ("b\n", "b")]),
        Lookup(
            source: "/obar/A no\n/f o/x x\n/(fo+)/U $1", kinds: [.pcre],
            answers: [("foobar", "x"), ("o", nil)]),
        Lookup(source: "/(fo+)/U $1", kinds: [.pcre], answers: [("foo", "fo")]),
        Lookup(
            source: "/fo\\+/x basic\n/fo+/x no", kinds: [.regexp],
            answers: [("foo", "basic"), ("fo+", "basic")]),
        Lookup(source: "/fo+/x r", kinds: [.regexp], answers: [("foo", nil), ("fo+", "r")]),
        Lookup(
            source: "/(foo)/!/bar/ $1", kinds: [.regexp],
            answers: [("foo", "foo"), ("foobar", nil), ("bar", nil)]),
        Lookup(
            source: "!/foo/!/bar/ r", kinds: [.regexp], answers: [("x", "r"), ("foo", nil), ("bar", nil)]),
        Lookup(source: "/(f)oo/!!/(bar)/ $1", kinds: [.regexp], answers: [("foo", nil), ("foobar", "f")]),
        Lookup(source: "/foo/!/bar/!/x/ r", kinds: [.regexp], answers: [("foo", "!/x/ r")]),
        Lookup(source: "/(a)\\1/ $1$1", answers: [("xaa", "aa"), ("a", nil)]),
        Lookup(
            source: "/^(?!owner-)(.*)-out@(.*)/ use $1@$2", kinds: [.pcre],
            answers: [("a-out@b", "use a@b"), ("owner-a-out@b", nil)]),
        Lookup(source: "/(*UTF)^.$/ one\n/^.$/ byte\n/./ more", kinds: [.pcre], answers: [("\u{E9}", "one")]),
        Lookup(source: "/^.$/ one\n/./ more", answers: [("\u{E9}", "more")]),
    ]

    @Test(arguments: lookups)
    func `the first rule that matches answers`(lookup: Lookup) throws {
        for kind in lookup.kinds {
            for search in [PatternTable.Search.prefiltered, .linear] {
                let table = try table(lookup.source, kind, search: search)
                for (key, value) in lookup.answers {
                    #expect(try table.answer(key) == value, "\(kind) \(search) \(key)")
                }
            }
        }
    }

    @Test(arguments: PatternImage.Kind.allCases)
    func `the line of the rule is known`(kind: PatternImage.Kind) throws {
        let table = try table("# c\n/foo/ a\n\nif /b/\n/bar/\n b\nendif\n!/x/ c", kind)
        #expect(try ["foo", "bar", "y", "x"].map(table.line) == [2, 5, 8, nil])
    }

    @Test func `a pattern that cannot be decided is skipped with a warning, negated or not`() throws {
        let source = "/^(a+)+$/ one\n!/^(a+)+$/ two\nif !/^(a+)+$/\n/b/ three\nendif\n/b/ four"
        let key = String(repeating: "a", count: 40) + "b"
        let warnings = Mutex<[String]>([])
        let table = try table(source, .pcre) { warning in warnings.withLock { $0.append(warning) } }
        for _ in 0..<2 {
            #expect(try table.answer(key) == "four")
            #expect(
                warnings.withLock { lines in
                    defer { lines = [] }
                    return lines
                }
                    == [1, 2, 3].map {
                        "pcre:T, line \($0): match limit exceeded; the rule is skipped for this key"
                    })
        }
        #expect(try table.answer("aaa") == "one")
    }

    @Test(arguments: PatternImage.Kind.allCases)
    func `blocks nest without limit`(kind: PatternImage.Kind) throws {
        let depth = 20_000
        let source =
            String(repeating: "if /a/\n", count: depth) + "/b/ deep\n"
            + String(repeating: "endif\n", count: depth)
            + "/b/ flat\n"
        let table = try table(source, kind)
        #expect(try table.answer("ab") == "deep")
        #expect(try table.answer("b") == "flat")
        #expect(try table.answer("a") == nil)
    }

    @Test func `a text that repeats a literal of many rules is no trouble`() throws {
        let rules = (0..<2_000).map { "/a.*z\($0)$/ r" }.joined(separator: "\n")
        let table = try table(rules, .pcre)
        #expect(try table.answer(String(repeating: "a", count: 100_000)) == nil)
        #expect(try table.answer("xaz1999") == "r")
    }

    @Test(arguments: PatternImage.Kind.allCases)
    func `many threads may ask at once`(kind: PatternImage.Kind) async throws {
        let rules = (0..<300).map { "/^(user)\($0)@/ $1-\($0)" }.joined(separator: "\n")
        let table = try table(rules, kind)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for start in 0..<8 {
                group.addTask {
                    for index in 0..<2_000 {
                        let number = (start * 37 + index) % 300
                        let answer = try table.answer("User\(number)@x")
                        #expect(answer == "User-\(number)")
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
