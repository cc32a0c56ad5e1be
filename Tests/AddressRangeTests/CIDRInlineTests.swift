import CompiledTables
import TableCompiler
import TableSources
import Testing

@Suite struct CIDRInlineTests {
    @Test(arguments: [
        ("{ {10.0.0.0/8 a}, {11.0.0.0/8 b} }", "10.0.0.0/8 a\n11.0.0.0/8 b\n"),
        ("{{10.0.0.0/8 a} {11.0.0.0/8 b  }}", "10.0.0.0/8 a\n11.0.0.0/8 b\n"),
        ("{}", ""), ("{ , }", ""), ("{{}}", "\n"), ("{{},{ x}}", "\nx\n"), ("{{a {b c}}}", "a {b c}\n"),
        ("{,\t{\u{B}a\u{C}}\r\n{b}}", "a\nb\n"), ("{{a\n b}}", "a\n b\n"), ("{{{a}}}", "{a}\n"),
    ])
    func `rules become lines`(name: String, lines: String) throws {
        #expect(try InlineRules.lines(of: [UInt8](name.utf8).span) == [UInt8](lines.utf8))
    }

    @Test(
        arguments: [
            ("{10.0.0.0/8 a}", 1, .noOpeningBrace), ("{{a}, b}", 6, .noOpeningBrace),
            ("{{a}, #{b}}", 6, .noOpeningBrace),
            ("{\u{B}{a}}", 1, .noOpeningBrace), ("", 0, .noOpeningBrace), ("{", 0, .noClosingBrace),
            ("{{a}", 0, .noClosingBrace), ("{{a}} ", 5, .textAfterClosingBrace),
            ("{{a}}}", 5, .textAfterClosingBrace),
            ("{{a}{b}}", 4, .textAfterClosingBrace), ("{{a}b, {c}}", 4, .textAfterClosingBrace),
        ] as [(String, Int, BraceFault.Problem)])
    func `a wrong brace is found`(name: String, offset: Int, problem: BraceFault.Problem) {
        #expect(throws: BraceFault(offset: offset, problem: problem)) {
            _ = try InlineRules.lines(of: [UInt8](name.utf8).span)
        }
    }

    @Test func `a table in its name is compiled`() throws {
        let name = [UInt8]("{ {if 10.0.0.0/8}, {10.1.1.1 a}, {endif}, {11.0.0.1/8 b} }".utf8)
        let (image, diagnostics) = try CIDRCompiler.compile(inline: name.span)
        let table = try AddressRangeTable(name: "cidr:{}", storage: .memory(image))
        #expect(try table.answer("10.1.1.1") == "a")
        #expect(table.line("10.1.1.1") == 2)
        #expect(
            diagnostics.map(\.description) == [
                "cidr:{ {if 10.0.0.0/8}, {10.1.1.1 a}, {endif}, {11.0.0.1/8 b} }:4:1: error: "
                    + "host bits are set in \"11.0.0.1/8\": the line is skipped; use 11.0.0.0/8"
            ])
    }

    @Test func `a table in its name with a wrong brace is refused`() throws {
        let error = try #require(throws: CIDRCompilerError.self) {
            _ = try CIDRCompiler.compile(inline: [UInt8]("{{10.0.0.0/8 a}".utf8).span)
        }
        #expect(error.description == "cidr:{{10.0.0.0/8 a}:1:1: error: the { here has no }")
    }
}
