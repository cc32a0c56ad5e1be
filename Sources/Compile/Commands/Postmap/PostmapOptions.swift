import CommandSupport

/// What the command line of `postmap` asks for (postmap(1)).
struct PostmapOptions {
    enum Work: Equatable {
        case build, update, list
        case query(String)
        case delete(String)
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
    var tables: [String] = []

    static let usage =
        "usage: postmap [-fFijnNoprsuvw] [-c config_dir] [-d key] [-q key] [map_type:]file..."

    /// - Throws: `FatalError` with the text to show; what getopt would say goes to `messages` first.
    static func parse(_ words: [String], messages: Messages) throws(FatalError) -> PostmapOptions {
        var options = PostmapOptions()
        let parsed: (elements: [OptionScanner.Element], operands: [String])
        do throws(OptionScanner.Fault) {
            parsed = try OptionScanner(flags: "fFijnNoprsuvw", options: "cdq").scan(words)
        } catch {
            switch error {
            case .unknown(let letter): messages.plain("invalid option -- '\(letter)'")
            case .missingArgument(let letter): messages.plain("option requires an argument -- '\(letter)'")
            }
            throw FatalError(usage)
        }
        for element in parsed.elements { try options.take(element) }
        guard !parsed.operands.isEmpty else { throw FatalError(usage) }
        options.tables = parsed.operands
        return options
    }

    private mutating func take(_ element: OptionScanner.Element) throws(FatalError) {
        switch element {
        case .option("c", let directory): configurationDirectory = directory
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
        case .flag("w"): ignoresDuplicates = true
        case .flag: break
        }
    }

    private mutating func choose(_ new: Work) throws(FatalError) {
        guard work == .build || work == .update else { throw FatalError("specify only one of -s -q or -d") }
        work = new
    }
}
