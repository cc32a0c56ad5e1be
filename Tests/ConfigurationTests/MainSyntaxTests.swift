import ConfigurationSyntax
import Testing

struct MainSyntaxTests {
    private func syntax(_ text: String) -> MainSyntax {
        MainSyntax(SourceFile(path: "main.cf", bytes: Array(text.utf8)))
    }

    private func settings(_ text: String) -> [String] {
        syntax(text).entries.map { entry in
            switch entry.content {
            case .setting(let name, let value): "\(name.string)=\(value.string)"
            case .malformed(let fault, let position):
                "\(position.line):\(position.column): \(fault.message)"
            }
        }
    }

    static let files = [
        "", "\n", "a=b", "a = b\n", "# c\n\na = b\n  c\n# d\n\n e\n\n# f", " stray\na=b\n", "a=b\r\n c\r\n",
        "a\n=b\n", "a = \u{0}b\nc=d", "\n\n\n", "a=1\n#x\nb=2\n #y\n z\n", "\u{B}\na=b",
    ]

    @Test(arguments: files)
    func `the items are the file, byte for byte`(text: String) {
        let syntax = syntax(text)
        var joined: [UInt8] = []
        for item in syntax.items {
            switch item {
            case .trivia(let range): joined += syntax.source.bytes[range]
            case .entry(let entry): joined += syntax.source.bytes[entry.range]
            }
        }
        #expect(joined == Array(text.utf8))
    }

    @Test(arguments: files)
    func `the items of master.cf are the file, byte for byte`(text: String) {
        let syntax = MasterSyntax(SourceFile(path: "master.cf", bytes: Array(text.utf8)))
        var joined: [UInt8] = []
        for item in syntax.items {
            switch item {
            case .trivia(let range), .strayLine(let range, _): joined += syntax.source.bytes[range]
            case .entry(let entry): joined += syntax.source.bytes[entry.range]
            }
        }
        #expect(joined == Array(text.utf8))
    }

    @Test(arguments: [
        ("a = b  \n", ["a=b"]), ("a=\tb c\r\n", ["a=b c"]), ("a = b,\n# c\n\n  d\n", ["a=b,  d"]),
        ("a=b\n\u{B}\u{C}c", ["a=b\u{B}\u{C}c"]), ("a-b_C = d", ["a-b_C=d"]),
        ("a = b \\\nc = d", ["a=b \\", "c=d"]),
        ("a = b # c", ["a=b # c"]), ("a = x\u{0}y\nb = z", ["a=x", "b=z"]), ("a\n = b", ["a=b"]),
        ("a =", ["a="]),
    ])
    func `values are joined and trimmed`(text: String, expected: [String]) {
        #expect(settings(text) == expected)
    }

    @Test(arguments: [
        ("a b\n", "1:2: missing '=' after attribute name"), ("x=y\n= b\n", "2:1: missing attribute name"),
        ("  a = b\n", "1:1: logical line must not start with whitespace"),
        ("a\u{0} = b\n", "1:2: missing '=' after attribute name"),
    ])
    func `what is no setting is named by its place`(text: String, fault: String) {
        #expect(settings(text).last == fault)
    }

    @Test func `a word of master.cf keeps what braces enclose`() throws {
        let text = "smtp inet n - n - - smtpd -o { a = b c }\n -o d={e f} g} h\n"
        let syntax = MasterSyntax(SourceFile(path: "master.cf", bytes: Array(text.utf8)))
        let entry = try #require(syntax.entries.first)
        #expect(entry.isComplete)
        #expect(
            entry.words.dropFirst(8).map(\.string) == ["-o", "{ a = b c }", "-o", "d={e f}", "g}", "h"])
    }
}
