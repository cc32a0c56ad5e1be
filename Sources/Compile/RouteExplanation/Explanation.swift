import AddressRouting
import ConfigurationCompiler
import NetworkAddress

/// Who asks: what an explanation depends on besides the address.
public struct Question: Sendable {
    /// A client of the SMTP server.
    public struct Client: Sendable {
        public var address: IPAddress
        /// Its verified name; `nil` when nobody said one.
        public var name: String?

        public init(address: IPAddress, name: String?) {
            self.address = address
            self.name = name
        }

        /// The name as tables are asked for it.
        var lookupName: String { name ?? "unknown" }
    }

    public enum Extent: Sendable {
        /// All of the way.
        case whole
        /// Completing and resolving, without rewriting tables.
        case resolving
    }

    public var sender: ReversePathText
    public var client: Client?
    /// What the client says it is, with HELO; `nil` when nobody said it.
    public var helo: String?
    public var header: [UInt8]?
    public var extent: Extent

    public init(
        sender: ReversePathText = ReversePathText([]), client: Client? = nil, helo: String? = nil,
        header: [UInt8]? = nil, extent: Extent = .whole
    ) {
        self.sender = sender
        self.client = client
        self.helo = helo
        self.header = header
        self.extent = extent
    }
}

/// A sender as a command line has it: an address in external form, nothing for the null sender.
public struct ReversePathText: Sendable, Hashable {
    public var bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// One step of the way of an address, with the line that is responsible for it.
public struct ExplainedStep: Sendable, Equatable {
    /// What happens: `lookup`, `list`, `mapping`, `class`, `transport` and so on.
    public var step: String
    /// The parameter or restriction that is at work.
    public var parameter: String?
    /// The table that was asked, as the configuration names it.
    public var table: String?
    public var key: String
    public var source: SourceLine?
    /// `nil` for what is not found, and for what is not known.
    public var result: String?
    /// The place of a restriction in its list, from 0.
    public var ordinal: Int?
    /// Why the result is not known here; `nil` when it is.
    public var unknown: String?
}

/// Where mail for an address ends up, and why.
public struct Explanation: Sendable, Equatable {
    public struct Recipient: Sendable, Equatable {
        public var address: String
        /// `nil` for an address that cannot be resolved.
        public var addressClass: AddressClass?
        public var transport: String?
        public var nextHop: String?
        public var error: RoutingReply?
        /// What local(8) would do with it, for people.
        public var deliveries: [String] = []
    }

    /// In external form.
    public var address: String
    public var recipients: [Recipient] = []
    public var steps: [ExplainedStep] = []
    /// What parts of the way are about, and the number of the step that each begins with.
    public var sections: [(title: String, start: Int)] = []
    /// Why the address is refused as a whole.
    public var error: RoutingReply?
    /// What the server says; `nil` where no client was named.
    public var answers: ServerAnswers?
    /// What the configuration alone does not tell about the answers.
    public var unknowns: [String] = []
    /// The tables that were asked and are not known here. All the rest is as it would be if they had nothing.
    public var unknownTables: [UnknownTable] = []

    public static func == (left: Explanation, right: Explanation) -> Bool {
        left.address == right.address && left.recipients == right.recipients && left.steps == right.steps
            && left.error == right.error && left.answers == right.answers
            && left.unknownTables == right.unknownTables
    }
}
