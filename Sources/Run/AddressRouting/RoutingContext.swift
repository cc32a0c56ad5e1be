import MailAddress

/// A configuration that the steps of rewriting and resolving share: it has some forty tables, lists and texts, and
/// handing it on costs one reference in place of one for each of them.
final class RoutingContext: Sendable {
    let completion: CompletionRules
    let extensions: ExtensionRule
    let site: LocalSite
    let resolving: ResolvingRules
    let domains: DomainLists
    let mapping: MappingRules
    let recipients: RecipientTables
    let search: AddressSearch
    /// How mail is routed, and how address probes are.
    let mail: SharedTransports
    let probes: SharedTransports

    init(_ configuration: RoutingConfiguration) {
        completion = configuration.completion
        extensions = configuration.extensions
        site = configuration.site
        resolving = configuration.resolving
        domains = configuration.domains
        mapping = configuration.mapping
        recipients = configuration.recipients
        search = configuration.search
        mail = SharedTransports(configuration.transports)
        probes = SharedTransports(configuration.verification)
    }
}

/// Transports and nexthops, shared like the configuration that they are of.
final class SharedTransports: Sendable {
    let rules: TransportRules

    init(_ rules: TransportRules) { self.rules = rules }
}
