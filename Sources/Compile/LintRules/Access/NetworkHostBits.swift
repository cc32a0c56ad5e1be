import NetworkAddress

/// A network in a list of clients that does not begin at its address.
struct NetworkHostBits: Rule {
    static let documentation = RuleDocumentation(
        "access/network-host-bits", .error, "A network whose address has host bits",
        what: """
            A list of clients such as `mynetworks` has `192.168.1.1/24`, where the network is 192.168.1.0/24. It is an
            error in `mynetworks` where an SMTP server that is sure to run asks it about relaying, otherwise a warning.
            """,
        why:
            "The list cannot be used from there on: clients that do not match before are told to come again.",
        atRunTime: """
            `warning: mynetworks: non-null host address bits in "192.168.1.1/24"`, and `451 4.3.0 Temporary lookup
            failure` for each recipient.
            """,
        mend: "Write the first address of the network, or the address alone when one client is meant.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for member in ListedNetworks.all(context) {
            guard case .hostBits(let network) = member.pattern.kind else { continue }
            let address = member.pattern.text.prefix { $0 != "/" }
            let isBracketed = address.hasPrefix("[")
            findings.add(
                at: member.word.nearestRange, "host bits are set in \(member.pattern.text)",
                severity: member.isFatal ? .error : .warning,
                notes: member.word.range == nil ? [] : member.word.notes,
                help: "the network is \(isBracketed ? ListedNetworks.bracketed(network) : "\(network)"), "
                    + "and \(address) without a length is one client")
        }
    }
}
