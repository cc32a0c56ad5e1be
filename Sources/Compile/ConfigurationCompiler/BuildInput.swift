import ConfigurationSemantics
import Diagnostics
import GenerationFormat
import PosixSupport

/// A configuration directory that is read for a build, and the files that it names.
struct BuildInput {
    let directory: ConfigurationDirectory
    /// The directory as the configuration itself calls it: absolute, below the root of a checkout.
    let directoryName: String
    let files: SourceFiles
    let facts: SystemFacts
    private let options: GenerationBuild.Options

    init(_ options: GenerationBuild.Options, facts: SystemFacts) throws(SystemError) {
        self.options = options
        self.facts = facts
        directory = try ConfigurationDirectory(reading: options.configuration)
        let path = try PathNames.resolved(options.configuration)
        let root = options.root.isEmpty ? "" : try PathNames.resolved(options.root)
        let isBelowRoot = !root.isEmpty && (path == root || path.hasPrefix(root + "/"))
        directoryName =
            options.directoryName ?? (isBelowRoot ? String(path.dropFirst(root.utf8.count)) : path)
        var scope = directory.scope(processName: "", facts: facts, directoryName: directoryName)
        files = SourceFiles(
            root: root, configuration: (directoryName, options.configuration),
            queueDirectory: Self.text("queue_directory", &scope) ?? "/var/spool/postfix")
        files.note(directory.main.source)
        if let master = directory.master {
            files.note(master.source)
        } else {
            files.noteMissing(options.configuration + "/master.cf")
        }
    }

    /// The parameters in which mistakes are errors; `nil` for all.
    var neededParameters: Set<String>? { options.neededParameters }

    /// Where generations go.
    func outputDirectory() throws(ExpansionFailure) -> String {
        if let output = options.output { return output }
        var scope = directory.scope(processName: "", facts: facts, directoryName: directoryName)
        return files.path(of: try scope.text("compiled_directory"))
    }

    /// What a generation depends on besides files, each as `name=value`.
    ///
    /// - Parameter global: the scope of all programs, which says what of the machine was used.
    func inputs(_ global: CompiledScope) -> [String] {
        var inputs = ["program=\(Self.programVersion)", "root=\(options.root)", "directory=\(directoryName)"]
        if global.values["myhostname"]?.origin == .computed { inputs.append("host=\(facts.hostName)") }
        if global.values["mynetworks"]?.origin == .computed {
            let interfaces = facts.interfaces.map { "\($0.address)/\($0.length)" }
            inputs.append("interfaces=\(interfaces.joined(separator: " "))")
        }
        return inputs
    }

    /// Whether the inputs of a generation are what they would be now.
    func agrees(with inputs: [String]) -> Bool {
        let interfaces = facts.interfaces.map { "\($0.address)/\($0.length)" }.joined(separator: " ")
        let now = [
            "program=\(Self.programVersion)", "root=\(options.root)", "directory=\(directoryName)",
            "host=\(facts.hostName)", "interfaces=\(interfaces)",
        ]
        return inputs.count >= 3 && inputs.allSatisfy(now.contains)
    }

    /// What is wrong with the value of `compiled_directory`.
    func diagnostic(of failure: ExpansionFailure) -> Diagnostic {
        let setting = directory.settings[failure.name]
        return Diagnostic(
            .error, file: directory.main.source.path, position: setting?.position(),
            "\(failure.name): \(failure.message)")
    }

    /// Made anew with each release: what the same files compile to may change.
    private static let programVersion = "0.1.0"

    private static func text(_ name: String, _ scope: inout ConfigurationScope) -> String? {
        do throws(ExpansionFailure) { return try scope.text(name) } catch { return nil }
    }
}
