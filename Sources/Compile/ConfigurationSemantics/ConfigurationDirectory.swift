import ConfigurationSyntax
import Diagnostics
import PosixSupport

/// The two files that a configuration begins with, read and understood.
public struct ConfigurationDirectory: Sendable {
    /// The name for messages, as it was given.
    public let path: String
    public let main: MainSyntax
    /// `nil` where there is none: a main.cf alone is enough for many commands.
    public let master: MasterSyntax?
    /// The services without those that have a mistake.
    public let services: [MasterService]
    /// The settings of main.cf by name, the last of each.
    public let settings: [String: Setting]
    /// What is wrong with the lines of both files.
    public let diagnostics: [Diagnostic]

    /// - Throws: `SystemError` when main.cf cannot be read, or master.cf for any other reason than absence.
    public init(reading path: String) throws(SystemError) {
        let main = try Self.read(path + "/main.cf")
        let masterPath = path + "/master.cf"
        let master = try FileStatus.ofFile(at: masterPath) == nil ? nil : Self.read(masterPath)
        self.init(path: path, main: main, master: master)
    }

    /// A configuration whose files are in memory.
    public init(path: String, main: SourceFile, master: SourceFile?) {
        self.path = path
        self.main = MainSyntax(main)
        self.master = master.map(MasterSyntax.init)
        var diagnostics: [Diagnostic] = []
        var settings: [String: Setting] = [:]
        for entry in self.main.entries {
            switch entry.content {
            case .setting(let name, let value):
                settings[name.string] = Setting(text: value.bytes, origin: .main(value))
            case .malformed(let fault, let position):
                diagnostics.append(
                    Diagnostic(
                        .error, file: main.path, position: position,
                        "\(fault.message): \"\(entry.text.string)\"", help: "expected: name = value"))
            }
        }
        self.settings = settings
        let (services, faults) = self.master.map(MasterServiceReader.services) ?? ([], [])
        self.services = services
        self.diagnostics = diagnostics + faults
    }

    /// What parameters mean for a program.
    ///
    /// - Parameters:
    ///   - processName: the program that reads the configuration.
    ///   - overrides: settings that come before main.cf.
    ///   - directoryName: the value of `config_directory`, where it is not the path.
    public func scope(
        processName: String, overrides: [String: Setting] = [:], facts: SystemFacts = .current,
        directoryName: String? = nil
    ) -> ConfigurationScope {
        ConfigurationScope(
            main: settings, overrides: overrides,
            defaults: DefaultValues(
                facts: facts, transports: TransportNames(services), processName: processName,
                directory: directoryName ?? path))
    }

    private static func read(_ path: String) throws(SystemError) -> SourceFile {
        let file = try FileDescriptor(opening: path)
        return SourceFile(path: path, bytes: try file.readToEnd())
    }
}
