import ConfigurationSyntax

/// Why the value of a parameter cannot be expanded.
public enum ExpansionFailure: Error, Sendable {
    /// The text of `name` has a mistake.
    case syntax(MacroFault, name: String)
    /// Names that contain each other, the first one again at the end.
    case recursion([String])
    /// The value of `name` is larger than any value needs to be.
    case tooLong(name: String)
    /// Names inside names go too deep; the outermost first.
    case tooDeep([String])
    /// A text that is compared as a level is none.
    case malformedLevel([UInt8], name: String)
    /// `domain_to_ascii` of a text that is no domain name.
    case malformedDomain([UInt8], name: String)

    /// What is wrong, without a place.
    public var message: String {
        switch self {
        case .syntax(let fault, _): fault.message
        case .recursion(let names):
            "the value contains itself: " + names.map { "$\($0)" }.joined(separator: " -> ")
        case .tooLong: "the value is longer than \(ConfigurationScope.maximumSize) bytes when it is expanded"
        case .tooDeep(let names): "names are nested too deeply, from $\(names.first ?? "") on"
        case .malformedLevel(let text, _):
            "\"\(String(decoding: text, as: UTF8.self))\" is no compatibility level"
        case .malformedDomain(let text, _):
            "\"\(String(decoding: text, as: UTF8.self))\" is no domain name"
        }
    }

    /// The parameter whose text is at fault.
    public var name: String {
        switch self {
        case .syntax(_, let name), .tooLong(let name), .malformedLevel(_, let name),
            .malformedDomain(_, let name):
            name
        case .recursion(let names), .tooDeep(let names): names.first ?? ""
        }
    }
}
