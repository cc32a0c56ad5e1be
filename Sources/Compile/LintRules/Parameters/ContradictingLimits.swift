/// Two limits or times of which one makes the other one meaningless.
struct ContradictingLimits: Rule {
    static let documentation = RuleDocumentation(
        "parameter/contradicting-limits", .warning, "Limits or times that contradict each other",
        what: """
            A limit that should be the smaller one is larger than its partner: the time to warn of a delay and the time
            to give up, the shortest and the longest wait between attempts, the soft and the hard limit of errors, and
            others. At least one of them was set.
            """,
        why: "One of the two has no effect, so the system does not do what was set.",
        atRunTime: """
            It depends on the pair: Postfix uses the smaller one, as for `bounce_queue_lifetime`, or the larger one
            never takes effect, as for `smtpd_soft_error_limit`. It says so in the log for few of them.
            """,
        mend: "Change one of the two.")

    private struct Pair {
        var smaller: String
        var larger: String
        var effect: String
    }

    private static let times = [
        Pair(
            smaller: "minimal_backoff_time", larger: "maximal_backoff_time",
            effect: "the time between attempts does not grow"),
        Pair(
            smaller: "bounce_queue_lifetime", larger: "maximal_queue_lifetime",
            effect: "bounces live no longer than other mail"),
        Pair(
            smaller: "delay_warning_time", larger: "maximal_queue_lifetime",
            effect: "mail is bounced before anybody is warned of its delay"),
        Pair(
            smaller: "maximal_backoff_time", larger: "maximal_queue_lifetime",
            effect: "mail is bounced before it is tried again"),
        Pair(
            smaller: "address_verify_negative_refresh_time", larger: "address_verify_negative_expire_time",
            effect: "results expire before they are refreshed"),
        Pair(
            smaller: "address_verify_positive_refresh_time", larger: "address_verify_positive_expire_time",
            effect: "results expire before they are refreshed"),
        Pair(
            smaller: "postscreen_dnsbl_min_ttl", larger: "postscreen_dnsbl_max_ttl",
            effect: "the smaller one does not hold"),
    ]

    private static let numbers = [
        Pair(
            smaller: "smtpd_soft_error_limit", larger: "smtpd_hard_error_limit",
            effect: "clients are cut off before they are slowed down"),
        Pair(
            smaller: "default_destination_concurrency_limit", larger: "default_process_limit",
            effect: "there are not that many processes"),
        Pair(
            smaller: "smtpd_client_connection_count_limit", larger: "default_process_limit",
            effect: "one client can take all processes"),
    ]

    func check(_ context: LintContext, _ findings: inout Findings) {
        let scope = context.main
        for pair in Self.times {
            guard let small = scope.seconds(pair.smaller), let large = scope.seconds(pair.larger),
                small > large
            else { continue }
            report(pair, scope, &findings)
        }
        for pair in Self.numbers {
            guard let small = scope.integer(pair.smaller), let large = scope.integer(pair.larger),
                small > large, large > 0
            else { continue }
            report(pair, scope, &findings)
        }
        checkFreeSpace(scope, &findings)
    }

    private func report(_ pair: Pair, _ scope: ServiceScope, _ findings: inout Findings) {
        let ranges = (scope.range(of: pair.smaller), scope.range(of: pair.larger))
        let notes =
            ranges.0 == nil ? [] : [ranges.1.map { Finding.Note("the other one", at: $0) }].compactMap { $0 }
        findings.add(
            at: ranges.0 ?? ranges.1,
            "\(pair.smaller) (\(scope.text(pair.smaller))) is larger than \(pair.larger) "
                + "(\(scope.text(pair.larger))): \(pair.effect)", notes: notes)
    }

    /// smtpd(8) wants free space for one and a half messages at least.
    private func checkFreeSpace(_ scope: ServiceScope, _ findings: inout Findings) {
        guard let free = scope.integer("queue_minfree"), let message = scope.integer("message_size_limit"),
            free > 0, message > 0, free < message + message / 2
        else { return }
        findings.add(
            at: scope.range(of: "queue_minfree"),
            "queue_minfree (\(free)) is less than one and a half times message_size_limit (\(message))",
            help: "set it to \(message + message / 2) at least, or to 0")
    }
}
