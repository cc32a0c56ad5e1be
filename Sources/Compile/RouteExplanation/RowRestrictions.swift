import ByteScanning
import ParameterCatalogue

/// The restrictions that a row of an access(5) table names in place of an action.
///
/// A row may name restrictions that need no table, and the classes of `smtpd_restriction_classes`, whose tables the
/// server has opened before. Everything else is a mistake that the client meets when it is reached.
struct RowRestrictions {
    enum Step: Equatable {
        case restriction(Restriction)
        /// Nothing happens: a DNS list without its domain.
        case nothing
        case mistake
    }

    let steps: [Step]

    /// - Parameters:
    ///   - words: of the row.
    ///   - classes: the names of `smtpd_restriction_classes`.
    init(_ words: [String], classes: Set<String>) {
        var rest = words[...]
        var steps: [Step] = []
        var isWarningOnly = false
        while let word = rest.popFirst() {
            guard let definition = RestrictionCatalogue.definition(of: word) else {
                let isKnown = classes.contains(word) || word == "reject_sender_login_mismatch"
                let restriction = Restriction(name: word, isWarningOnly: isWarningOnly)
                steps.append(isKnown ? .restriction(restriction) : .mistake)
                isWarningOnly = false
                continue
            }
            if definition.argument == .prefix {
                isWarningOnly = true
                continue
            }
            steps.append(Self.step(definition, isWarningOnly, &rest))
            isWarningOnly = false
        }
        self.steps = steps
    }

    private static func step(
        _ definition: RestrictionDefinition, _ isWarningOnly: Bool, _ rest: inout ArraySlice<String>
    ) -> Step {
        guard definition.fate != .removed else { return .mistake }
        let name = definition.fate == .alias ? definition.replacement : definition.name
        switch definition.argument {
        case .table, .endpoint, .prefix: return .mistake
        case .none: return .restriction(Restriction(name: name, isWarningOnly: isWarningOnly))
        case .domain:
            guard let argument = rest.popFirst() else { return .nothing }
            return .restriction(Restriction(name: name, argument: argument, isWarningOnly: isWarningOnly))
        case .number:
            guard let argument = rest.popFirst(), argument.utf8.allSatisfy(ASCII.isDigit) else {
                return .mistake
            }
            return .restriction(Restriction(name: name, argument: argument, isWarningOnly: isWarningOnly))
        }
    }
}
