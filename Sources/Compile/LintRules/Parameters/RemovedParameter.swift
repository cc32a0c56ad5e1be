import ParameterCatalogue

/// A parameter that the target version does not look at any more.
struct RemovedParameter: Rule {
    static let documentation = RuleDocumentation(
        "parameter/removed", .warning, "A parameter that the target version ignores",
        what: "A parameter was removed before the target version, or is accepted there and changes nothing.",
        why: "What it was set for does not happen.",
        atRunTime: "Nothing: the line is ignored. `postconf` of that version says `unused parameter`.",
        mend: "Remove the line, or set what replaces it.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        for setting in context.writtenSettings {
            guard let definition = setting.definition else { continue }
            let (what, since, replacement): (String, String, String)
            switch definition.lifecycle {
            case .removed(let version, let name): (what, since, replacement) = ("was removed", version, name)
            case .ignored(let version, let name): (what, since, replacement) = ("is ignored", version, name)
            case .current, .readOnly, .deprecated, .renamed, .obsolete: continue
            }
            if let version = PostfixVersion(since), version > context.target.version { continue }
            let whole = context.mainSettings.last { $0.name.string == setting.name }?.entry.range
            let isSafe = !setting.isOverride && !context.knownNames.isReferenced(setting.name)
            let file = setting.nameRange.file
            findings.add(
                at: setting.nameRange,
                "\"\(setting.name)\" \(what)" + (since.isEmpty ? "" : " in Postfix \(since)")
                    + " and changes nothing",
                help: replacement.isEmpty || replacement.hasPrefix("smtpd_tls_dh512")
                    ? "remove the line" : "use \(replacement)",
                fix: whole.flatMap {
                    isSafe ? Finding.Fix([TextEdit(SourceRange(file: file, bytes: $0), with: "")]) : nil
                })
        }
    }
}
