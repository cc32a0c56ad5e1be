import Testing

/// Tables whose compilation would take hours if it were quadratic, or would overflow the stack if it
/// recursed.
@Suite struct CIDRScaleTests {
    private static let count = 20_000

    private func address(_ index: Int) -> String {
        "10.\(index >> 14).\(index >> 6 & 255).\(index << 2 & 255)"
    }

    @Test func `blocks within blocks`() throws {
        let begin = (0..<Self.count).map { "if !\(address($0))/31" }.joined(separator: "\n")
        let rules = (0..<Self.count).map { "0.0.0.0/0 r\($0)" }.joined(separator: "\n")
        let (table, diagnostics) = try compiled("\(begin)\n\(rules)\n")
        #expect(diagnostics.count == Self.count)
        #expect(table.line("10.0.0.0") == nil)
        #expect(table.line("10.0.0.2") == Self.count + 1)
        #expect(table.line("9.0.0.0") == Self.count + 1)
    }

    @Test func `a block that is turned on and off by all others`() throws {
        let begin = Array(repeating: "if 0.0.0.0/0", count: Self.count).joined(separator: "\n")
        let rules = (0..<Self.count).map { "\(address($0))/31 r" }.joined(separator: "\n")
        let end = Array(repeating: "endif", count: Self.count).joined(separator: "\n")
        let (table, diagnostics) = try compiled("\(begin)\n\(rules)\n\(end)\n")
        #expect(diagnostics == [])
        #expect(table.line(address(0)) == Self.count + 1)
        #expect(table.line(address(7_777)) == Self.count + 7_778)
        #expect(table.line("10.0.0.2") == nil)
    }

    @Test func `rules that are all negated`() throws {
        let rules = (0..<Self.count).map { "!\(address($0))/31 r" }.joined(separator: "\n")
        let table = try compiled(rules).table
        #expect(table.line("9.0.0.0") == 1)
        #expect(table.line("10.0.0.1") == 2)
    }

    @Test func `a line of a megabyte`() throws {
        let table = try compiled("10.0.0.0/8 " + String(repeating: "x", count: 1 << 20)).table
        #expect(try table.answer("10.0.0.0")?.utf8.count == 1 << 20)
    }
}
