import CompiledTables
import NetworkAddress

/// A list that strings are in or not: what `mydestination`, `virtual_alias_domains`,
/// `virtual_mailbox_domains`, `relay_domains` and `masquerade_exceptions` are once they are compiled.
///
/// Whoever implements it folds case, and knows whether the list has the parent domains of its patterns; the
/// router asks for whole domains only, without a dot at the end.
public protocol StringMatching: Sendable {
    /// Whether the text is in the list.
    ///
    /// - Parameter skipped: where tables that are unavailable count as if they had nothing, those of them that could have
    ///   changed the answer; `nil` where they are failures like others.
    /// - Throws: `LookupFailure` when a table in the list cannot tell.
    func matches(_ text: Span<UInt8>, skipping skipped: inout [LookupFailure]?) throws(LookupFailure) -> Bool
}

/// A list of clients by name or address: what `mynetworks` and `local_header_rewrite_clients` are.
public protocol HostMatching: Sendable {
    /// Whether a client is in the list.
    ///
    /// - Parameters:
    ///   - name: the verified name, or `unknown`.
    ///   - skipped: as in `StringMatching`.
    /// - Throws: `LookupFailure` when a table in the list cannot tell.
    func matches(
        name: Span<UInt8>, address: IPAddress, skipping skipped: inout [LookupFailure]?
    ) throws(LookupFailure) -> Bool
}

/// The list that has nothing.
public struct EmptyList: StringMatching, HostMatching {
    public init() {}

    public func matches(
        _ text: Span<UInt8>, skipping skipped: inout [LookupFailure]?
    ) throws(LookupFailure) -> Bool { false }

    public func matches(
        name: Span<UInt8>, address: IPAddress, skipping skipped: inout [LookupFailure]?
    ) throws(LookupFailure) -> Bool { false }
}

/// A match list with the parameter that it is the value of.
struct NamedList {
    let parameter: String
    let list: any StringMatching

    init(_ parameter: String, _ list: any StringMatching) {
        self.parameter = parameter
        self.list = list
    }

    func contains(_ text: [UInt8], _ trace: inout some RoutingTrace) throws(RoutingFailure) -> Bool {
        let found: Bool
        var skipped: [LookupFailure]? = trace.goesOnWithoutAnswers ? [] : nil
        do throws(LookupFailure) { found = try list.matches(text.span, skipping: &skipped) } catch {
            throw .table(error, parameter: parameter)
        }
        if let skipped, !skipped.isEmpty {
            for failure in skipped { trace.recordMissingAnswer(.list, parameter, key: text, failure) }
            return found
        }
        trace.record(
            RoutingStep(.list, parameter: parameter, key: text, result: found ? Array("listed".utf8) : nil))
        return found
    }
}
