import ConfigurationSemantics
import Diagnostics

/// What a build has to say of the values of a configuration, before it opens any table or file that they name.
public enum ValueDiagnostics {
    /// What is wrong with the lines of main.cf and master.cf, and then with what they say.
    public static func of(_ directory: ConfigurationDirectory, facts: SystemFacts) -> [Diagnostic] {
        var compiler = ScopeCompiler(
            directory: directory, facts: facts, directoryName: directory.path, files: nil, isLenient: false)
        let global = compiler.global()
        for service in directory.lastServices { _ = compiler.scope(of: service, global: global) }
        return directory.diagnostics + compiler.diagnostics
    }
}
