import ConfigurationSemantics

/// A transport that master.cf does not have.
struct UnknownTransport: Rule {
    static let documentation = RuleDocumentation(
        "routing/unknown-transport", .error, "A transport that master.cf does not have",
        what: """
            A parameter, a row of a table of transports or a FILTER action names a service that is not in master.cf. It is
            an error where mail is sure to go this way.
            """,
        why: "Mail for it stays in the queue until it is too old.",
        atRunTime: """
            `warning: connect to transport private/dovecot: No such file or directory`; the mail is deferred with `mail
            transport unavailable`.
            """,
        mend: "Write the name of the service right, or add the service to master.cf.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        guard context.hasMaster else { return }
        let names = Set(context.directory.services.filter { $0.kind != .inet }.map(\.name.string))
        for reference in context.transports.all where !names.contains(reference.transport) {
            report(reference.transport, reference.range, isUsed: reference.isUsed, names, &findings)
        }
        for use in context.tableUses { checkRules(use, context, names, &findings) }
    }

    private func report(
        _ transport: String, _ range: SourceRange?, isUsed: Bool, _ names: Set<String>,
        _ findings: inout Findings
    ) {
        guard let range, isName(transport) else { return }
        let meant = NearestName.of(transport, in: names.sorted())
        findings.add(
            at: range, "master.cf has no service \"\(transport)\"", severity: isUsed ? .error : .warning,
            help: meant.map { "did you mean \"\($0)\"?" })
    }

    /// Tables of rules, whose results are transports or FILTER actions.
    private func checkRules(
        _ use: TableUse, _ context: LintContext, _ names: Set<String>, _ findings: inout Findings
    ) {
        guard let table = use.table, [.pcre, .regexp, .cidr, .static].contains(table.type) else { return }
        let isTransport = TransportReferences.tables.contains(use.parameter)
        var mayFilter = use.parameter.hasSuffix("_checks")
        if case .access = use.role { mayFilter = true }
        guard isTransport || mayFilter else { return }
        for result in context.results(of: use) {
            let words = result.text.split(whereSeparator: \.isWhitespace)
            let isFilter = words.count > 1 && words[0].lowercased() == "filter"
            guard isTransport || isFilter, let word = isFilter ? words[1] : words.first,
                let colon = word.firstIndex(of: ":"), colon > word.startIndex, !word.hasPrefix("*")
            else { continue }
            let transport = String(word[..<colon])
            guard !names.contains(transport), !transport.contains("*") else { continue }
            report(transport, result.range, isUsed: false, names, &findings)
        }
    }

    /// Whether a word is a service and not the word for "as usual".
    private func isName(_ word: String) -> Bool {
        word.lowercased() != "dunno" && !word.contains("$") && !word.contains(where: \.isWhitespace)
    }
}
