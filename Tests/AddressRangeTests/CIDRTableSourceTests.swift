import TableSources
import Testing

@Suite struct CIDRTableSourceTests {
    /// Each mistake in a table of its own, and what is said about it.
    @Test(arguments: [
        (
            "10.0.0.1/8 x",
            "t:1:1: error: host bits are set in \"10.0.0.1/8\": the line is skipped; use 10.0.0.0/8"
        ),
        (
            "![10.0.0.1/8] x",
            "t:1:3: error: host bits are set in \"10.0.0.1/8\": the line is skipped; use 10.0.0.0/8"
        ),
        (
            "if !2001:DB8::1/32",
            "t:1:5: error: host bits are set in \"2001:DB8::1/32\": the line is skipped; use 2001:db8::/32"
        ),
        (
            "::ffff:10.0.0.1/100 x",
            "t:1:1: error: host bits are set in \"::ffff:10.0.0.1/100\": "
                + "the line is skipped; use ::ffff:0.0.0.0/100"
        ),
        (
            "10.0.0.0/33 x",
            "t:1:10: error: the prefix length \"33\" is more than 32 bits: the line is skipped"
        ),
        ("::/129 x", "t:1:4: error: the prefix length \"129\" is more than 128 bits: the line is skipped"),
        (
            "1/9999999999999999999 x",
            "t:1:3: error: the prefix length \"9999999999999999999\" is more than 32 bits: the line is skipped"
        ),
        (
            "10.0.0.0/4294967304 x",
            "t:1:10: error: the prefix length \"4294967304\" is more than 32 bits: the line is skipped"
        ),
        ("10.0.0.0/ x", "t:1:10: error: \"\" is no prefix length: the line is skipped"),
        ("10.0.0.0/+8 x", "t:1:10: error: \"+8\" is no prefix length: the line is skipped"),
        ("10.0.0.0/8/9 x", "t:1:10: error: \"8/9\" is no prefix length: the line is skipped"),
        ("if 10.0.0.0/8 x", "t:1:13: error: \"8 x\" is no prefix length: the line is skipped"),
        ("10.0.0/24 x", "t:1:1: error: \"10.0.0\" is no IP address: the line is skipped"),
        ("!  host x", "t:1:4: error: \"host\" is no IP address: the line is skipped"),
        ("if10.0.0.0/8", "t:1:1: error: \"if10.0.0.0\" is no IP address: the line is skipped"),
        ("[] x", "t:1:2: error: \"\" is no IP address: the line is skipped"),
        ("[10.0.0.0/8]/9 x", "t:1:2: error: \"10.0.0.0/8\" is no IP address: the line is skipped"),
        ("if 1.2.3.4 x", "t:1:4: error: \"1.2.3.4 x\" is no IP address: the line is skipped"),
        ("[10.0.0.0/8 x", "t:1:1: error: no \"]\" after \"[10.0.0.0/8\": the line is skipped"),
        ("[10.0.0.0]8 x", "t:1:11: error: unexpected text after \"[10.0.0.0]\": the line is skipped"),
        ("10.0.0.0/8", "t:1:11: error: no result after the address pattern: the line is skipped"),
        ("!10.0.0.0/8  \r", "t:1:12: error: no result after the address pattern: the line is skipped"),
        ("10.0.0.0/8\0 x", "t:1:11: error: no result after the address pattern: the line is skipped"),
        ("!", "t:1:2: error: no address pattern: the line is skipped"),
        ("if", "t:1:3: error: no address pattern: the line is skipped"),
        ("if !", "t:1:5: error: no address pattern: the line is skipped"),
        ("\0", "t:1:1: error: no address pattern: the line is skipped"),
        ("endif", "t:1:1: error: endif without an if before it: the line is skipped"),
        ("endif  # x", "t:1:8: error: unexpected text after endif: the line is skipped"),
        ("endif/8 x", "t:1:6: error: unexpected text after endif: the line is skipped"),
        ("endifx x", "t:1:1: error: \"endifx\" is no IP address: the line is skipped"),
        (
            " 10.0.0.0/8 x",
            "t:1:1: error: a rule must not begin with white space: the line is skipped; "
                + "white space at the start continues a line, and there is none before it"
        ),
        (
            "\n#\nif 10.0.0.0/8",
            "t:3:1: warning: if without an endif: the block goes on to the end of the table"
        ),
        (
            "10.0.0.0/8 x\n10.0.0.0/8\n# x\n\n  y\n10.0.0.0/\n  8\n\n",
            "t:7:1: error: \"\" is no prefix length: the line is skipped"
        ),
        (
            "if 10.0.0.0/8\n  \n# x\n y\nendif",
            "t:1:13: error: \"8 y\" is no prefix length: the line is skipped"
        ),
    ])
    func `a mistake is reported where it stands`(source: String, expected: String) {
        let table = CIDRTableSource(parsing: [UInt8](source.utf8).span, file: "t")
        #expect(table.diagnostics.first?.description == expected)
    }

    @Test func `every mistake is reported, in Postfix's order`() {
        let source = "if 10.0.0.0/8\nif ::/0\nendif x\nif 1.2.3.4/33\n1.2.3.4 ok\n"
        let table = CIDRTableSource(parsing: [UInt8](source.utf8).span, file: "t")
        #expect(table.diagnostics.map { $0.position?.line } == [3, 4, 2, 1])
        #expect(table.diagnostics.map(\.severity) == [.error, .error, .warning, .warning])
    }

    @Test(arguments: [
        ("10.0.0.0/8 a", "a"), ("10.0.0.0/8\ta  b \t", "a  b"), ("10.0.0.0/8 a # b", "a # b"),
        ("10.0.0.0/8 a\r", "a"),
        ("10.0.0.0/8\n a\n#x\n\n  b", "a  b"), ("[10.0.0.0/8] /9 r", "/9 r"), ("[10.0.0.0]/8 a", "a"),
        ("10.0.0.0/008 a", "a"), ("!!10.0.0.0/8 a", "a"), ("! ! 10.0.0.0/8 a", "a"),
        ("10.0.0.0/8 a \0b", "a"),
        ("10.0.0.0/8 $1 $$", "$1 $$"), ("10.0.0.0/8\u{B}a", "a"), ("10.1.1.1 a", "a"), ("[10.1.1.1] a", "a"),
        ("10.0.0.0/8 \u{E9}", "\u{E9}"),
    ])
    func `a rule is kept with its result`(source: String, result: String) throws {
        let table = try compiled(source).table
        #expect(try table.answer("10.1.1.1") == result)
        #expect(table.line("10.1.1.1") == 1)
    }

    @Test(arguments: ["", "\n", "#", "# x\n  # y\n", "  \n\t\n", "\r\n"])
    func `a table without rules is empty`(source: String) throws {
        let (table, diagnostics) = try compiled(source)
        #expect(diagnostics == [])
        #expect(try table.answer("10.0.0.1") == nil)
        #expect(try table.answer("::1") == nil)
    }
}
