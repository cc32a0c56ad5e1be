import ConfigurationSemantics
import ParameterCatalogue

/// A service that programs talk to, and that master.cf does not have.
struct MissingService: Rule {
    static let documentation = RuleDocumentation(
        "master/missing-service", .error, "A service that others need and that is not there",
        what: """
            master.cf lacks a service that every message passes through, or one that a parameter names, such as
            `cleanup_service_name`, or the one that writes `maillog_file`. Services that only some features use are found when the feature is in use, as a
            warning.
            """,
        why: "Programs wait for a socket that nobody listens on: mail is deferred or not accepted.",
        atRunTime: """
            `warning: connect to private/rewrite: No such file or directory`, again and again. Without the service for
            `maillog_file` nothing starts: `fatal: missing 'postlog' service in master.cf`.
            """,
        mend: "Add the line as master.cf comes with it, or name a service that is there.")

    /// Parameters that name a service that messages need, and whether each message does.
    private static let essential = [
        ("cleanup_service_name", true), ("rewrite_service_name", true), ("queue_service_name", true),
        ("pickup_service_name", false), ("bounce_service_name", false), ("defer_service_name", false),
    ]

    func check(_ context: LintContext, _ findings: inout Findings) {
        guard context.hasMaster, let last = context.directory.services.last else { return }
        let names = Set(context.directory.services.filter { $0.kind != .inet }.map(\.name.string))
        for (parameter, needsAlways) in Self.essential
        where !(context.target.isPostroom && parameter == "rewrite_service_name") {
            for scope in context.scopes where scope.service == nil || isRead(parameter, scope) {
                let name = scope.text(parameter)
                guard !name.isEmpty, !names.contains(name) else { continue }
                findings.add(
                    at: scope.range(of: parameter) ?? context.range(of: last),
                    "master.cf has no service \"\(name)\", which \(parameter) names",
                    severity: needsAlways ? .error : .warning)
            }
        }
        checkLog(context, names, &findings)
        checkFeatures(context, names, last, &findings)
    }

    /// The service that writes `maillog_file`, without which postfix(1) starts nothing.
    private func checkLog(_ context: LintContext, _ names: Set<String>, _ findings: inout Findings) {
        let name = context.main.text("postlog_service_name")
        guard context.main.isSet("maillog_file"), !context.target.isPostroom, !names.contains(name) else {
            return
        }
        findings.add(
            at: context.main.range(of: "maillog_file"),
            "master.cf has no service \"\(name)\", which writes maillog_file",
            help: "add: \(name) unix-dgram n - n - 1 postlogd")
    }

    private func isRead(_ parameter: String, _ scope: ServiceScope) -> Bool {
        guard let setting = scope.setting(parameter), case .override = setting.origin else { return false }
        return ParameterCatalogue.definition(of: parameter)?.isRead(by: scope.program) ?? false
    }

    /// Services for what is in use.
    private func checkFeatures(
        _ context: LintContext, _ names: Set<String>, _ last: MasterService, _ findings: inout Findings
    ) {
        // Postroom has libraries in the place of tlsmgr, dnsblog and proxymap.
        guard !context.target.isPostroom else { return }
        for (name, range, reason) in needs(of: context) where !names.contains(name) {
            findings.add(
                at: range ?? context.range(of: last), "master.cf has no service \"\(name)\", which \(reason)",
                severity: .warning)
        }
    }

    private func needs(of context: LintContext) -> [(name: String, range: SourceRange?, reason: String)] {
        var needs: [(String, SourceRange?, String)] = []
        for scope in context.services(running: "postscreen") {
            let range = scope.service.map { context.range(of: $0) }
            needs.append(("smtpd", range, "postscreen passes clients to"))
            if !scope.words("postscreen_dnsbl_sites").isEmpty {
                needs.append(("dnsblog", range, "postscreen asks for DNS lists"))
            }
        }
        for scope in context.services where ["smtpd", "smtp", "lmtp"].contains(scope.program) {
            let name = "\(scope.program)_tls_security_level"
            if scope.isSet(name), scope.text(name) != "none" {
                needs.append(("tlsmgr", scope.range(of: name), "TLS needs"))
            }
        }
        for use in context.tableUses where use.isProxied && use.range != nil {
            needs.append(("proxymap", use.range, "opens proxy: tables"))
        }
        return needs
    }
}
