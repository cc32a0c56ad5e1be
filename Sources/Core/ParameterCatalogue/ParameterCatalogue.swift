/// Every parameter of Postfix 3.12 and of Postroom by its name.
public enum ParameterCatalogue {
    /// All parameters, sorted by name.
    public static let all: [ParameterDefinition] =
        declared.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }

    /// All parameters as the subjects have them.
    private static let declared: [ParameterDefinition] = subjects.flatMap(\.parameters)

    /// Where each name stands in `declared`.
    private static let places: [String: Int] = {
        var places: [String: Int] = [:]
        places.reserveCapacity(declared.count)
        for (place, definition) in declared.enumerated() { places[definition.name] = place }
        return places
    }()

    /// The parameters that each transport has under its own name: `transport` at the beginning of the name stands for
    /// that of the service.
    public static var perTransport: [ParameterDefinition] { transportParameters.parameters }

    public static var transportSubject: ParameterSubject { transportParameters }

    /// The parameter of that name; `nil` for one that main.cf made up, or that belongs to a transport
    /// (see `perTransport`).
    public static func definition(of name: String) -> ParameterDefinition? {
        places[name].map { declared[$0] }
    }
}

/// Parameters that belong together in the manual.
public struct ParameterSubject: Sendable {
    public let title: String
    public let parameters: [ParameterDefinition]
}
