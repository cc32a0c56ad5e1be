import CompiledTables
import MailAddress

/// Why an address cannot be rewritten or resolved now. Mail waits: none of these means that an address is
/// wrong.
public enum RoutingFailure: Error, Sendable, Equatable {
    /// A table could not answer.
    case table(LookupFailure, parameter: String)
    /// A parameter, or a table that it names, gives no transport or no nexthop.
    case configuration(parameter: String, reason: String)
    /// The virtual aliases of an address exceed a limit (RFC 3463 class 4.6.0).
    case expansion(MailAddress, reason: String)

    /// What an SMTP client hears (`dsn.tsv`: resolver problem, alias expansion error).
    public var reply: RoutingReply {
        switch self {
        case .table: RoutingReply(451, "4.3.0", "Temporary lookup failure")
        case .configuration: RoutingReply(451, "4.3.0", "Temporary lookup failure")
        case .expansion: RoutingReply(451, "4.6.0", "Alias expansion error")
        }
    }
}

extension RoutingFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .table(let failure, let parameter): "\(parameter): \(failure)"
        case .configuration(let parameter, let reason): "parameter \(parameter): \(reason)"
        case .expansion(let address, let reason): "virtual_alias_maps: \(address): \(reason)"
        }
    }
}

/// A reply of the SMTP server about an address: code, enhanced code (RFC 3463) and text.
public struct RoutingReply: Sendable, Equatable {
    public var code: Int
    public var enhancedCode: String
    public var text: String

    public init(_ code: Int, _ enhancedCode: String, _ text: String) {
        self.code = code
        self.enhancedCode = enhancedCode
        self.text = text
    }
}

extension RoutingReply: CustomStringConvertible {
    public var description: String { "\(code) \(enhancedCode) \(text)" }
}
