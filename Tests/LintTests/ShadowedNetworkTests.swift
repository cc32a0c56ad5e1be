import ConfigurationSemantics
import ConfigurationSyntax
import LintRules
import TestSupport
import Testing

/// Rows of networks that never answer: what is found must be what trying every address shows.
@Suite struct ShadowedNetworkTests {
    /// The lines that are found, and the messages of the notes.
    private func findings(_ table: String) -> [(line: Int, notes: [String])] {
        let main = "smtpd_client_restrictions = check_client_access cidr:/etc/postfix/clients\n"
        let directory = ConfigurationDirectory(
            path: "/etc/postfix", main: SourceFile(path: "main.cf", bytes: Array(main.utf8)), master: nil)
        let files = MemoryFiles(["/etc/postfix/clients": Array(table.utf8)])
        let context = LintContext(directory: directory, files: files)
        let rules = RuleRegistry.all.filter { $0.documentation.identifier == "table/shadowed-network" }
        return Linter(rules: rules).findings(context).map { finding in
            let line = context.text(of: finding.range.file)?.position(of: finding.range.bytes.lowerBound).line
            return (line ?? 0, finding.notes.map(\.message))
        }
    }

    @Test func `rows that cover a network together are named`() {
        let found = findings("10.0.0.0/25 a\n10.0.0.128/26 b\n192.0.2.1 x\n10.0.0.192/26 c\n10.0.0.0/24 d\n")
        #expect(found.map(\.line) == [5])
        #expect(found[0].notes == [String](repeating: "a row that answers for some of them", count: 3))
    }

    @Test func `not all of many rows are named`() {
        let table = (0..<256).map { "10.0.0.\($0) a\n" }.joined() + "10.0.0.0/24 b\n"
        let found = findings(table)
        #expect(found.map(\.line) == [257])
        #expect(found[0].notes.count == 5)
        #expect(found[0].notes.last == "and more rows answer for the others")
    }

    @Test(arguments: [
        ("10.0.0.0/24 a\n!10.0.0.0/24 b\n0.0.0.0/0 c\n::/0 d\n", [3]),
        ("0.0.0.0/0 a\nif !10.0.0.0/8\n10.1.2.3 b\nendif\n::1 c\n", [3]),
        ("if 10.0.0.0/8\n::1 a\n10.0.0.0/9 b\nendif\n10.0.0.0/9 c\n", [2, 5]),
        ("if 10.0.0.0/8\nif 11.0.0.0/8\n11.1.1.1 a\nendif\nendif\n11.1.1.1 a\n", [2]),
        ("!0.0.0.0/0 a\n1.1.1.1 b\n", [1]), ("::/1 a\n8000::/1 b\n::/0 c\n", [3]),
    ])
    func `blocks and negations count`(table: String, lines: [Int]) {
        #expect(findings(table).map(\.line) == lines)
    }

    @Test func `a hundred thousand rows are judged at once`() {
        var table = ""
        for number in 0..<100_000 {
            table += "10.\(number >> 16).\(number >> 8 & 255).\(number & 255) a\n"
        }
        let found = findings(table + "10.0.0.0/16 b\n10.1.0.0/16 c\n")
        #expect(found.map(\.line) == [100_001])
    }

    /// Each address of 10.0.0.0/28 is looked for in random tables of networks in there.
    @Test func `random tables have the dead rows that trying shows`() {
        var random = SeededRandom("dead rows of networks")
        for _ in 0..<SeededRandom.cases(300) {
            var rows: [(text: String, matches: (Int) -> Bool)] = []
            for _ in 0...random(9) {
                let size = 1 << random(5)
                let first = random(16) / size * size
                let isNegated = random.once(in: 8)
                let pattern = "\(isNegated ? "!" : "")10.0.0.\(first)/\(32 - size.trailingZeroBitCount)"
                rows.append((pattern + " x", { (first..<first + size).contains($0) != isNegated }))
            }
            // An address outside of all networks stands for the others.
            let answering = Set((0...16).compactMap { address in rows.firstIndex { $0.matches(address) } })
            let dead = rows.indices.filter { !answering.contains($0) }.map { $0 + 1 }
            let table = rows.map(\.text).joined(separator: "\n") + "\n"
            #expect(findings(table).map(\.line) == dead, "\(table)")
        }
    }
}
