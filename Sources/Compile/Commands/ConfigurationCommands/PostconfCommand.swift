import ByteScanning
import CommandSupport
import ConfigurationSemantics
import PosixSupport

/// `postconf`: shows and changes main.cf and master.cf (postconf(1)).
public struct PostconfCommand {
    private let options: PostconfOptions
    private let reporter: Reporter

    /// Runs the command and returns its exit status.
    ///
    /// - Parameters:
    ///   - words: the command line without the program's name.
    ///   - name: what messages call the program.
    public static func run(_ words: [[UInt8]], name: String) -> Int32 {
        let messages = Messages(program: name)
        do throws(FatalError) {
            let options = try PostconfOptions.parse(words, messages: messages)
            let given = options.configurationDirectory ?? ConfigurationPath.environment
            let reporter = Reporter(
                messages: messages, directory: given ?? ConfigurationPath.standard,
                isDirectoryGiven: given != nil)
            return try PostconfCommand(options: options, reporter: reporter).run()
        } catch {
            messages.fatal(Reporter.shown(error.description.utf8))
            return 1
        }
    }

    private func run() throws(FatalError) -> Int32 {
        var output = OutputBuffer()
        switch options.mode {
        case .serverSASLTypes: output.append("dovecot\n")
        case .clientSASLTypes: break
        case .lockTypes: output.append("flock\nfcntl\ndotlock\n")
        case .tableTypes: output.append(TableTypeList.text)
        case .tlsFacts: return try TLSFacts.check(options.fact, reporter)
        case .templates, .expandedTemplates: try BounceTemplateCommand(options, reporter).run(&output)
        case .mainParameters, .masterEntries, .masterFields, .masterParameters: try runOnFiles(&output)
        default: break
        }
        try finish(&output)
        return 0
    }

    private func runOnFiles(_ output: inout OutputBuffer) throws(FatalError) {
        if options.change != nil {
            if options.mode == .mainParameters {
                try MainEdit(options).run(path: reporter.directory + "/main.cf", reporter)
            } else {
                var edit = try MasterEdit(options, reporter)
                try edit.run(path: reporter.directory + "/master.cf")
            }
            return
        }
        let configuration = try Configuration(options, reporter)
        if options.mode == .mainParameters {
            var listing = MainListing(configuration)
            try listing.run(&output)
        } else {
            try MasterListing(configuration).run(&output)
        }
        try finish(&output)
        if !options.has(.defaults) { configuration.reportUnused() }
    }

    private func finish(_ output: inout OutputBuffer) throws(FatalError) {
        do throws(SystemError) { try output.flush() } catch { throw FatalError("\(error)") }
    }
}
