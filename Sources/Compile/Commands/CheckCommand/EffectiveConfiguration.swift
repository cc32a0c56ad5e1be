import ByteScanning
import CommandSupport
import ConfigurationSemantics
import LintRules
import ParameterCatalogue

/// `--effective SERVICE`: every setting that the program of a service reads and that somebody wrote, names replaced, with
/// the place it comes from.
struct EffectiveConfiguration {
    private let context: LintContext

    init(_ context: LintContext) { self.context = context }

    /// - Parameter service: `name/type` or a name alone.
    func text(of service: String) throws(FatalError) -> String {
        let scopes = context.services.filter { scope in
            scope.service.map { $0.label == service || $0.name.string == service } ?? false
        }
        guard !scopes.isEmpty else {
            let known = context.directory.services.map(\.label).joined(separator: ", ")
            throw FatalError("master.cf has no service \"\(service)\"; it has \(known)")
        }
        return scopes.map(text).joined(separator: "\n")
    }

    private func text(_ scope: ServiceScope) -> String {
        guard let service = scope.service else { return "" }
        var text = "# \(service.label): \(place(context.range(of: service))), \(service.command.string)\n"
        for name in names(scope) {
            guard let setting = scope.explicitSetting(name) else { continue }
            let origin = scope.range(of: setting).map { "  # \(place($0))" } ?? ""
            text += "\(name) = \(shown(name, scope))\(origin)\n"
        }
        return text
    }

    /// What main.cf sets and the program reads, and all overrides.
    private func names(_ scope: ServiceScope) -> [String] {
        let overrides = scope.service?.overrides.map(\.name) ?? []
        let read = context.mainSettings.map(\.name.string).filter { name in
            ParameterCatalogue.definition(of: name)?.isRead(by: scope.program) ?? false
        }
        return Set(overrides + read).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func shown(_ name: String, _ scope: ServiceScope) -> String {
        if name.hasSuffix("_password") || name.hasSuffix("_bind_pw") { return "****" }
        if name.hasSuffix("_sasl_password_maps"), scope.text(name).contains("{") { return "****" }
        let text = scope.text(name).split { $0.isWhitespace }.joined(separator: " ")
        return printable(Array(text.utf8), limit: 10_000)
    }

    private func place(_ range: SourceRange) -> String {
        let line = context.text(of: range.file)?.position(of: range.bytes.lowerBound).line ?? 1
        return "\(range.file):\(line)"
    }
}
