import ByteScanning
import CommandSupport
import CompiledTables
import Glibc
import LMDBStore
import PosixSupport
import TableCompiler
import TableFormat

/// `postmap`: builds, changes, lists and queries lookup tables (postmap(1)).
public struct PostmapCommand {
    let options: PostmapOptions
    let messages: Messages
    let parameters: MainParameters
    /// Whether keys and values are UTF-8 and folded as such.
    let usesUTF8: Bool
    let mapOptions: MapOptions

    init(options: PostmapOptions, messages: Messages, parameters: MainParameters) {
        self.options = options
        self.messages = messages
        self.parameters = parameters
        usesUTF8 = options.usesUTF8 && parameters.isUTF8Enabled
        mapOptions = MapOptions(
            folding: !options.folds ? .none : usesUTF8 ? .unicode : .ascii, checksUTF8: usesUTF8)
    }

    /// Runs the command and returns its exit status.
    ///
    /// - Parameter words: the command line without the program's name.
    public static func run(_ words: [String], program: String) -> Int32 {
        let messages = Messages(program: program)
        do throws(FatalError) {
            let options = try PostmapOptions.parse(words, messages: messages)
            let parameters: MainParameters
            do throws(SystemError) {
                parameters = try MainParameters(directory: options.configurationDirectory)
            } catch {
                throw FatalError("\(error)")
            }
            return try PostmapCommand(options: options, messages: messages, parameters: parameters).run()
        } catch {
            messages.fatal(error.description)
            return 1
        }
    }

    private func run() throws(FatalError) -> Int32 {
        var references: [TableReference] = []
        for table in options.tables { references.append(try reference(table)) }
        switch options.work {
        case .build:
            for reference in references { try build(reference) }
            return 0
        case .update:
            for reference in references { try update(reference) }
            return 0
        case .list:
            for reference in references { try list(reference) }
            return 0
        case .query(let key): return try query(key, references)
        case .delete(let key): return try delete(key, references)
        }
    }

    private func reference(_ text: String) throws(FatalError) -> TableReference {
        let name = parameters["default_database_type"]
        guard let type = TableType(rawValue: name) else {
            throw FatalError("default_database_type: unsupported dictionary type: \(name)")
        }
        do throws(UnknownTableType) {
            var reference = try TableReference(text, defaultType: type)
            while reference.type == .proxy {
                reference = try TableReference(reference.name, defaultType: type)
            }
            return reference
        } catch {
            throw FatalError("\(error)")
        }
    }

    func compiler(_ reference: TableReference) throws(FatalError) -> MapCompiler {
        guard reference.type.kind == .indexed else {
            throw FatalError(
                "unsupported dictionary type: \(reference.type.rawValue) does not support bulk-mode creation."
            )
        }
        return MapCompiler(
            file: reference.name, options: mapOptions,
            duplicates: options.replaces ? .keepLast : options.ignoresDuplicates ? .keepFirst : .report,
            termination: options.neverTerminates ? .never : options.terminates ? .always : .unspecified,
            readsFiles: options.readsFiles)
    }
}
