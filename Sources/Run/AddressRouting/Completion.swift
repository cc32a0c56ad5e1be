import ByteScanning
import MailAddress

/// How incomplete addresses are completed (trivial-rewrite(8)).
public struct CompletionRules: Sendable {
    public struct Options: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        /// `append_at_myorigin`.
        public static let appendAtOrigin = Options(rawValue: 1)
        /// `append_dot_mydomain`.
        public static let appendDotDomain = Options(rawValue: 2)
        /// `swap_bangpath`.
        public static let swapBangPath = Options(rawValue: 4)
        /// `allow_percent_hack`.
        public static let percentHack = Options(rawValue: 8)
    }

    public var options: Options
    /// `myorigin`.
    public var origin: MailDomain
    /// `mydomain`.
    public var domain: MailDomain
    /// `remote_header_rewrite_domain`; empty: addresses in headers from remote clients get no domain.
    public var remoteDomain: MailDomain

    public init(
        options: Options, origin: MailDomain, domain: MailDomain, remoteDomain: MailDomain = MailDomain([])
    ) {
        self.options = options
        self.origin = origin
        self.domain = domain
        self.remoteDomain = remoteDomain
    }

    /// Whose domains an address is completed with.
    public enum Context: Sendable {
        /// Envelopes, and headers from `local_header_rewrite_clients`.
        case local
        /// Headers from everybody else.
        case remote
    }

    /// Completes an address in place: a lone `@` becomes nothing, a source route goes, then `site!user`,
    /// `user%domain` and `user` get their domain, a domain without a dot its parent, and a dot at the end
    /// goes.
    func complete(_ address: inout AddressTokens, _ context: Context) {
        if address.tokens.isEmpty { return }
        if address.tokens.count == 1, address.tokens[0].isSpecial(ASCII.at) { address.tokens = [] }
        if address.tokens.count == 1, case let token = address.tokens[0], token.kind == .quotedString,
            token.text.isEmpty
        {
            address.tokens = []
        }
        guard let first = address.tokens.first else { return }
        if first.isSpecial(ASCII.at), let colon = address.firstIndex(of: ASCII.colon),
            colon != address.tokens.count - 1
        {
            address.tokens.removeFirst(colon + 1)
        }
        if address.lastIndex(of: ASCII.at) == nil { appendDomain(to: &address, context) }
        appendParentDomain(to: &address, context)
        address.stripTrailingDot()
    }

    private func appendDomain(to address: inout AddressTokens, _ context: Context) {
        if options.contains(.swapBangPath), let bang = address.firstIndex(of: ASCII.exclamation) {
            let tokens = address.tokens
            if bang == 0 { address.joinsWords = true }
            address.tokens = tokens[(bang + 1)...] + [AddressToken(special: ASCII.at)] + tokens[..<bang]
        } else if options.contains(.percentHack), let percent = address.lastIndex(of: ASCII.percent) {
            address.tokens[percent] = AddressToken(special: ASCII.at)
        } else if options.contains(.appendAtOrigin),
            case let origin = context == .local ? origin : remoteDomain,
            !origin.bytes.isEmpty
        {
            address.tokens.append(AddressToken(special: ASCII.at))
            address.tokens += AddressTokens(external: origin.bytes).tokens
        }
    }

    private func appendParentDomain(to address: inout AddressTokens, _ context: Context) {
        let parent = context == .local ? domain : remoteDomain
        guard options.contains(.appendDotDomain), !parent.bytes.isEmpty,
            let at = address.lastIndex(of: ASCII.at), at + 1 < address.tokens.count,
            !address.tokens.dropFirst(at).contains(where: {
                $0.isSpecial(ASCII.dot) || $0.kind == .domainLiteral
            })
        else { return }
        address.tokens.append(AddressToken(special: ASCII.dot))
        address.tokens += AddressTokens(external: parent.bytes).tokens
    }
}

extension CompletionRules {
    /// An address in external form completed, in external form: what the `rewrite` request of
    /// trivial-rewrite(8) answers. The empty address stays empty.
    public func complete(external address: [UInt8], _ context: Context = .local) -> [UInt8] {
        guard !address.isEmpty else { return [] }
        guard !PlainAddress.isPlain(address) else { return address }
        var tokens = AddressTokens(external: address)
        complete(&tokens, context)
        return tokens.externalForm
    }

    /// The same for an address in internal form, as cleanup(8) does with envelopes.
    public func complete(_ address: MailAddress, trace: inout some RoutingTrace) -> MailAddress {
        guard !address.isEmpty else { return address }
        let external = address.externalForm
        guard !PlainAddress.isPlain(external) else { return address }
        let completed = MailAddress(externalForm: complete(external: external))
        if completed != address {
            trace.record(
                RoutingStep(.completion, key: address.externalForm, result: completed.externalForm))
        }
        return completed
    }
}
