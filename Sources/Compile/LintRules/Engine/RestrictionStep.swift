import ParameterCatalogue

/// One restriction of a list, with what it takes.
public struct RestrictionStep: Sendable {
    public var name: ExpandedWord
    /// `nil` for a restriction class, a bare table and a name that nobody knows.
    public var definition: RestrictionDefinition?
    /// What follows the name; `nil` where it takes nothing or nothing follows.
    public var argument: ExpandedWord?
    /// Whether a refusal is only logged: `warn_if_reject` stands before it, or before a class that has it.
    public var isWarningOnly: Bool
    /// The list or the class that has it.
    public var parameter: String
    /// Whether the name is one of `smtpd_restriction_classes`, whose steps follow this one unless it is recursive.
    public var isClass: Bool
    /// The classes that it is in, the outermost one first.
    public var classes: [String] = []

    /// Whether it is a class that it is itself in.
    public var isRecursive: Bool { isClass && classes.contains(name.text) }
}

/// Reads restriction lists as the SMTP server does (postconf(5), `smtpd_recipient_restrictions`).
struct RestrictionReader {
    let scope: ServiceScope

    /// Classes of classes can make more steps of a few lines than anybody can read.
    private static let maximumCount = 10_000

    /// The steps in order; a class is a step of its own with its steps after it.
    func steps(of list: String) -> [RestrictionStep] {
        var steps: [RestrictionStep] = []
        append(list, in: [], isWarningOnly: false, to: &steps)
        return steps
    }

    /// The classes of `smtpd_restriction_classes` that no list comes to. The SMTP server reads them all the same, and the
    /// result of an access table may name them.
    var classesApart: [String] {
        let named = RestrictionList.names.flatMap(steps).filter(\.isClass).map(\.name.text)
        return scope.words("smtpd_restriction_classes").map(\.text).filter {
            !named.contains($0) && RestrictionCatalogue.definition(of: $0) == nil
        }
    }

    private func append(
        _ list: String, in outer: [String], isWarningOnly isOuterWarning: Bool,
        to steps: inout [RestrictionStep]
    ) {
        let classes = Set(scope.words("smtpd_restriction_classes").map(\.text))
        var rest = scope.words(list)[...]
        var isWarningOnly = false
        while steps.count < Self.maximumCount, let word = rest.popFirst() {
            var step = RestrictionStep(
                name: word, definition: RestrictionCatalogue.definition(of: word.text), argument: nil,
                isWarningOnly: isWarningOnly || isOuterWarning, parameter: list, isClass: false,
                classes: outer)
            if case .prefix = step.definition?.argument {
                isWarningOnly = true
                steps.append(step)
                continue
            }
            isWarningOnly = false
            if let definition = step.definition, takesArgument(definition) { step.argument = rest.popFirst() }
            step.isClass = step.definition == nil && classes.contains(word.text)
            steps.append(step)
            if step.isClass, !step.isRecursive {
                append(word.text, in: outer + [word.text], isWarningOnly: step.isWarningOnly, to: &steps)
            }
        }
    }

    private func takesArgument(_ definition: RestrictionDefinition) -> Bool {
        switch definition.argument {
        case .none, .prefix: false
        case .table, .domain, .number, .endpoint: true
        }
    }
}
