/// Collects the literals of one branch of a pattern and keeps the most telling.
struct LiteralRuns {
    private var run: [UInt8] = []
    private var best: [[UInt8]]?
    /// Whether the branch is nothing but the text in `run`.
    private var isExact = true

    /// The text goes on with `byte`.
    mutating func extend(by byte: UInt8) { run.append(byte) }

    /// The text goes on with `bytes`; when they are not known, with something that contains one of
    /// `required`.
    mutating func extend(by bytes: [UInt8]?, orRequire required: [[UInt8]]?) {
        if let bytes {
            run.append(contentsOf: bytes)
        } else {
            interrupt()
            consider(required)
        }
    }

    /// The text goes on with one or more of `byte`.
    mutating func repeatByte(_ byte: UInt8) {
        run.append(byte)
        interrupt()
        run = [byte]
    }

    /// The text goes on with something that is not known.
    mutating func interrupt() {
        isExact = false
        if !run.isEmpty { consider([run]) }
        run = []
    }

    /// What the whole branch matches, if that is one text, and what it requires.
    mutating func finish() -> (exact: [UInt8]?, required: [[UInt8]]?) {
        let exact = isExact ? run : nil
        interrupt()
        return (exact, best)
    }

    private mutating func consider(_ literals: [[UInt8]]?) {
        guard let literals else { return }
        if let best, Self.rank(best) >= Self.rank(literals) { return }
        best = literals
    }

    /// Longer is rarer; of two sets whose shortest are equally long the smaller one is.
    private static func rank(_ literals: [[UInt8]]) -> (Int, Int) {
        (literals.reduce(Int.max) { min($0, $1.count) }, -literals.count)
    }
}
