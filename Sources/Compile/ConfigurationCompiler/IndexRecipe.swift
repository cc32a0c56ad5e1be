import TableCompiler
import TableFormat

/// How the index of a table is made from its source; the registry of a generation has it as text.
struct IndexRecipe: Equatable {
    var grammar: SourceGrammar
    var policy: KeyPolicy
    /// Whether values name files whose contents are meant.
    var readsFiles: Bool

    init(grammar: SourceGrammar, policy: KeyPolicy, readsFiles: Bool) {
        self.grammar = grammar
        self.policy = policy
        self.readsFiles = readsFiles
    }

    /// Words: `aliases` or `map`, how keys are folded, `utf8` or `bytes`, `files` or `values`.
    var text: String {
        let folding =
            switch policy.folding {
            case .none: "as-is"
            case .ascii: "ascii"
            case .unicode: "unicode"
            }
        return [
            grammar == .aliases ? "aliases" : "map", folding, policy.checksUTF8 ? "utf8" : "bytes",
            readsFiles ? "files" : "values",
        ].joined(separator: " ")
    }

    init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 4 else { return nil }
        let folding: KeyPolicy.Folding
        switch words[1] {
        case "as-is": folding = .none
        case "ascii": folding = .ascii
        case "unicode": folding = .unicode
        default: return nil
        }
        self.init(
            grammar: words[0] == "aliases" ? .aliases : .map,
            policy: KeyPolicy(folding: folding, checksUTF8: words[2] == "utf8"),
            readsFiles: words[3] == "files")
    }
}
