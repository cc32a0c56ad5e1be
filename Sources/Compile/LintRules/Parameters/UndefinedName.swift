import ConfigurationSyntax
import ParameterCatalogue

/// `$name` in a value where nobody defines the name: it becomes nothing.
struct UndefinedName: Rule {
    static let documentation = RuleDocumentation(
        "parameter/undefined-name", .warning, "A $name that nobody defines",
        what:
            "A value has `$name`, and neither main.cf nor an override nor Postfix itself defines that name.",
        why:
            "The name becomes nothing: `lmdb:$confdir/virtual` is `lmdb:/virtual`, and `$mynetwork` is no network.",
        atRunTime: """
            The empty text takes its place without a word in the log; `postconf` says `undefined parameter`.
            """,
        mend: "Define the name, or write it right. A `$` that is meant as such is written `$$`.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let known = context.knownNames
        for setting in context.writtenSettings where setting.definition?.isRaw != true {
            for name in Self.names(setting.setting.text) {
                let isDefined = known.isDefined(name.text, setting.scope)
                guard !isDefined else { continue }
                let meant = known.nearestWithSettings(to: name.text)
                findings.add(
                    at: setting.range(name.offset..<name.offset + name.text.utf8.count),
                    "nobody defines \"\(name.text)\"; it becomes nothing",
                    help: meant.map { "did you mean \"\($0)\"?" })
            }
        }
    }

    /// The names that are replaced without a condition that says what an empty one means.
    private static func names(_ text: [UInt8]) -> [MacroText.Name] {
        do throws(MacroFault) { return Self.unconditional(try MacroText(text)) } catch { return [] }
    }

    private static func unconditional(_ text: MacroText) -> [MacroText.Name] {
        text.parts.flatMap { part -> [MacroText.Name] in
            switch part {
            case .text, .function, .comparison, .fault: []
            case .name(let name): [name]
            case .conditional: []
            }
        }
    }
}
