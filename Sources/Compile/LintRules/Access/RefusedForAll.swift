import ParameterCatalogue

/// A server that refuses every recipient, whoever the client is.
struct RefusedForAll: Rule {
    static let documentation = RuleDocumentation(
        "access/every-recipient-refused", .error, "Every recipient is refused",
        what: """
            `mydestination`, `relay_domains`, `virtual_alias_domains` and `virtual_mailbox_domains` are empty, and a list of
            the SMTP server has `reject_unauth_destination` or `defer_unauth_destination` before anything that may let a
            client in: nobody may send mail, the own clients neither.
            """,
        why:
            "The server takes no mail but for `postmaster` without a domain and for its own address in brackets.",
        atRunTime: "`554 5.7.1 Relay access denied` for each recipient.",
        mend: """
            Put `permit_mynetworks` or `permit_sasl_authenticated` before it, or list the domains that the server has.
            """)

    private static let refusals = ["reject_unauth_destination", "defer_unauth_destination"]

    func check(_ context: LintContext, _ findings: inout Findings) {
        for list in RestrictionList.all(context) where list.isEvaluated {
            guard AddressClass.allCases.allSatisfy({ list.scope.words($0.rawValue).isEmpty }) else {
                continue
            }
            for step in list.steps where !step.isClass {
                guard let name = step.definition?.name, !Self.mayPermit(name) else { break }
                guard Self.refusals.contains(name), !step.isWarningOnly, list.works(step) else { continue }
                findings.add(
                    at: step.name.nearestRange,
                    "\(name) refuses every recipient here: no parameter lists a domain, and no client is let in before",
                    notes: step.name.range == nil ? [] : step.name.notes,
                    help: "put permit_mynetworks before it, or list the domains in mydestination")
                break
            }
        }
    }

    private static func mayPermit(_ name: String) -> Bool {
        name.hasPrefix("permit") || name.hasPrefix("check_")
    }
}

extension RestrictionList {
    fileprivate func works(_ step: RestrictionStep) -> Bool { step.definition.map(works) ?? false }
}
