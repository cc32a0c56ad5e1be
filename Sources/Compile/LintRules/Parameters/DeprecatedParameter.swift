import ParameterCatalogue

/// A parameter that still works in the target version and is going to be removed, or has a new name.
struct DeprecatedParameter: Rule {
    static let documentation = RuleDocumentation(
        "parameter/deprecated", .note, "A parameter that is deprecated",
        what: "A parameter still works in the target version, under an old name or until it is removed.",
        why: """
            A later version takes no notice of it, and the default comes back: where `smtpd_use_tls` goes, TLS goes with
            it.
            """,
        atRunTime: "It works. `postconf` of Postfix 3.9 and later warns about it.",
        mend: """
            Use the parameter that is named in its place, or remove the line where none is; `--fix` renames where the
            meaning is the same.
            """)

    func check(_ context: LintContext, _ findings: inout Findings) {
        for setting in context.writtenSettings {
            guard let definition = setting.definition else { continue }
            switch definition.lifecycle {
            case .current, .readOnly, .ignored, .removed: continue
            case .deprecated(let since, let replacement), .obsolete(let since, let replacement):
                report(setting, "deprecated", since, replacement, isRename: false, context, &findings)
            case .renamed(let since, let replacement):
                report(setting, "an old name", since, replacement, isRename: true, context, &findings)
            }
        }
    }

    private func report(
        _ setting: WrittenSetting, _ what: String, _ since: String, _ replacement: String, isRename: Bool,
        _ context: LintContext, _ findings: inout Findings
    ) {
        if let version = PostfixVersion(since), version > context.target.version { return }
        let replacesSet = !replacement.isEmpty && setting.scope.isSet(replacement)
        var notes: [Finding.Note] = []
        if replacesSet {
            notes.append(Finding.Note("this one overrides it", at: setting.scope.range(of: replacement)))
        }
        let isSafe = isRename && !replacesSet && setting.name != "postscreen_dnsbl_ttl"
        findings.add(
            at: setting.nameRange,
            "\"\(setting.name)\" is \(what)" + (since.isEmpty ? "" : " since Postfix \(since)"), notes: notes,
            help: Self.help(setting, replacement, replacesSet: replacesSet),
            fix: isSafe ? Finding.Fix([TextEdit(setting.nameRange, with: replacement)]) : nil)
    }

    private static func help(
        _ setting: WrittenSetting, _ replacement: String, replacesSet: Bool
    ) -> String {
        if replacesSet { return "remove the line" }
        switch setting.name {
        case "smtpd_use_tls", "smtp_use_tls", "lmtp_use_tls", "postscreen_use_tls", "tlsproxy_use_tls":
            let level = setting.text.lowercased() == "yes" ? "may" : "none"
            return "set \(replacement) = \(level)"
        case "smtpd_enforce_tls", "smtp_enforce_tls", "lmtp_enforce_tls", "postscreen_enforce_tls":
            return setting.text.lowercased() == "yes" ? "set \(replacement) = encrypt" : "remove the line"
        case "smtpd_tls_dh1024_param_file", "tlsproxy_tls_dh1024_param_file":
            return "remove the line: OpenSSL has parameters of its own"
        case "tls_eecdh_auto_curves", "tls_ffdhe_auto_groups":
            return "remove the line: OpenSSL 3.5 and later choose for themselves"
        case "smtp_cname_overrides_servername", "lmtp_cname_overrides_servername":
            return "remove the line: no is the default, and safe"
        case "qmgr_fudge_factor": return "remove the line: only oqmgr reads it"
        case "sun_mailtool_compatibility": return "use mailbox_delivery_lock = dotlock"
        case "disable_dns_lookups":
            return setting.text.lowercased() == "yes" ? "set \(replacement) = disabled" : "remove the line"
        default: return replacement.isEmpty ? "remove the line" : "use \(replacement)"
        }
    }
}
