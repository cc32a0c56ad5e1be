import ParameterCatalogue

/// A service of master.cf as the root of a generation has it: what the master needs to start it.
public struct ServiceRecord: Sendable, Equatable {
    public var name: String
    /// `inet`, `unix`, `fifo`, `pass` or `unix-dgram`.
    public var kind: String
    public var isPrivate: Bool
    public var isUnprivileged: Bool
    public var isChrooted: Bool
    /// Seconds; 0 for never.
    public var wakeup: Int
    public var wakesOnlyWhenUsed: Bool
    /// Clients that are served at once; 0 for any number, `nil` for `default_process_limit`.
    public var processLimit: Int?
    public var command: String
    /// What follows the command, without `-o` and its settings, which are in the scope of the service.
    public var arguments: [String]

    public init(
        name: String, kind: String, isPrivate: Bool, isUnprivileged: Bool, isChrooted: Bool, wakeup: Int,
        wakesOnlyWhenUsed: Bool, processLimit: Int?, command: String, arguments: [String]
    ) {
        self.name = name
        self.kind = kind
        self.isPrivate = isPrivate
        self.isUnprivileged = isUnprivileged
        self.isChrooted = isChrooted
        self.wakeup = wakeup
        self.wakesOnlyWhenUsed = wakesOnlyWhenUsed
        self.processLimit = processLimit
        self.command = command
        self.arguments = arguments
    }

    /// `name/type`
    public var label: String { "\(name)/\(kind)" }

    /// Name, type, three times `y` or `n`, wakeup with `?`, limit or `-`, command, arguments.
    public var encoded: [UInt8] {
        EncodedWords.encode(
            [
                name, kind, isPrivate ? "y" : "n", isUnprivileged ? "y" : "n", isChrooted ? "y" : "n",
                "\(wakeup)\(wakesOnlyWhenUsed ? "?" : "")", processLimit.map(String.init) ?? "-", command,
            ] + arguments)
    }

    public init?(encoded: Span<UInt8>) {
        guard let words = EncodedWords.decode(encoded), words.count >= 8,
            words[2...4].allSatisfy({ $0 == "y" || $0 == "n" })
        else { return nil }
        let isLazy = words[5].hasSuffix("?")
        guard let wakeup = Int(isLazy ? String(words[5].dropLast()) : words[5]),
            words[6] == "-" || Int(words[6]) != nil
        else { return nil }
        self.init(
            name: words[0], kind: words[1], isPrivate: words[2] == "y", isUnprivileged: words[3] == "y",
            isChrooted: words[4] == "y", wakeup: wakeup, wakesOnlyWhenUsed: isLazy,
            processLimit: Int(words[6]), command: words[7], arguments: Array(words[8...]))
    }
}
