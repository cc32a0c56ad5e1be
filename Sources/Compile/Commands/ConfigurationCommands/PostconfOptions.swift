import ByteScanning
import CommandSupport

/// What the command line of `postconf` asks for (postconf(1)).
struct PostconfOptions {
    /// Parameters by where their names come from.
    struct Classes: OptionSet {
        let rawValue: Int
        static let builtIn = Classes(rawValue: 1)
        static let service = Classes(rawValue: 2)
        static let user = Classes(rawValue: 4)
        static let all: Classes = [.builtIn, .service, .user]
    }

    private(set) var flags: Set<PostconfFlag> = []
    private(set) var mode = PostconfFlag.mainParameters
    private(set) var configurationDirectory: String?
    private(set) var classes: Classes = []
    /// The arguments of `-o`.
    private(set) var overrides: [[UInt8]] = []
    /// The argument of `-T`.
    private(set) var fact = ""
    /// Whether `-P` came twice.
    private(set) var listsInherited = false
    private(set) var operands: [[UInt8]] = []

    func has(_ flag: PostconfFlag) -> Bool { flags.contains(flag) }

    /// How a file is changed; `nil` when one is shown.
    var change: PostconfFlag? { PostconfFlag.changes.intersection(flags).first }

    /// - Throws: `FatalError` with the text to show; what getopt would say goes to `messages` first.
    static func parse(_ words: [[UInt8]], messages: Messages) throws(FatalError) -> PostconfOptions {
        var options = PostconfOptions()
        let scanner = OptionScanner(flags: "aAbdeEfFhHjlmMnpPqtvxX#", options: "cCoT")
        let (elements, operands, fault) = scanner.scanPrefix(words)
        for element in elements { try options.take(element) }
        if let fault {
            messages.report(fault)
            throw FatalError(usage)
        }
        options.operands = operands
        try options.finish()
        return options
    }

    private mutating func take(_ element: OptionScanner.Element) throws(FatalError) {
        switch element {
        case .option("c", let directory): configurationDirectory = try name(directory)
        case .option("C", let classes): try take(classes: String(decoding: classes, as: UTF8.self))
        case .option("o", let override):
            flags.insert(.overrides)
            overrides.append(override)
        case .option(_, let fact):
            flags.insert(.tlsFacts)
            self.fact = String(decoding: fact, as: UTF8.self)
        case .flag("v"): break
        case .flag("E"): throw FatalError(Self.usage)
        case .flag(let letter):
            guard let flag = PostconfFlag(rawValue: letter) else { throw FatalError(Self.usage) }
            if flag == .masterParameters, has(flag) { listsInherited = true }
            flags.insert(flag)
            if has(.templates), has(.expandedTemplates) { throw FatalError("specify one of -b and -t") }
        }
    }

    private mutating func take(classes text: String) throws(FatalError) {
        for word in text.split(whereSeparator: { ", \t\r\n".contains($0) }) {
            switch word {
            case "builtin": classes.insert(.builtIn)
            case "service": classes.insert(.service)
            case "user": classes.insert(.user)
            case "all": classes.insert(.all)
            default: throw FatalError("unknown -C option value \"\(word)\" in \"\(text)\"")
            }
        }
    }

    private mutating func finish() throws(FatalError) {
        if classes.isEmpty { classes = .all }
        let showsOnly: Set<PostconfFlag> = [.templates, .expandedTemplates]
        if PostconfFlag.modes.intersection(flags).isDisjoint(with: showsOnly),
            operands.first?.contains(ASCII.equals) == true
        {
            flags.insert(.edit)
        }
        if let conflict = PostconfFlag.conflict(in: flags) { throw FatalError(conflict) }
        mode = PostconfFlag.modes.intersection(flags).first ?? .mainParameters
    }

    static let usage =
        "usage: postconf [-a (server SASL types)] [-A (client SASL types)] [-b (bounce templates)] "
        + "[-c config_dir] [-c param_class] [-d (parameter defaults)] [-e (edit configuration)] "
        + "[-f (fold lines)] [-F (master.cf fields)] [-h (no names)] [-H (no values)] "
        + "[-j (JSON format)] [-l (lock types)] "
        + "[-m (map types)] [-M (master.cf)] [-n (non-default parameters)] "
        + "[-o name=value (override parameter value)] [-p (main.cf, default)] "
        + "[-P (master.cf parameters)] [-q (no usage warnings)] [-t (bounce templates)] "
        + "[-T compile-version|run-version|public-key-algorithms] [-v (verbose)] "
        + "[-x (expand parameter values)] [-X (exclude)] [-# (comment-out)] [name...]"
}
