import Foundation
import NetworkAddress
import RouteExplanation
import TestSupport
import Testing

/// Postfix's own SMTP server answers random clients under random restrictions; the explanation must predict it.
@Suite(.serialized, .enabled(if: PostfixInstance.isAvailable)) struct ServerOracleTests {
    private static let main = """
        smtpd_authorized_xclient_hosts = static:all
        smtpd_client_connection_count_limit = 0
        smtpd_client_connection_rate_limit = 0
        smtpd_soft_error_limit = 1000000
        smtpd_hard_error_limit = 1000000
        smtpd_error_sleep_time = 0
        smtpd_junk_command_limit = 1000000

        """

    /// Sessions for each configuration, and configurations for each instance of Postfix.
    private static let (sessions, configurations) = (20, 100)

    @Test func `every session is answered as Postfix answers it`() throws {
        let count = max(1, SeededRandom.cases(2000) / Self.sessions)
        var disagreements = 0
        for (part, first) in stride(from: 0, to: count, by: Self.configurations).enumerated() {
            var random = SeededRandom("smtpd", part: part)
            disagreements += try compare(min(Self.configurations, count - first), &random)
            guard disagreements < 20 else { return }
        }
    }

    /// Returns how many configurations gave another answer than Postfix.
    private func compare(_ count: Int, _ random: inout SeededRandom) throws -> Int {
        let instance = try PostfixInstance(main: Self.main, master: "")
        let configurations = (0..<count).map {
            RandomAccess(number: $0, directory: instance.directory, random: &random)
        }
        try start(instance, configurations)
        var (disagreements, compared) = (0, 0)
        for (number, configuration) in configurations.enumerated() {
            let system = try system(instance, configuration, number)
            let client = SMTPClient(path: "\(instance.directory)/spool/public/sd\(number)")
            for _ in 0..<Self.sessions {
                let session = configuration.session(&random)
                let theirs = try client.replies(to: session)
                guard let (ours, steps) = try answers(system, session) else { continue }
                compared += 1
                #expect(ours == theirs, "\(session)\n\(steps)\n\(configuration)")
                guard ours != theirs else { continue }
                // A configuration can be wrong in all its answers.
                disagreements += 1
                break
            }
        }
        #expect(compared > count * Self.sessions * 8 / 10 || disagreements > 0)
        for line in instance.log.split(separator: "\n")
        where line.contains("fatal:") || line.contains("panic:") {
            Issue.record("\(line)")
        }
        return disagreements
    }

    private func start(_ instance: PostfixInstance, _ configurations: [RandomAccess]) throws {
        var master = ""
        for (number, configuration) in configurations.enumerated() {
            let settings = configuration.parameters.map { "  -o { \($0.name) = \($0.value) }\n" }.joined()
            master += "rw\(number) unix - - n - 1 trivial-rewrite\n" + settings
            master +=
                "sd\(number) unix n - n - 1 smtpd\n" + settings + "  -o rewrite_service_name=rw\(number)\n"
            for (name, text) in configuration.files { try instance.write(text, "tables/" + name) }
            let names = configuration.indexed.map { "lmdb:\(instance.directory)/tables/\($0)" }
            if !names.isEmpty {
                let answer = try instance.run(
                    ["/usr/sbin/postmap", "-c", instance.directory + "/etc"] + names)
                try #require(answer.status == 0, "\(answer.errors)")
            }
        }
        try instance.addServices(master)
        try instance.start()
    }

    /// The same configuration as we read it.
    private func system(
        _ instance: PostfixInstance, _ configuration: RandomAccess, _ number: Int
    ) throws -> RoutingSystem {
        let directory = "ours\(number)"
        try FileManager.default.createDirectory(
            atPath: "\(instance.directory)/\(directory)", withIntermediateDirectories: true)
        let settings = configuration.parameters.map { "\($0.name) = \($0.value)\n" }.joined()
        try instance.write(
            "compatibility_level = 3.6\ninet_interfaces = 127.0.0.1\nproxy_interfaces = 10.1.2.3\n"
                + settings,
            directory + "/main.cf")
        try instance.write(
            "smtp inet n - n - - smtpd\ncleanup unix n - n - 0 cleanup\nrewrite unix - - n - - trivial-rewrite\n",
            directory + "/master.cf")
        return try RoutingSystem.open("\(instance.directory)/\(directory)") { _ in }
    }

    /// What we predict, and why; `nil` for what the configuration does not tell.
    private func answers(
        _ system: RoutingSystem, _ session: SMTPClient.Session
    ) throws -> (replies: [String], steps: String)? {
        let parsed = IPAddress(Array(session.address.utf8).span)
        let address = try #require(parsed)
        let question = Question(
            sender: ReversePathText(Array(session.sender.utf8)),
            client: Question.Client(address: address, name: session.name), helo: session.helo)
        var explainer = Explainer(system)
        let explanation = explainer.explain(Array(session.recipient.utf8), question)
        guard explanation.unknowns.isEmpty else { return nil }
        let answers = explanation.answers
        let replies = [answers?.connection, answers?.helo, answers?.mail, answers?.recipient]
        let steps = explanation.steps.map {
            "\($0.step) \($0.parameter ?? "") \($0.table ?? "") \($0.key): \($0.result ?? "-")"
        }
        return (replies.compactMap { $0?.description }, steps.joined(separator: "\n"))
    }
}
