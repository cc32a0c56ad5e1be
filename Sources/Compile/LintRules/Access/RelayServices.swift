import NetworkAddress

/// An SMTP server that takes mail from the network.
struct RelayService {
    let scope: ServiceScope
    /// Whether anybody can reach it; else only who is in the same network.
    let isPublic: Bool

    /// Those of a configuration, but for those that only this machine can reach; a main.cf alone has the stock one.
    static func all(_ context: LintContext) -> [RelayService] {
        guard context.hasMaster else { return [service(context.main, host: nil)].compactMap { $0 } }
        return context.services(running: "smtpd").compactMap { scope in
            switch scope.service?.kind {
            case .inet: return service(scope, host: host(scope))
            case .pass: return service(scope, host: nil)
            case .unix, .fifo, .unixDatagram, nil: return nil
            }
        }
    }

    private static func host(_ scope: ServiceScope) -> String? {
        guard let name = scope.service?.name.string, let colon = name.lastIndex(of: ":") else { return nil }
        let host = name[..<colon].filter { $0 != "[" && $0 != "]" }
        return host.isEmpty ? nil : host
    }

    private static func service(_ scope: ServiceScope, host: String?) -> RelayService? {
        let hosts = host.map { [$0] } ?? scope.words("inet_interfaces").map(\.text)
        let reaches = hosts.map(reach)
        guard reaches.contains(where: { $0 != .own }) else { return nil }
        return RelayService(scope: scope, isPublic: reaches.contains(.world))
    }

    /// Who can connect to an address: nobody else, the network around it, all.
    private static func reach(_ host: String) -> NetworkReach {
        let host = host.filter { $0 != "[" && $0 != "]" }
        if ["localhost", "loopback-only", "ip6-localhost"].contains(host) || host.hasPrefix("127.")
            || host == "::1"
        {
            return .own
        }
        switch NetworkMember(host.contains(":") ? "[\(host)]" : host).kind {
        case .network(let network): return network.isPrivate ? .wide : .world
        default: return .world
        }
    }

    var label: String { scope.service?.label ?? "smtp/inet" }
}

/// The search for a restriction that keeps strangers from relaying, without which the SMTP server does not start
/// (postconf(5), `smtpd_relay_restrictions`). It looks at words, so that arguments count as well.
enum RelayGuard {
    private static let names: Set<String> = [
        "reject_unauth_destination", "defer_unauth_destination", "reject", "defer", "defer_if_permit",
        "check_relay_domains",
    ]

    static func exists(_ scope: ServiceScope) -> Bool {
        exists(in: "smtpd_relay_restrictions", scope, depth: 0)
            || exists(in: "smtpd_recipient_restrictions", scope, depth: 0)
    }

    private static func exists(in list: String, _ scope: ServiceScope, depth: Int) -> Bool {
        guard depth < 20 else { return false }
        let classes = Set(scope.words("smtpd_restriction_classes").map(\.text))
        var words = scope.words(list)[...]
        while let word = words.popFirst() {
            let name = word.text.lowercased()
            if name == "warn_if_reject", !words.isEmpty {
                words.removeFirst()
            } else if name == "permit" {
                return false
            } else if names.contains(name) {
                return true
            } else if classes.contains(word.text), exists(in: word.text, scope, depth: depth + 1) {
                return true
            }
        }
        return false
    }

    /// Whether a value cannot be had, so that nobody knows what is in it.
    static func isUnknown(_ scope: ServiceScope) -> Bool {
        ["smtpd_relay_restrictions", "smtpd_recipient_restrictions"].contains { list in
            scope.words(list).contains { $0.text.contains("$") }
        }
    }
}
