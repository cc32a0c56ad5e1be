import ByteScanning
import CommandSupport
import CompiledTables
import Glibc
import LMDBStore
import PosixSupport
import TableCompiler
import TableFormat

/// `postmap` and `postalias`: build, change, list and query lookup tables (postmap(1), postalias(1)).
public struct TableCommand {
    let program: TableProgram
    let options: TableCommandOptions
    let messages: Messages
    let parameters: MainParameters
    /// What keys are, and how they are folded.
    let keyPolicy: KeyPolicy

    private init(
        program: TableProgram, options: TableCommandOptions, messages: Messages, parameters: MainParameters
    ) {
        self.program = program
        self.options = options
        self.messages = messages
        self.parameters = parameters
        // Messages need not be UTF-8 (postmap(1), -U).
        let expectsUTF8 = options.usesUTF8 && (options.messageParts.isEmpty || options.forcesUTF8)
        let usesUTF8 = expectsUTF8 && parameters.isUTF8Enabled
        keyPolicy = KeyPolicy(
            folding: !options.folds ? .none : usesUTF8 ? .unicode : .ascii, checksUTF8: usesUTF8)
    }

    /// Runs the command and returns its exit status.
    ///
    /// - Parameters:
    ///   - words: the command line without the program's name.
    ///   - name: what messages call the program.
    public static func run(_ words: [[UInt8]], program: TableProgram, name: String) -> Int32 {
        let messages = Messages(program: name)
        do throws(FatalError) {
            let options = try TableCommandOptions.parse(words, of: program, messages: messages)
            let parameters: MainParameters
            do throws(SystemError) {
                parameters = try MainParameters(directory: options.configurationDirectory)
            } catch {
                throw FatalError("\(error)")
            }
            return try TableCommand(
                program: program, options: options, messages: messages, parameters: parameters
            ).run()
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
            return try TableReference(text, defaultType: type).withoutProxy()
        } catch {
            throw FatalError("\(error)")
        }
    }

    /// Says what is done when `-v` asks for it.
    func log(_ text: @autoclosure () -> String) {
        if options.isVerbose { messages.plain(text()) }
    }

    /// How a key that is met again is treated.
    var duplicates: DuplicatePolicy {
        options.replaces ? .keepLast : options.ignoresDuplicates ? .keepFirst : .report
    }

    func compiler(_ reference: TableReference) throws(FatalError) -> MapCompiler {
        guard reference.type.kind == .indexed else {
            throw FatalError(
                "unsupported dictionary type: \(reference.type.rawValue) does not support bulk-mode creation."
            )
        }
        return MapCompiler(
            file: reference.name, grammar: program.grammar, options: keyPolicy,
            duplicates: duplicates,
            termination: options.neverTerminates ? .never : options.terminates ? .always : .unspecified,
            readsFiles: options.readsFiles)
    }
}
