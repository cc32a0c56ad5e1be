import TableFormat

/// Random tables and keys over a small alphabet, so that rules match often enough to be worth comparing.
struct RandomPatternTables {
    var random: SeededGenerator
    let kind: PatternImage.Kind
    /// Whether lines with mistakes are wanted too.
    let withMistakes: Bool

    init(seed: UInt64, kind: PatternImage.Kind, withMistakes: Bool) {
        random = SeededGenerator(seed: seed)
        self.kind = kind
        self.withMistakes = withMistakes
    }

    private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    mutating func key() -> String {
        let parts = [
            "a", "b", "c", "A", "B", "ab", "abc", "foo", "FOO", "bar", "@", ".", "x.y", "\u{E9}", "\u{C9}",
            "]", "1", "-",
        ]
        return (0..<Int.random(in: 0...6, using: &random)).map { _ in pick(parts) }.joined()
    }

    mutating func table() -> String {
        (0..<Int.random(in: 1...12, using: &random)).map { _ in line() }.joined(separator: "\n")
            + pick(["\n", ""])
    }

    private mutating func line() -> String {
        if withMistakes, chance(10) { return mistake() }
        switch Int.random(in: 0..<20, using: &random) {
        case 0: return "# comment"
        case 1, 2, 3: return pick(["if ", "IF ", "if"]) + pick(["", "", "!"]) + delimitedPattern()
        case 4, 5, 6: return "endif"
        default: return rule()
        }
    }

    private mutating func rule() -> String {
        var rule = pick(["", "", "", "", "!"]) + delimitedPattern()
        if kind == .regexp, chance(10) { rule += "!" + delimitedPattern() }
        return rule + " " + result()
    }

    private mutating func delimitedPattern() -> String {
        let flags: [String] =
            kind == .pcre
            ? ["", "", "", "", "i", "m", "s", "x", "A", "E", "U", "im"]
            : ["", "", "", "", "", "i", "m", "im", "x"]
        return "/" + pattern(depth: 2) + "/" + pick(flags)
    }

    private mutating func result() -> String {
        pick(["r", "ok", "$1", "<$1>", "a b", "$$", "${1}x", "$(2)", "[$2|$1]", "REJECT"])
    }

    private mutating func mistake() -> String {
        pick([
            "/foo", "/foo/q r", "/foo(/ r", "/foo/ $0", "/foo/ $", "/foo/ ${1", "/(a)/ $1x", "word",
            "endif x", "if /a/ text",
            "if /(/", "if", "!", "/a/", "/[b/ r", "/a/!", "/a/!x r", "/*/ r", "/(a)/ $9", "!/(a)/ $1",
            "/a\\/ r", "  /a/ r", "/b{2,1}/ r",
            "if /a/q", "/a/ \u{E9}$1",
        ])
    }

    private mutating func pattern(depth: Int) -> String {
        (0..<pickCount()).map { _ in branch(depth: depth) }.joined(separator: "|")
    }

    private mutating func pickCount() -> Int { chance(80) ? 1 : Int.random(in: 0...3, using: &random) }

    private mutating func branch(depth: Int) -> String {
        pick(["", "", "^"])
            + (0..<Int.random(in: 0...4, using: &random)).map { _ in piece(depth: depth) }.joined()
            + pick(["", "", "$"])
    }

    private mutating func piece(depth: Int) -> String {
        atom(depth: depth)
            + (chance(75) ? "" : pick(["*", "+", "?", "{2}", "{0,1}", "{1,}", "{1,2}", "*?", "+?"]))
    }

    private mutating func atom(depth: Int) -> String {
        if depth > 0, chance(15) {
            let opening = kind == .pcre ? pick(["(", "(", "(?:", "(?=", "(?!", "(?i:", "(?<="]) : "("
            return opening + pattern(depth: depth - 1) + ")"
        }
        if chance(20) {
            let special =
                kind == .pcre
                ? [
                    "\\d", "\\w", "\\W", "\\b", "\\Qa.b\\E", "(?i)", "(?#c)", "\\x61", "[\\]a]", "\\1", "\\s",
                    "\\A", "\\z", "(*UTF)",
                ]
                : ["\\w", "\\<", "\\>", "[\\]", "\\1", "[[.a.]]", "[[=b=]]", "\\W"]
            return pick(special)
        }
        return pick([
            "a", "b", "c", "foo", "bar", "abc", "FOO", ".", "\\.", "@", "[ab]", "[^a]", "[.]", "[]]", "[a-c]",
            "[[:alpha:]]", "x", "y",
            "\u{E9}", "1", "-", "\\@", "\\-", " ",
        ])
    }
}
