import Diagnostics

/// A network whose address is not that of the network.
struct HostBits: Rule {
    static let documentation = RuleDocumentation(
        "table/host-bits", .error, "A network with host bits set",
        what:
            "A row of a `cidr` table has an address with bits beyond the prefix length, such as 192.168.1.1/24.",
        why: "The row is left out: clients of the network are neither let in nor refused by it.",
        atRunTime: """
            `warning: cidr map access.cidr, line 2: non-null host address bits in "192.168.1.1/24", perhaps you should use
            "192.168.1.0/24" instead: skipping this rule`.
            """,
        mend: "Write the network's own address, or leave the length out when one address is meant.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for table in context.addressTables {
            for diagnostic in table.source.diagnostics where Self.isMeant(diagnostic) {
                findings.add(
                    at: table.text.range(of: diagnostic), diagnostic.message, help: diagnostic.help)
            }
        }
    }

    static func isMeant(_ diagnostic: Diagnostic) -> Bool { diagnostic.message.hasPrefix("host bits") }
}
