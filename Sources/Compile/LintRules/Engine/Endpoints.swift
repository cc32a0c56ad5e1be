import ParameterCatalogue

/// The sockets of other programs that a configuration names: policy services, milters, filters before the queue.
public struct Endpoints {
    public struct Endpoint {
        /// `inet:host:port`, `unix:path`, `host:port`.
        public var address: String
        /// What it is for, in words: `check_policy_service`, or the parameter.
        public var purpose: String
        public var word: ExpandedWord

        /// The name of a socket in the directory `private` of the queue.
        public var privateSocket: String? {
            let path =
                address.hasPrefix("unix:")
                ? address.dropFirst(5) : address.hasPrefix("local:") ? address.dropFirst(6) : nil
            guard let path, path.hasPrefix("private/") else { return nil }
            return String(path.dropFirst(8))
        }
    }

    public private(set) var all: [Endpoint] = []

    private static let lists = [
        "smtpd_client_restrictions", "smtpd_helo_restrictions", "smtpd_sender_restrictions",
        "smtpd_relay_restrictions", "smtpd_recipient_restrictions", "smtpd_data_restrictions",
        "smtpd_end_of_data_restrictions", "smtpd_etrn_restrictions",
    ]

    public init(_ context: LintContext) {
        var known: Set<String> = []
        let servers = context.services(running: "smtpd")
        for scope in servers.isEmpty && !context.hasMaster ? [context.main] : servers {
            for list in Self.lists {
                for step in context.restrictions(list, scope)
                where step.definition?.name == "check_policy_service" {
                    if let word = step.argument.flatMap({ first(of: $0, scope) }) {
                        add(word, "check_policy_service", &known)
                    }
                }
            }
            addFilter(scope.text("content_filter"), scope, &known)
            for name in ["smtpd_milters", "smtpd_proxy_filter"] {
                for word in scope.words(name) {
                    if let word = first(of: word, scope) { add(word, name, &known) }
                }
            }
        }
        for scope in [context.main] + context.services(running: "cleanup") {
            for word in scope.words("non_smtpd_milters") {
                if let word = first(of: word, scope) { add(word, "non_smtpd_milters", &known) }
            }
        }
    }

    /// The next hop of a filter after the queue, when it is an address with a port: `smtp:[127.0.0.1]:10024`.
    private mutating func addFilter(_ text: String, _ scope: ServiceScope, _ known: inout Set<String>) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[1].hasPrefix("["), parts[1].contains("]:") else { return }
        let word = ExpandedWord(
            text: parts[1], range: scope.range(of: "content_filter"), parameter: "content_filter", via: [])
        add(word, "content_filter", &known)
    }

    private mutating func add(_ word: ExpandedWord, _ purpose: String, _ known: inout Set<String>) {
        let place = word.nearestRange.map { "\($0.file) \($0.bytes)" } ?? ""
        guard known.insert("\(purpose) \(word.text) \(place)").inserted else { return }
        all.append(Endpoint(address: word.text, purpose: purpose, word: word))
    }

    /// The word, or the first one in its braces.
    private func first(of word: ExpandedWord, _ scope: ServiceScope) -> ExpandedWord? {
        guard word.text.hasPrefix("{"), word.text.hasSuffix("}") else { return word }
        var inner = word
        inner.text = String(word.text.dropFirst().dropLast())
        if let range = word.range, range.bytes.count == word.text.utf8.count {
            inner.range?.bytes = range.bytes.lowerBound + 1..<range.bytes.upperBound - 1
        }
        return scope.words(in: inner).first
    }
}
