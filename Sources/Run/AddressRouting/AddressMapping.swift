import ByteScanning
import MailAddress

/// Maps an address through tables whose values are addresses: what canonical, virtual and generic tables
/// share.
struct AddressMapping {
    private let context: RoutingContext
    private let tables: MapList
    /// Whether new addresses get the extension that the key did not have.
    private let propagates: Bool

    init(_ context: RoutingContext, tables: MapList, propagates: Bool) {
        self.context = context
        self.tables = tables
        self.propagates = propagates
    }

    /// The new addresses, `nil` when the tables have none.
    func map(_ address: MailAddress, _ trace: inout some RoutingTrace) throws(RoutingFailure)
        -> [MailAddress]?
    {
        let found = try context.search.find(address, in: tables, .quotedMapping, trace: &trace)
        guard let found else { return nil }
        let addresses = found.value.first == ASCII.at ? [moved(address, found)] : listed(found)
        for new in addresses {
            trace.record(
                RoutingStep(
                    .mapping, parameter: tables.parameter, key: address.externalForm,
                    result: new.externalForm))
        }
        return addresses
    }

    /// `@domain`: the user there.
    private func moved(_ address: MailAddress, _ match: AddressMatch) -> MailAddress {
        let user = address.localPart.bytes.dropLast(match.unmatchedSuffix.count)
        return finished(MailAddress(internalForm: user + match.value), match)
    }

    private func listed(_ match: AddressMatch) -> [MailAddress] {
        guard !PlainAddress.isPlain(match.value) else {
            return [finished(MailAddress(internalForm: match.value), match)]
        }
        return AddressList(match.value).addresses.map { tokens in
            finished(MailAddress(externalForm: tokens.externalFormOrEmpty), match)
        }
    }

    private func finished(_ address: MailAddress, _ match: AddressMatch) -> MailAddress {
        var nobody = NoTrace()
        let completed = context.completion.complete(address, trace: &nobody)
        guard propagates, !match.unmatchedSuffix.isEmpty else { return completed }
        return completed.appending(suffix: match.unmatchedSuffix)
    }
}

extension AddressTokens {
    /// The external form; nothing for no tokens, where it would be a quoted nothing.
    var externalFormOrEmpty: [UInt8] { tokens.isEmpty ? [] : externalForm }
}
