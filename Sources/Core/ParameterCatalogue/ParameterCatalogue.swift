/// Every parameter of Postfix 3.12 and of Postroom by its name.
public enum ParameterCatalogue {
    /// The parameter of that name; `nil` for one that main.cf made up, or that belongs to a transport
    /// (see `perTransport`).
    public static func definition(of name: String) -> ParameterDefinition? {
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            // All names are ASCII, for which the order of strings is that of their bytes.
            let candidate = all[middle].name
            if candidate == name { return all[middle] }
            if candidate < name { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}

/// Parameters that belong together in the manual.
public struct ParameterSubject: Sendable {
    public let title: String
    public let names: [String]
}
