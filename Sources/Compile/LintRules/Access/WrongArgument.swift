import ByteScanning
import ParameterCatalogue

/// A restriction without what it needs, or with something else.
struct WrongArgument: Rule {
    static let documentation = RuleDocumentation(
        "access/wrong-argument", .error, "A restriction with a missing or wrong argument",
        what: """
            A restriction needs a table, a number, a policy service or the domain of a DNS list after its name, and
            something else follows, or nothing. The next restriction is then taken as the argument and is not
            evaluated. It is a warning where clients do not come to the restriction, where a DNS list has no domain or
            the name of a restriction as its domain, and for `warn_if_reject` with nothing after it.
            """,
        why: """
            Each client that comes to it is told to come again. A DNS list without a domain does nothing, and the
            restriction that was taken for the domain does nothing either.
            """,
        atRunTime: """
            `warning: restriction check_client_access: bad argument "...": need maptype:mapname`, and `451 4.3.5 Server
            configuration error` for each recipient. A policy service without a colon, or a bad reply filter, stops the
            server: `fatal: need service transport:endpoint`.
            """,
        mend: "Give the restriction its argument: `check_client_access cidr:/etc/postfix/clients`.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for list in RestrictionList.allWithClasses(context) {
            for (index, step) in list.steps.enumerated() {
                guard let definition = step.definition,
                    let fault = Self.fault(step, definition, isLast: index + 1 == list.steps.count)
                else { continue }
                let isReached = list.isEvaluated && index < list.lengthOfReachable
                findings.add(
                    at: fault.isAtArgument ? step.argument?.nearestRange : step.name.nearestRange,
                    fault.message, severity: isReached && fault.isRefused ? .error : .warning,
                    help: Self.help(definition.argument))
            }
        }
    }

    private struct Fault {
        var message: String
        var isRefused = true
        var isAtArgument = true
    }

    private static func fault(
        _ step: RestrictionStep, _ definition: RestrictionDefinition, isLast: Bool
    ) -> Fault? {
        let name = definition.name
        if case .prefix = definition.argument {
            let message = "nothing follows \(name)"
            return isLast ? Fault(message: message, isRefused: false, isAtArgument: false) : nil
        }
        guard let argument = step.argument?.text else { return missing(definition) }
        guard !argument.contains("$") else { return nil }
        let isRestriction = RestrictionCatalogue.definition(of: argument) != nil
        let message =
            isRestriction
            ? "\"\(argument)\" is taken as the argument of \(name)"
            : "\"\(argument)\" is no argument of \(name)"
        switch definition.argument {
        case .none, .prefix: return nil
        case .table, .endpoint: return argument.contains(":") ? nil : Fault(message: message)
        case .number: return argument.utf8.allSatisfy(ASCII.isDigit) ? nil : Fault(message: message)
        case .domain:
            if isRestriction { return Fault(message: message, isRefused: false) }
            return hasBadFilter(argument) ? Fault(message: message) : nil
        }
    }

    private static func missing(_ definition: RestrictionDefinition) -> Fault? {
        switch definition.argument {
        case .none, .prefix: nil
        case .domain:
            Fault(message: "\(definition.name) has no domain", isRefused: false, isAtArgument: false)
        case .table, .endpoint, .number:
            Fault(message: "\(definition.name) has no argument", isAtArgument: false)
        }
    }

    /// Whether what follows the equals sign is too short or too long for an address, with patterns in brackets.
    private static func hasBadFilter(_ argument: String) -> Bool {
        guard let equals = argument.firstIndex(of: "=") else { return false }
        var depth = 0
        var parts = 1
        for character in argument[argument.index(after: equals)...] {
            if character == "[" { depth += 1 }
            if character == "]" { depth -= 1 }
            if character == ".", depth == 0 { parts += 1 }
        }
        return parts != 4
    }

    private static func help(_ argument: RestrictionDefinition.Argument) -> String? {
        switch argument {
        case .none: nil
        case .prefix: "it stands before a restriction"
        case .table: "a table is type:name, such as cidr:/etc/postfix/clients"
        case .domain: "a DNS list is a domain, such as bl.example.com or bl.example.com=127.0.0.[2..11]"
        case .number: "a number of seconds"
        case .endpoint: "a policy service is inet:host:port or unix:path"
        }
    }
}
