import TableCompiler

/// The two commands that build indexes; they differ in the grammar of their sources and in a few options.
public enum TableProgram: String, Sendable {
    case postmap, postalias

    var grammar: SourceGrammar {
        switch self {
        case .postmap: .map
        case .postalias: .aliases
        }
    }

    /// Options without an argument.
    var flags: String {
        switch self {
        case .postmap: "bfFhijmnNoprsuUvw"
        case .postalias: "Nfijnoprsuvw"
        }
    }

    var usage: String {
        "usage: \(rawValue) [-\(flags)] [-c config_dir] [-d key] [-q key] [map_type:]file..."
    }
}
