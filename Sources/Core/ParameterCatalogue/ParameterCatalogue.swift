/// Every parameter of Postfix 3.12 and of Postroom by its name.
public enum ParameterCatalogue {
    /// All parameters, sorted by name.
    public static let all: [ParameterDefinition] =
        subjects.flatMap(\.parameters).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }

    /// The parameters that each transport has under its own name: `transport` at the beginning of the name stands for
    /// that of the service.
    public static var perTransport: [ParameterDefinition] { transportParameters.parameters }

    public static var transportSubject: ParameterSubject { transportParameters }

    /// The parameter of that name; `nil` for one that main.cf made up, or that belongs to a transport
    /// (see `perTransport`).
    public static func definition(of name: String) -> ParameterDefinition? {
        let wanted = name.utf8
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            let candidate = all[middle].name.utf8
            if candidate.elementsEqual(wanted) { return all[middle] }
            if candidate.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}

/// Parameters that belong together in the manual.
public struct ParameterSubject: Sendable {
    public let title: String
    public let parameters: [ParameterDefinition]
}
