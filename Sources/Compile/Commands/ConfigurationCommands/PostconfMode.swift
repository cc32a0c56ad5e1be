/// A letter of `postconf`'s command line that says what it works on or how (postconf(1)).
enum PostconfFlag: Character, CaseIterable {
    // In the order in which messages name them.
    case serverSASLTypes = "a"
    case clientSASLTypes = "A"
    case expandedTemplates = "b"
    case defaults = "d"
    case edit = "e"
    case fold = "f"
    case masterFields = "F"
    case hidesNames = "h"
    case hidesValues = "H"
    case json = "j"
    case lockTypes = "l"
    case tableTypes = "m"
    case masterEntries = "M"
    case explicitOnly = "n"
    case overrides = "o"
    case mainParameters = "p"
    case masterParameters = "P"
    case quiet = "q"
    case templates = "t"
    case tlsFacts = "T"
    case expands = "x"
    case remove = "X"
    case commentOut = "#"

    /// What the command works on; `mainParameters` where none of them is given.
    static let modes: Set<Self> = [
        .serverSASLTypes, .clientSASLTypes, .expandedTemplates, .masterFields, .lockTypes, .tableTypes,
        .masterEntries, .mainParameters, .masterParameters, .templates, .tlsFacts,
    ]

    /// Ways to change a file.
    static let changes: Set<Self> = [.edit, .remove, .commentOut]

    /// Flags of which at most one may be given, in the order in which Postfix checks them.
    private static let alternatives: [Set<Self>] = [
        modes,
        changes.union([.defaults, .explicitOnly]),
        changes.union([.fold]),
        changes.union([.expands]),
        changes.union([.overrides, .defaults]),
        changes.union([.hidesNames, .hidesValues]),
        changes.union([.json]),
        changes.union([.quiet]),
    ]

    /// What may be said along with a mode.
    private var companions: Set<Self> {
        let showing: Set<Self> = [.fold, .overrides, .expands, .json, .quiet]
        return switch self {
        case .mainParameters: Set(Self.allCases).subtracting(Self.modes)
        case .masterEntries: showing.union(Self.changes)
        case .masterFields: showing.union([.hidesNames, .hidesValues, .edit])
        case .masterParameters: showing.union([.hidesNames, .hidesValues, .edit, .remove])
        default: []
        }
    }

    /// Why these flags cannot go together; `nil` when they can.
    static func conflict(in flags: Set<Self>) -> String? {
        for group in alternatives where group.intersection(flags).count > 1 {
            return "specify one of " + list(group.intersection(flags))
        }
        let mode = modes.intersection(flags).first ?? .mainParameters
        let wrong = flags.subtracting(modes).subtracting(mode.companions)
        return wrong.isEmpty ? nil : "with option -\(mode.rawValue), do not specify \(list(wrong))"
    }

    private static func list(_ flags: Set<Self>) -> String {
        allCases.filter(flags.contains).map { "-\($0.rawValue)" }.joined(separator: " ")
    }
}
