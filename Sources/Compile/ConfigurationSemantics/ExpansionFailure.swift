import ByteScanning
import ConfigurationSyntax

/// Why the value of a parameter cannot be expanded.
public enum ExpansionFailure: Error, Sendable {
    /// The text of `name` has a mistake.
    case syntax(MacroFault, name: String, text: [UInt8])
    /// Names that contain each other, the first one again at the end; and the text where it was enough.
    case recursion([String], at: [UInt8])
    /// The value of `name` is larger than any value needs to be.
    case tooLong(name: String)
    /// Names inside names go too deep; the outermost first.
    case tooDeep([String], at: [UInt8])
    /// A text that is compared as a level is none.
    case malformedLevel([UInt8], name: String)
    /// `domain_to_ascii` of a text that is no domain name.
    case malformedDomain([UInt8], name: String)

    /// A value of `name` that means nothing.
    case invalid(String, name: String)

    /// What is wrong, without a place.
    public var message: String {
        switch self {
        case .syntax(let fault, _, _): fault.message
        case .recursion(let names, _):
            "the value contains itself: " + names.map { "$\($0)" }.joined(separator: " -> ")
        case .tooLong: "the value is longer than \(ConfigurationScope.maximumSize) bytes when it is expanded"
        case .tooDeep(let names, _): "names are nested too deeply, from $\(names.first ?? "") on"
        case .malformedLevel(let text, _):
            "\"\(String(decoding: text, as: UTF8.self))\" is no compatibility level"
        case .malformedDomain(let text, _):
            "\"\(String(decoding: text, as: UTF8.self))\" is no domain name"
        case .invalid(let message, _): message
        }
    }

    /// What Postfix's programs say before they give up.
    public var warning: [UInt8] {
        switch self {
        case .syntax(let fault, _, let text): fault.description(in: text)
        case .recursion(_, let text), .tooDeep(_, let text):
            Array("unreasonable macro call nesting: \"".utf8) + text + Array("\"".utf8)
        case .malformedLevel(let text, _):
            Array("malformed compatibility level syntax: \"".utf8) + text + Array("\"".utf8)
        case .invalid(let message, _): Array(message.utf8)
        case .tooLong, .malformedDomain: Array("\(name): \(message)".utf8)
        }
    }

    /// The parameter whose text is at fault.
    public var name: String {
        switch self {
        case .syntax(_, let name, _), .tooLong(let name), .malformedLevel(_, let name),
            .malformedDomain(_, let name), .invalid(_, let name):
            name
        case .recursion(let names, _), .tooDeep(let names, _): names.first ?? ""
        }
    }
}
