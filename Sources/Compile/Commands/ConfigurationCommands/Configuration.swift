import ByteScanning
import CommandSupport
import ConfigurationSemantics
import ConfigurationSyntax
import ParameterCatalogue
import PosixSupport

/// main.cf and master.cf as they were read, and what their names mean.
struct Configuration {
    let options: PostconfOptions
    let reporter: Reporter
    let master: MasterFile
    let names: KnownNames
    /// What parameters mean where no service overrides them.
    let scope: ConfigurationScope

    /// - Throws: `FatalError` when a file cannot be read or has a line that means nothing.
    init(_ options: PostconfOptions, _ reporter: Reporter) throws(FatalError) {
        self.options = options
        self.reporter = reporter
        let showsDefaults = options.has(.defaults)
        // What is asked for is read first.
        let main: [String: Setting]
        if options.mode == .mainParameters {
            main = showsDefaults ? [:] : try Self.main(options, reporter)
            master = try Self.master(options, reporter)
        } else {
            master = try Self.master(options, reporter)
            main = try Self.main(options, reporter)
        }
        let transports = Self.transports(master.entries)
        scope = ConfigurationScope(
            main: main,
            defaults: DefaultValues(
                facts: .current, transports: transports, processName: reporter.messages.program,
                directory: nil))
        let entries = showsDefaults ? [] : master.entries
        var uses = NameUses(
            KnownNames(main: main, entries: entries, transports: transports), scope: scope, reporter)
        if !showsDefaults {
            try ComputedDefaults(scope, reporter).check()
            try uses.find()
        }
        names = uses.names
        reportUndefined()
    }

    private static func transports(_ entries: [MasterEntry]) -> TransportNames {
        TransportNames(
            entries.map { entry in
                (
                    String(decoding: entry.name, as: UTF8.self),
                    String(decoding: entry.words[MasterEntry.commandColumn], as: UTF8.self)
                )
            })
    }

    private static func main(
        _ options: PostconfOptions, _ reporter: Reporter
    ) throws(FatalError) -> [String: Setting] {
        let directory = Setting(text: Array(reporter.directory.utf8), origin: .commandLine)
        var file = try MainFile(
            try source(reporter.directory + "/main.cf"), reporter,
            known: reporter.isDirectoryGiven ? ["config_directory": directory] : [:])
        try file.override(options.overrides)
        return file.settings
    }

    static func source(_ path: String) throws(FatalError) -> SourceFile {
        do throws(SystemError) {
            return SourceFile(path: path, bytes: try FileDescriptor(opening: path).readToEnd())
        } catch {
            throw FatalError("\(error)")
        }
    }

    /// main.cf alone is enough for those who ask for it.
    private static func master(_ options: PostconfOptions, _ reporter: Reporter) throws(FatalError)
        -> MasterFile
    {
        let path = reporter.directory + "/master.cf"
        let source: SourceFile
        do throws(SystemError) {
            source = SourceFile(path: path, bytes: try FileDescriptor(opening: path).readToEnd())
        } catch {
            guard options.mode == .mainParameters else { throw FatalError("\(error)") }
            reporter.warning("\(error)")
            return MasterFile()
        }
        return try MasterFile(source, reporter)
    }

    /// What parameters mean for an entry of master.cf.
    func scope(of entry: MasterEntry) -> ConfigurationScope {
        var scope = scope
        scope.overrides = entry.parameters.mapValues { Setting(text: $0, origin: .commandLine) }
        return scope
    }
}

/// Values that are made from others, which must mean something even when nobody asks for them.
struct ComputedDefaults {
    private var scope: ConfigurationScope
    private let reporter: Reporter

    init(_ scope: ConfigurationScope, _ reporter: Reporter) {
        self.scope = scope
        self.reporter = reporter
    }

    /// - Throws: `FatalError` when a value that somebody wrote cannot be used.
    func check() throws(FatalError) {
        do throws(ExpansionFailure) {
            for name in ["myhostname", "mydomain"] where scope.main[name] != nil {
                if name == "mydomain", scope.main["myhostname"] != nil { continue }
                _ = try scope.writtenValue(name)
            }
            if scope.main["mynetworks"] == nil {
                for name in ["mynetworks_style", "inet_interfaces", "inet_protocols"] {
                    _ = try scope.writtenValue(name)
                }
            }
        } catch {
            throw reporter.failure(error, reader: "dictionary mail_dict: ")
        }
        guard scope.main["mynetworks"] == nil else { return }
        do throws(ExpansionFailure) {
            var scope = scope
            _ = try scope.localNetworks()
        } catch {
            throw reporter.failure(error)
        }
    }
}
