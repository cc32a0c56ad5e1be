import ByteScanning
import MailAddress

/// Expands one recipient through `virtual_alias_maps` until nothing changes. An address that is among its own
/// results stays; the others are expanded on.
struct VirtualExpansion {
    private let original: MailAddress
    private let mapping: AddressMapping
    private let context: RoutingContext
    /// The recipients so far; those from `next` on are still to be expanded.
    private var recipients: [MailAddress]
    /// Folded addresses that came out of themselves.
    private var settled: Set<[UInt8]> = []

    init(_ context: RoutingContext, _ recipient: MailAddress) {
        original = recipient
        self.context = context
        mapping = AddressMapping(
            context, tables: context.mapping.virtualAliasMaps,
            propagates: context.mapping.propagation.contains(.virtual))
        recipients = [recipient]
    }

    /// - Throws: `RoutingFailure.expansion` past `virtual_alias_expansion_limit` addresses, past
    ///   `virtual_alias_recursion_limit` results of results, or for an address that is too long.
    mutating func expand(_ trace: inout some RoutingTrace) throws(RoutingFailure) -> [MailAddress] {
        guard !context.mapping.virtualAliasMaps.isEmpty else { return recipients }
        var next = 0
        while next < recipients.count {
            guard recipients.count <= context.mapping.expansionLimit else {
                throw failure("too many addresses")
            }
            try expandRecipient(next, &trace)
            next += 1
        }
        return recipients
    }

    /// Replaces one recipient by the first of its results, again and again; the others go to the end.
    private mutating func expandRecipient(
        _ index: Int, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) {
        var depth = 0
        while !settled.contains(folded(recipients[index])) {
            guard depth < context.mapping.recursionLimit else {
                throw failure("aliases of aliases without end")
            }
            let alias = recipients[index]
            guard let results = try mapping.map(alias, &trace), let first = results.first else { return }
            for result in results
            where result.internalForm.count > context.mapping.addressLengthLimit {
                throw failure("an address is too long")
            }
            recipients[index] = first
            recipients += results.dropFirst()
            if results.contains(where: alias.equalsIgnoringCase) { settled.insert(folded(alias)) }
            depth += 1
        }
    }

    private func folded(_ address: MailAddress) -> [UInt8] {
        foldedCase(address.internalForm.span, unicode: true)
    }

    private func failure(_ reason: String) -> RoutingFailure { .expansion(original, reason: reason) }
}
