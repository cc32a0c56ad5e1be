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
    /// Whether the name is one of `smtpd_restriction_classes`, whose steps follow this one.
    public var isClass: Bool
}

/// Reads restriction lists as the SMTP server does (postconf(5), `smtpd_recipient_restrictions`).
struct RestrictionReader {
    let scope: ServiceScope

    /// The steps in order; a class is a step of its own with its steps after it.
    func steps(of list: String) -> [RestrictionStep] { steps(of: list, depth: 0) }

    private static let maximumDepth = 10

    private func steps(of list: String, depth: Int) -> [RestrictionStep] {
        let classes = Set(scope.words("smtpd_restriction_classes").map(\.text))
        var rest = scope.words(list)[...]
        var steps: [RestrictionStep] = []
        var isWarningOnly = false
        while let word = rest.popFirst() {
            var step = RestrictionStep(
                name: word, definition: RestrictionCatalogue.definition(of: word.text), argument: nil,
                isWarningOnly: isWarningOnly, parameter: list, isClass: false)
            if case .prefix = step.definition?.argument {
                isWarningOnly = true
                steps.append(step)
                continue
            }
            isWarningOnly = false
            if let definition = step.definition, takesArgument(definition) { step.argument = rest.popFirst() }
            step.isClass = step.definition == nil && classes.contains(word.text)
            steps.append(step)
            if step.isClass, depth < Self.maximumDepth {
                var inner = self.steps(of: word.text, depth: depth + 1)
                if step.isWarningOnly { for index in inner.indices { inner[index].isWarningOnly = true } }
                steps += inner
            }
        }
        return steps
    }

    private func takesArgument(_ definition: RestrictionDefinition) -> Bool {
        switch definition.argument {
        case .none, .prefix: false
        case .table, .domain, .number, .endpoint: true
        }
    }
}
