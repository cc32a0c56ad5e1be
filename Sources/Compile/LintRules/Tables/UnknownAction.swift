import ByteScanning
import ConfigurationSemantics
import ParameterCatalogue

/// A result of an access table that means nothing.
struct UnknownAction: Rule {
    static let documentation = RuleDocumentation(
        "table/unknown-action", .error, "A result of an access table that means nothing",
        what: """
            The result of an access table is neither an action of access(5) nor a restriction or a class, or it names a
            table; an action lacks what it needs (`FILTER` a colon, `BCC` and `REDIRECT` an `@`, `PREPEND` the form of a
            header); or `OK` stands where only refusals are allowed. It is an error where smtpd is sure to run.
            """,
        why: "Each client that the row is about is told to come again, for as long as it tries.",
        atRunTime: """
            `warning: unknown smtpd restriction: "REJCT"`, and `451 4.3.5 Server configuration error`; for a table `warning:
            access table ... has entry with lookup table`, and the same reply. A code such as 550 without text means OK:
            what should be refused is let in. An action without what it needs is passed over, with a warning.
            """,
        mend: "Write an action of access(5).")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for use in context.tableUses {
            guard case .access(let restriction) = use.role else { continue }
            let scope = context.services.first { $0.service?.label == use.services.first?.label }
            let judge = AccessResultJudge(restriction: restriction, scope: scope ?? context.main)
            for result in context.results(of: use) {
                guard let verdict = judge.verdict(result.text) else { continue }
                findings.add(
                    at: result.range, verdict.message,
                    severity: verdict.isFailure && context.isSurelyRead(use) ? .error : .warning,
                    help: verdict.help)
            }
        }
    }
}

/// Tells what is wrong with the result of an access table.
struct AccessResultJudge {
    struct Verdict {
        var message: String
        var isFailure = true
        var help: String?
    }

    /// The restriction that asks the table.
    let restriction: String
    let scope: ServiceScope

    /// Actions, and whether they need an argument.
    static let actions: [String: Bool] = [
        "ok": false, "relay": false, "dunno": false, "reject": false, "defer": false,
        "defer_if_permit": false, "defer_if_reject": false, "discard": false, "hold": false,
        "info": false, "warn": false, "hangup": false, "filter": true, "redirect": true, "bcc": true,
        "prepend": true, "delay": false,
    ]

    /// - Returns: `nil` when nothing is wrong.
    func verdict(_ text: String) -> Verdict? {
        let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
        guard let first = words.first, !first.contains("*") else { return nil }
        let isNumber = first.utf8.allSatisfy(ASCII.isDigit)
        if isNumber, words.count == 1 {
            guard first.count == 3, first.hasPrefix("4") || first.hasPrefix("5") else { return nil }
            return Verdict(
                message: "\(first) without a text means OK", isFailure: false,
                help: "\(first) and a text, or REJECT")
        }
        if isNumber, first.count == 3, first.hasPrefix("4") || first.hasPrefix("5") { return nil }
        let name = first.lowercased()
        guard let needsArgument = Self.actions[name] else { return verdict(ofRestrictions: words) }
        if needsArgument, words.count == 1 {
            return Verdict(message: "\(first) needs an argument", isFailure: false)
        }
        let argument = text.dropFirst(first.count).drop { $0.isWhitespace || $0 == "," }
        if let fault = ActionArgument.fault(name.uppercased(), String(argument)) {
            return Verdict(message: fault, isFailure: false)
        }
        return name == "ok" || name == "relay" ? verdictOfPermit(first) : nil
    }

    /// OK is refused for what strangers decide: their name servers, mail hosts and reverse names.
    private func verdictOfPermit(_ word: String) -> Verdict? {
        let isForbidden =
            ["_mx_access", "_ns_access", "_a_access"].contains { restriction.hasSuffix($0) }
            || restriction.hasPrefix("check_reverse_client_hostname")
        guard isForbidden else { return nil }
        return Verdict(message: "\(restriction) takes no \(word)", help: "write DUNNO")
    }

    private func verdict(ofRestrictions words: [String]) -> Verdict? {
        if let table = words.first(where: { $0.contains(":") && !$0.contains("*") }) {
            return Verdict(
                message: "a result cannot name a table, such as \"\(table)\"",
                help: "name a class of smtpd_restriction_classes, which may name it")
        }
        let classes = Set(scope.words("smtpd_restriction_classes").map(\.text))
        var rest = words[...]
        while let word = rest.popFirst() {
            if classes.contains(word) || word.contains("*") { continue }
            guard let definition = RestrictionCatalogue.definition(of: word) else {
                return unknown(word, classes)
            }
            switch definition.argument {
            case .none, .prefix: break
            case .table, .domain, .number, .endpoint: _ = rest.popFirst()
            }
        }
        return nil
    }

    private func unknown(_ word: String, _ classes: Set<String>) -> Verdict {
        let names = Self.actions.keys.sorted() + classes.sorted() + RestrictionCatalogue.all.map(\.name)
        let meant = NearestName.of(word.lowercased(), in: names).map {
            Self.actions[$0] == nil ? $0 : $0.uppercased()
        }
        return Verdict(
            message: "\"\(word)\" is neither an action nor a restriction",
            help: meant.map { "did you mean \"\($0)\"?" })
    }
}
