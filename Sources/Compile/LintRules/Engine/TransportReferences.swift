import ByteScanning
import TableFormat

/// The transports that a configuration names: in parameters, in tables of transports, in FILTER actions. A value that a
/// table has many times is here once.
public struct TransportReferences {
    /// A place that names a transport.
    public struct Reference: Sendable {
        /// The service before the colon.
        public var transport: String
        /// What follows the colon; empty for none.
        public var nextHop: String
        public var range: SourceRange?
        /// Whether there is mail that goes this way: domains of the class, a row of a table.
        public var isUsed: Bool
    }

    public private(set) var all: [Reference] = []
    /// Whether there are tables that cannot be read here, so that there may be more.
    public private(set) var isIncomplete = false

    /// Parameters whose value is a transport.
    static let parameters = [
        "local_transport", "virtual_transport", "relay_transport", "default_transport", "mailbox_transport",
        "fallback_transport", "content_filter", "address_verify_default_transport",
        "address_verify_local_transport", "address_verify_relay_transport",
        "address_verify_virtual_transport", "error_transport", "retry_transport",
    ]

    /// Parameters of tables whose values are transports.
    static let tables: Set<String> = [
        "transport_maps", "sender_dependent_default_transport_maps", "address_verify_transport_maps",
        "address_verify_sender_dependent_default_transport_maps", "mailbox_transport_maps",
        "fallback_transport_maps",
    ]

    public init(_ context: LintContext) {
        for scope in context.scopes {
            for name in Self.parameters where scope.service == nil || scope.explicitSetting(name) != nil {
                add(scope.text(name), scope.range(of: name), isUsed: Self.isUsed(name, context))
            }
            for name in ["defer_transports"] {
                for word in scope.words(name) { add(word.text + ":", word.range, isUsed: false) }
            }
        }
        for use in context.tableUses { readTable(use, context) }
    }

    /// Whether something names the transport.
    public func contains(_ transport: String) -> Bool { all.contains { $0.transport == transport } }

    /// Whether mail certainly goes through the transport.
    public func uses(_ transport: String) -> Bool {
        all.contains { $0.transport == transport && $0.isUsed }
    }

    /// Whether a parameter decides about any mail.
    private static func isUsed(_ parameter: String, _ context: LintContext) -> Bool {
        switch parameter {
        case "local_transport", "mailbox_transport": !context.main.words("mydestination").isEmpty
        case "virtual_transport": !context.main.words("virtual_mailbox_domains").isEmpty
        case "relay_transport": !context.main.words("relay_domains").isEmpty
        default: parameter == "default_transport" || parameter == "content_filter"
        }
    }

    private mutating func add(_ text: String, _ range: SourceRange?, isUsed: Bool) {
        guard let colon = text.firstIndex(of: ":") else {
            guard !text.isEmpty else { return }
            all.append(Reference(transport: text, nextHop: "", range: range, isUsed: isUsed))
            return
        }
        guard colon > text.startIndex else { return }
        all.append(
            Reference(
                transport: String(text[..<colon]), nextHop: String(text[text.index(after: colon)...]),
                range: range, isUsed: isUsed))
    }

    private mutating func readTable(_ use: TableUse, _ context: LintContext) {
        let isTransportTable = Self.tables.contains(use.parameter)
        let mayFilter: Bool
        switch use.role {
        case .access: mayFilter = true
        case .map: mayFilter = use.parameter.hasSuffix("_checks")
        case .matchList, .cache, .declaration: mayFilter = false
        }
        guard isTransportTable || mayFilter else { return }
        guard let values = values(of: use, context) else {
            isIncomplete = true
            return
        }
        for (value, range) in values {
            if isTransportTable {
                add(value, range, isUsed: range != nil)
            } else if value.lowercased().hasPrefix("filter") {
                let rest = value.dropFirst(6).drop { $0 == " " || $0 == "\t" }
                add(String(rest), range, isUsed: false)
            }
        }
    }

    /// The results of a table; `nil` when they cannot be known.
    private func values(of use: TableUse, _ context: LintContext) -> [(String, SourceRange?)]? {
        if let source = context.mapSource(of: use) {
            // A large table has few transports.
            var seen: Set<[UInt8]> = []
            return source.rows.compactMap { row in
                let value = source.value(row)
                guard seen.insert(value).inserted else { return nil }
                return (String(decoding: value, as: UTF8.self), source.range(ofValue: row))
            }
        }
        guard let table = use.table else { return nil }
        switch table.type {
        case .static, .inline, .randmap, .cidr, .pcre, .regexp:
            // Results in patterns and in names: any word in them may be a transport.
            return use.path == nil ? words(table.name) : context.readText(table.name).map { words($0) }
        case .fail: return []
        default: return nil
        }
    }

    private func words(_ lines: TextLines) -> [(String, SourceRange?)] {
        words(String(decoding: lines.bytes, as: UTF8.self))
    }

    private func words(_ text: String) -> [(String, SourceRange?)] {
        text.split { $0.isWhitespace || "{},=".contains($0) }.map { (String($0), nil) }
    }
}
