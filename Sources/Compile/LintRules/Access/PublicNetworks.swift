import NetworkAddress

/// Networks of strangers among those that are trusted.
struct PublicNetworks: Rule {
    static let documentation = RuleDocumentation(
        "access/public-mynetworks", .warning, "mynetworks trusts strangers",
        what: """
            `mynetworks` has a public network of more than 65,536 addresses, such as 0.0.0.0/0, or `mynetworks_style =
            class` makes it the whole network of class A, B or C that the machine is in. Where that makes the server an
            open relay, `relay/open` finds it.
            """,
        why: """
            More than relaying depends on it: `permit_mynetworks` in any list, limits of connections that do not count,
            postscreen, and the rewriting of incomplete addresses.
            """,
        atRunTime: "Nothing is logged: strangers are taken for one's own clients.",
        mend: "List your own networks: `mynetworks = 127.0.0.0/8, [::1]/128, 192.0.2.0/24`.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let known = Set(context.relayProof.openings.compactMap(\.range))
        for scope in context.scopes where scope.service == nil || scope.program == "smtpd" {
            for (network, range, word) in TrustedClients(scope, context).networks
            where network.reach > .own && !network.isPrivate {
                guard let range = range ?? word.nearestRange, !known.contains(range) else { continue }
                findings.add(
                    at: range, "\(network) in mynetworks trusts strangers, such as \(network.example)",
                    notes: word.range == nil ? [] : word.notes, help: "list only your own networks")
            }
        }
        guard !context.main.isSet("mynetworks"), context.main.text("mynetworks_style") == "class" else {
            return
        }
        findings.add(
            at: context.main.range(of: "mynetworks_style"),
            "\"class\" trusts the whole network of class A, B or C that the machine is in",
            help: "set mynetworks, or use host or subnet")
    }
}
