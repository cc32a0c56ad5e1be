import ConfigurationSemantics
import ParameterCatalogue

/// The known name that a misspelt one is nearest to.
struct NameHint {
    private let names: [String]

    /// - Parameter names: those that main.cf and master.cf brought.
    init(_ names: some Sequence<String>) { self.names = Array(names) + ParameterCatalogue.all.map(\.name) }

    /// What to add to a message about a name; empty when nothing is near.
    func text(for name: String) -> String {
        // One mistake in a short name, two or three in a long one.
        let limit = min(3, name.utf8.count / 5)
        guard limit > 0 else { return "" }
        let nearest = NearestName.of(name, in: names.lazy.filter { $0 != name }, limit: limit)
        return nearest.map { "; did you mean \"\($0)\"?" } ?? ""
    }
}
