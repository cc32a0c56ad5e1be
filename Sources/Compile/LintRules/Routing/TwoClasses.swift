import Diagnostics

/// A domain in two address classes.
struct TwoClasses: Rule {
    static let documentation = RuleDocumentation(
        "routing/two-classes", .error, "A domain in two address classes",
        what: """
            A domain is in two of `mydestination`, `virtual_alias_domains`, `virtual_mailbox_domains` and `relay_domains`.
            It is an error where the recipients of one class are not known to the other; a domain that `relay_domains` has
            beside `mydestination` is noted, because it does no harm. Nothing is said where `relay_domains` has
            `$mydestination` as a whole, which was its default.
            """,
        why: "One class decides, and the recipients of the other one do not exist: 550, user unknown.",
        atRunTime: """
            `warning: do not list domain example.com in BOTH mydestination and virtual_mailbox_domains`, and `550 5.1.1
            User unknown in local recipient table`.
            """,
        mend: "Take the domain out of one of the two.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        // The default of relay_domains has other classes' domains and nothing of its own.
        let classes = AddressClass.allCases.filter { kind in
            kind != .relay || context.main.explicitSetting(kind.rawValue) != nil
        }.map { (kind: $0, domains: ClassDomains($0, context)) }
        for (number, first) in classes.enumerated() {
            for second in classes[(number + 1)...] {
                check(first, second, context, &findings)
            }
        }
    }

    private typealias Class = (kind: AddressClass, domains: ClassDomains)

    private func check(
        _ first: Class, _ second: Class, _ context: LintContext, _ findings: inout Findings
    ) {
        let shared =
            first.domains.places.count < second.domains.places.count
            ? first.domains.places.keys.filter { second.domains.places[$0] != nil }
            : second.domains.places.keys.filter { first.domains.places[$0] != nil }
        for domain in shared {
            guard let place = first.domains.places[domain], let other = second.domains.places[domain],
                let range = other.range ?? place.range, !isInherited(place, other)
            else { continue }
            let notes = [other.range == nil ? nil : place.range.map { Finding.Note("the other one", at: $0) }]
            findings.add(
                at: range,
                "\(String(decoding: domain, as: UTF8.self)) is in \(first.kind.rawValue) and in "
                    + second.kind.rawValue,
                severity: severity(first.kind, second.kind, context), notes: notes.compactMap { $0 })
        }
    }

    /// `relay_domains = $mydestination`, which is an old default, and the same word that serves both.
    private func isInherited(_ place: ClassDomains.Place, _ other: ClassDomains.Place) -> Bool {
        other.parameter == AddressClass.local.rawValue || place.range != nil && place.range == other.range
    }

    private func severity(
        _ first: AddressClass, _ second: AddressClass, _ context: LintContext
    ) -> Severity {
        switch (first, second) {
        case (.local, .relay): .note
        case (.local, .virtualMailbox):
            isJudged(context, "local_recipient_maps") ? .error : .warning
        default: .warning
        }
    }

    /// Whether recipients of local domains are looked up, in a server that is sure to run.
    private func isJudged(_ context: LintContext, _ maps: String) -> Bool {
        context.running.contains("smtpd") && !context.main.words(maps).isEmpty
            && !context.main.words("virtual_mailbox_maps").isEmpty
    }
}
