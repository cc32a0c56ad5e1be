import NetworkAddress
import TableSources
import Testing

@Suite struct CIDRCompilerTests {
    static let lan = "172.16.7.1 gateway\n172.16.7.0/24 lan\n172.16.0.0/12 private\n2001:db8::/32 six\n"

    @Test(
        arguments: [
            ("172.16.7.1", "gateway"), ("172.16.7.0", "lan"), ("172.16.7.255", "lan"),
            ("172.16.8.0", "private"),
            ("172.31.255.255", "private"), ("172.32.0.0", nil), ("172.15.255.255", nil),
            ("2001:db8::", "six"),
            ("2001:DB8:FFFF:ffff:ffff:ffff:ffff:ffff", "six"), ("2001:db9::", nil),
            ("::ffff:172.16.7.1", nil),
        ] as [(String, String?)])
    func `the first rule that contains the address answers`(key: String, result: String?) throws {
        #expect(try compiled(Self.lan).table.answer(key) == result)
    }

    @Test(arguments: [
        "", " ", "host", "[172.16.7.1]", "172.16.7.01", "172.16.7.1 ", "172.16.7", "2001:db8::1%eth0",
        "172.16.7.1\0",
    ])
    func `a key that is no address is absent`(key: String) throws {
        #expect(try compiled(Self.lan + "0.0.0.0/0 all\n::/0 all").table.answer(key) == nil)
    }

    @Test(
        arguments: [
            ("!10.0.0.0/8 x", "11.0.0.0", "x"), ("!10.0.0.0/8 x", "10.0.0.0", nil),
            ("!10.0.0.0/8 x", "::1", nil),
            ("!::/0 x\n0.0.0.0/0 y", "1.1.1.1", "y"), ("!0.0.0.0/0 x", "1.1.1.1", nil),
            ("!0.0.0.0/1 x", "128.0.0.0", "x"), ("!128.0.0.0/1 x", "0.0.0.0", "x"),
            ("!255.255.255.255 x", "255.255.255.255", nil),
            ("if 10.0.0.0/8\n0.0.0.0/0 x\n::/0 y\nendif\n0.0.0.0/0 z", "10.1.1.1", "x"),
            ("if 10.0.0.0/8\n0.0.0.0/0 x\n::/0 y\nendif\n0.0.0.0/0 z", "11.1.1.1", "z"),
            ("if 10.0.0.0/8\n0.0.0.0/0 x\n::/0 y\nendif\n0.0.0.0/0 z", "::1", nil),
            ("if !10.0.0.0/8\n0.0.0.0/0 x\n::/0 y\nendif", "::1", nil),
            (
                "if !10.0.0.0/8\nif !11.0.0.0/8\n0.0.0.0/0 x\nendif\n0.0.0.0/0 y\nendif\n0.0.0.0/0 z",
                "12.0.0.0", "x"
            ),
            (
                "if !10.0.0.0/8\nif !11.0.0.0/8\n0.0.0.0/0 x\nendif\n0.0.0.0/0 y\nendif\n0.0.0.0/0 z",
                "11.0.0.0", "y"
            ),
            (
                "if !10.0.0.0/8\nif !11.0.0.0/8\n0.0.0.0/0 x\nendif\n0.0.0.0/0 y\nendif\n0.0.0.0/0 z",
                "10.0.0.0", "z"
            ),
            ("if ::/0\nif 0.0.0.0/0\n0.0.0.0/0 x\n::/0 y\nendif\nendif", "1.1.1.1", nil),
            ("if 10.0.0.0/8\nendif\n10.0.0.0/8 x", "10.0.0.0", "x"),
            ("if 10.0.0.0/8\n11.0.0.0/8 x", "11.0.0.0", nil),
            ("if 10.0.0.0/33\n11.0.0.0/8 x\nendif", "11.0.0.0", "x"),
            ("10.0.0.1/8 x\n10.0.0.0/8 y", "10.0.0.0", "y"),
        ] as [(String, String, String?)])
    func `negation and blocks are resolved`(source: String, key: String, result: String?) throws {
        #expect(try compiled(source).table.answer(key) == result)
    }

    @Test func `random tables answer as a linear scan does`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed of the random cidr tables: \(seed)")
        var random = RandomTables(seed: seed)
        for round in 0..<300 {
            let source = random.rules(count: Int.random(in: 1...40, using: &random))
            let table = try compiled(source).table
            let rows = CIDRTableSource(parsing: [UInt8](source.utf8).span, file: "t").rows
            for key in edges(of: rows) {
                let line = LinearScan(rows: rows).row(for: key).map { rows[$0].line }
                #expect(
                    table.line(key.description) == line, "round \(round), seed \(seed): \(key) in\n\(source)")
            }
        }
    }

    /// Every address at which the answer can change, and its neighbours.
    private func edges(of rows: [CIDRTableSource.Row]) -> Set<IPAddress> {
        var edges: Set<IPAddress> = []
        for row in rows {
            switch row.rule {
            case .answer(let condition, _), .beginBlock(let condition):
                edges.formUnion(self.edges(of: condition.network))
            case .endBlock: break
            }
        }
        return edges
    }

    private func edges(of network: IPNetwork) -> [IPAddress] {
        switch network {
        case .v4(let network):
            [network.bounds.lowerBound, network.bounds.upperBound].flatMap { [$0 &- 1, $0, $0 &+ 1] }
                .map { .v4(IPv4Address(bits: $0)) }
        case .v6(let network):
            [network.bounds.lowerBound, network.bounds.upperBound].flatMap { [$0 &- 1, $0, $0 &+ 1] }
                .map { .v6(IPv6Address(bits: $0)) }
        }
    }
}
