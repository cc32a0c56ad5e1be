/// What Postfix 3.12 still does with a parameter.
public enum ParameterLifecycle: Sendable, Equatable {
    case current
    /// Set by the mail system itself.
    case readOnly
    /// It works and is going to be removed. `replacement` names what to set instead; empty when nothing is.
    case deprecated(since: String, replacement: String = "")
    /// The old name of another parameter, whose default it is.
    case renamed(since: String, replacement: String)
    /// It is accepted and changes nothing.
    case ignored(since: String, replacement: String = "")
    /// It works; there is a better way.
    case obsolete(since: String, replacement: String = "")
    /// No program reads it.
    case removed(since: String, replacement: String = "")

    /// Whether the mail system has a default for it, which `postconf -d` prints.
    public var isBuiltIn: Bool {
        switch self {
        case .renamed, .removed: false
        case .current, .readOnly, .deprecated, .ignored, .obsolete: true
        }
    }

    /// What to set instead; empty when nothing is.
    public var replacement: String {
        switch self {
        case .current, .readOnly: ""
        case .deprecated(_, let name), .renamed(_, let name), .ignored(_, let name), .obsolete(_, let name),
            .removed(_, let name):
            name
        }
    }
}
