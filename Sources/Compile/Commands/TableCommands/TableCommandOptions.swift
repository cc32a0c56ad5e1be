import CommandSupport

/// What the command line of `postmap` or `postalias` asks for (postmap(1), postalias(1)).
struct TableCommandOptions {
    enum Work: Equatable {
        case build, update, list
        case query([UInt8])
        case delete([UInt8])
    }

    var work = Work.build
    var configurationDirectory: String?
    var folds = true
    var usesUTF8 = true
    var keepsRoot = false
    var isPublic = false
    var terminates = false
    var neverTerminates = false
    var replaces = false
    var ignoresDuplicates = false
    var readsFiles = false
    var printsJSON = false
    var isVerbose = false
    /// `-h`, `-b`: keys are parts of a message.
    var messageParts: MessageQuery.Parts = []
    /// `-m`
    var followsMIME = false
    /// `-U`
    var forcesUTF8 = false
    var tables: [String] = []

    /// - Throws: `FatalError` with the text to show; what getopt would say goes to `messages` first.
    static func parse(
        _ words: [[UInt8]], of program: TableProgram, messages: Messages
    ) throws(FatalError) -> TableCommandOptions {
        var options = TableCommandOptions()
        let parsed: (elements: [OptionScanner.Element], operands: [[UInt8]])
        do throws(OptionScanner.Fault) {
            parsed = try OptionScanner(flags: program.flags, options: "cdq").scan(words)
        } catch {
            messages.report(error)
            throw FatalError(program.usage)
        }
        for element in parsed.elements { try options.take(element) }
        guard !parsed.operands.isEmpty else { throw FatalError(program.usage) }
        if options.followsMIME || !options.messageParts.isEmpty {
            guard options.work == .query([UInt8(ascii: "-")]) else {
                throw FatalError("specify -b -h or -m only with \"-q -\"")
            }
            if options.messageParts.isEmpty { messages.warning("ignoring -m option without -b or -h") }
        }
        for word in parsed.operands { options.tables.append(try name(word)) }
        return options
    }

    private mutating func take(_ element: OptionScanner.Element) throws(FatalError) {
        switch element {
        case .option("c", let directory): configurationDirectory = try name(directory)
        case .option("q", let key): try choose(.query(key))
        case .option(_, let key): try choose(.delete(key))
        case .flag("s"): try choose(.list)
        case .flag("i"): if work == .build { work = .update }
        case .flag("f"): folds = false
        case .flag("F"): readsFiles = true
        case .flag("j"): printsJSON = true
        case .flag("n"): neverTerminates = true
        case .flag("N"): terminates = true
        case .flag("o"): keepsRoot = true
        case .flag("p"): isPublic = true
        case .flag("r"): replaces = true
        case .flag("u"): usesUTF8 = false
        case .flag("v"): isVerbose = true
        case .flag("h"): messageParts.insert(.headers)
        case .flag("b"): messageParts.insert(.body)
        case .flag("m"): followsMIME = true
        case .flag("U"): forcesUTF8 = true
        case .flag("w"): ignoresDuplicates = true
        case .flag: break
        }
    }

    private mutating func choose(_ new: Work) throws(FatalError) {
        guard work == .build || work == .update else { throw FatalError("specify only one of -s -q or -d") }
        work = new
    }
}
