import ByteScanning
import MailAddress

/// Strips local domains from an address and obeys the routing operators that come to light, until no domain
/// is left or it is another host's.
struct AddressReduction {
    struct Destination {
        /// With a domain, which is empty when the address ends with `@`.
        var address: MailAddress
        var isLocal: Bool
    }

    private let context: RoutingContext

    init(_ context: RoutingContext) { self.context = context }

    func reduce(_ address: MailAddress, trace: inout some RoutingTrace) throws(RoutingFailure) -> Destination
    {
        let external = address.externalForm
        if PlainAddress.isPlain(external), let domain = address.domain,
            try !context.site.isLocal(domain, trace: &trace)
        {
            return Destination(address: address, isLocal: false)
        }
        var tokens = AddressTokens(external: external)
        var localDomain: ArraySlice<AddressToken>?
        // Each turn takes an operator away, but for what completion adds.
        for _ in 0..<(address.internalForm.count + 100) {
            tokens.stripTrailingDot()
            if context.resolving.allowsNullDomain,
                tokens.tokens.last?.isSpecial(ASCII.at) == true
            {
                tokens.tokens.removeLast()
            }
            if let at = tokens.lastIndex(of: ASCII.at) {
                guard try isLocal(tokens.tokens[(at + 1)...], &trace) else {
                    return destination(tokens, isLocal: false, address, &trace)
                }
                localDomain = tokens.tokens[at...]
                tokens.tokens.removeSubrange(at...)
            }
            if hasOperator(tokens) || crackedOpen(&tokens) {
                context.completion.complete(&tokens, .local)
                continue
            }
            guard nameNobody(&tokens) else { break }
        }
        return try localDestination(&tokens, localDomain, address, &trace)
    }

    /// What is left is a local part: it gets back the last domain that was taken away, or that of this
    /// machine, which need not be in `mydestination`.
    private func localDestination(
        _ tokens: inout AddressTokens, _ domain: ArraySlice<AddressToken>?, _ address: MailAddress,
        _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Destination {
        tokens.tokens += domain ?? defaultDomain[...]
        var isLocal = true
        if domain == nil {
            isLocal = try context.site.isLocal(
                context.site.hostName, trace: &trace)
        }
        return destination(tokens, isLocal: isLocal, address, &trace)
    }

    private var defaultDomain: [AddressToken] {
        [AddressToken(special: ASCII.at)]
            + AddressTokens(external: context.site.hostName.bytes).tokens
    }

    private func isLocal(
        _ domain: ArraySlice<AddressToken>, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Bool {
        guard !domain.isEmpty else { return true }
        return try context.site.isLocal(
            MailDomain(AddressTokens.internalForm(domain)), trace: &trace)
    }

    private func hasOperator(_ tokens: AddressTokens) -> Bool {
        tokens.lastIndex(of: ASCII.at) != nil
            || context.completion.options.contains(.swapBangPath)
                && tokens.lastIndex(of: ASCII.exclamation) != nil
            || context.completion.options.contains(.percentHack)
                && tokens.lastIndex(of: ASCII.percent) != nil
    }

    /// Makes tokens of a quoted local part that has routing operators in it. It is not what RFC 5321 wants,
    /// but other hosts do it, and would relay for strangers through this one.
    private func crackedOpen(_ tokens: inout AddressTokens) -> Bool {
        guard context.resolving.looksIntoQuotes, tokens.tokens.count == 1,
            let first = tokens.tokens.first,
            first.kind == .quotedString
        else { return false }
        var text = first.text
        if text.contains(ASCII.at) {
            text = AddressQuoting.quoted(text)
        } else if context.completion.options.contains(.percentHack),
            let percent = text.lastIndex(of: ASCII.percent)
        {
            text[percent] = ASCII.at
            text = AddressQuoting.quoted(text)
        } else if !context.completion.options.contains(.swapBangPath)
            || !text.contains(ASCII.exclamation)
        {
            return false
        }
        tokens = AddressTokens(external: text)
        return true
    }

    /// Puts `empty_address_recipient` in the place of an empty local part; it may have a domain of its own.
    private func nameNobody(_ tokens: inout AddressTokens) -> Bool {
        if let first = tokens.tokens.first, first.kind == .quotedString, first.text.isEmpty {
            tokens.tokens.removeFirst()
        }
        guard tokens.tokens.isEmpty else { return false }
        tokens = AddressTokens(external: context.mapping.nullRecipient.externalForm)
        return true
    }

    private func destination(
        _ tokens: AddressTokens, isLocal: Bool, _ original: MailAddress, _ trace: inout some RoutingTrace
    ) -> Destination {
        let address = MailAddress(internalForm: tokens.internalForm)
        if address != original {
            trace.record(RoutingStep(.completion, key: original.externalForm, result: address.externalForm))
        }
        return Destination(address: address, isLocal: isLocal)
    }
}
