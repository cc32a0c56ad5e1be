import ByteScanning
import ConfigurationSemantics
import ParameterCatalogue

extension Configuration {
    /// Warns of names that are used and defined nowhere.
    func reportUndefined() {
        guard !names.undefined.isEmpty else { return }
        let hint = hint
        for (file, name) in names.undefined {
            reporter.warning(
                Array(
                    "\(reporter.directory)/\(file): undefined parameter: \(name)\(hint.text(for: name))".utf8)
            )
        }
    }

    /// Warns of settings that nothing reads, and of those that are going out of use.
    func reportUnused() {
        guard !options.has(.quiet) else { return }
        if options.mode == .mainParameters {
            for (name, setting) in sorted(names.main) {
                report(name, setting.text, file: "main.cf", isUsed: names.isUsed(name))
            }
        }
        for (number, entry) in names.entries.enumerated() {
            for (name, value) in sorted(entry.parameters) {
                report(name, value, file: "master.cf", isUsed: names.isUsed(name, in: number))
            }
        }
    }

    /// The nearest of all names that mean something.
    var hint: NameHint { NameHint(names.user.union(names.transports.names)) }

    private func sorted<Value>(_ settings: [String: Value]) -> [(key: String, value: Value)] {
        settings.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    private func report(_ name: String, _ value: [UInt8], file: String, isUsed: Bool) {
        let path = "\(reporter.directory)/\(file)"
        if let advice = Deprecation.advice(name) {
            reporter.warning("\(path): support for parameter \"\(name)\" \(advice)")
        } else if !isUsed {
            reporter.warning(
                Array("\(path): unused parameter: \(name)=".utf8) + value + Array(hint.text(for: name).utf8))
        }
    }
}

/// What is said of parameters that are going out of use (Postfix's DEPRECATION_README).
enum Deprecation {
    /// When a parameter goes, and what to set instead; `nil` for one that stays.
    static func advice(_ name: String) -> String? {
        guard let lifecycle = ParameterCatalogue.definition(of: name)?.lifecycle else { return nil }
        switch lifecycle {
        case .deprecated, .renamed: return "will be removed; instead, " + instead(lifecycle.replacement)
        case .ignored where name.hasSuffix("_tls_eecdh_grade"):
            return "will be removed; instead, " + instead("")
        case .removed: return "has been removed; instead, " + instead(lifecycle.replacement)
        case .current, .readOnly, .ignored, .obsolete: return nil
        }
    }

    private static func instead(_ replacement: String) -> String {
        replacement.isEmpty ? "do not specify (leave at default)" : "specify \"\(replacement)\""
    }
}
