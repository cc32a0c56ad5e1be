import Diagnostics

/// What is wrong with values, each mistake once: a mistake that a default took over from another parameter is said of
/// that parameter alone.
struct Findings {
    private var own: [Diagnostic] = []
    private var derived: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []
    private var cycles: Set<Set<String>> = []

    mutating func add(_ diagnostics: [Diagnostic], of value: ValueText) {
        for diagnostic in diagnostics where seen.insert(diagnostic).inserted {
            if value.setting.origin.isExplicit { own.append(diagnostic) } else { derived.append(diagnostic) }
        }
    }

    /// Whether names that contain each other have not been met.
    mutating func isNew(cycle: Set<String>) -> Bool { cycles.insert(cycle).inserted }

    var diagnostics: [Diagnostic] {
        var places = Set(own.map(Place.init))
        return own
            + derived.filter { diagnostic in
                // Without a place it can only be the echo of a mistake that has one.
                (diagnostic.position != nil || own.isEmpty) && places.insert(Place(diagnostic)).inserted
            }
    }

    private struct Place: Hashable {
        let file: String
        let position: SourcePosition?

        init(_ diagnostic: Diagnostic) {
            file = diagnostic.file
            position = diagnostic.position
        }
    }
}
