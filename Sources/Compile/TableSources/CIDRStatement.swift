import ByteScanning

/// A logical line of a `cidr` table, parsed on its own.
enum CIDRStatement {
    /// `pattern result`. The range is where the result stands in the line; it is not empty.
    case rule(CIDRCondition, result: Range<Int>)
    /// `if pattern`
    case ifMatch(CIDRCondition)
    /// `endif`
    case endif

    /// - Throws: `CIDRSyntaxError` for the first thing that is wrong with the line.
    init(parsing line: Span<UInt8>) throws(CIDRSyntaxError) {
        guard line.isEmpty || !ASCII.isSpace(line[0]) else {
            throw CIDRSyntaxError(
                at: 0, "a rule must not begin with white space",
                help: "white space at the start continues a line, and there is none before it")
        }
        let end = Self.end(of: line)
        if Self.isKeyword("endif", in: line, before: end) {
            let rest = Self.skipSpace(in: line, 5..<end)
            guard rest == end else {
                throw CIDRSyntaxError(at: rest, "unexpected text after endif")
            }
            self = .endif
        } else if Self.isKeyword("if", in: line, before: end) {
            let (start, isNegated) = Self.skipNegation(in: line, 2..<end)
            let network = try CIDRPattern.network(in: line, start..<end)
            self = .ifMatch(CIDRCondition(network, isNegated: isNegated))
        } else {
            self = try Self.rule(line, end)
        }
    }

    private static func rule(_ line: Span<UInt8>, _ end: Int) throws(CIDRSyntaxError) -> CIDRStatement {
        let (start, isNegated) = skipNegation(in: line, 0..<end)
        var patternEnd = start
        while patternEnd < end, !ASCII.isSpace(line[patternEnd]) { patternEnd &+= 1 }
        let network = try CIDRPattern.network(in: line, start..<patternEnd)
        let result = skipSpace(in: line, patternEnd..<end)
        guard result < end else {
            throw CIDRSyntaxError(at: patternEnd, "no result after the address pattern")
        }
        return .rule(CIDRCondition(network, isNegated: isNegated), result: result..<end)
    }

    /// Where the line ends, as Postfix sees it: before a NUL, and before white space at the end.
    private static func end(of line: Span<UInt8>) -> Int {
        var end = 0
        while end < line.count, line[end] != ASCII.nul { end &+= 1 }
        while end > 0, ASCII.isSpace(line[end - 1]) { end &-= 1 }
        return end
    }

    /// A keyword in any case, with no letter or digit after it.
    private static func isKeyword(_ keyword: StaticString, in line: Span<UInt8>, before end: Int) -> Bool {
        let length = keyword.utf8CodeUnitCount
        // The first byte of nearly every line is a digit and settles it.
        guard end >= length, ASCII.isLetter(line[0]) else { return false }
        guard end == length || !ASCII.isAlphanumeric(line[length]) else { return false }
        return foldedCase(line.extracting(0..<length), unicode: false).span.hasPrefix(keyword)
    }

    /// The first byte after exclamation marks, each of which reverses the meaning, and white space.
    private static func skipNegation(in line: Span<UInt8>, _ range: Range<Int>) -> (
        start: Int, isNegated: Bool
    ) {
        var start = range.lowerBound
        var isNegated = false
        while start < range.upperBound {
            if line[start] == UInt8(ascii: "!") {
                isNegated.toggle()
            } else if !ASCII.isSpace(line[start]) {
                break
            }
            start &+= 1
        }
        return (start, isNegated)
    }

    private static func skipSpace(in line: Span<UInt8>, _ range: Range<Int>) -> Int {
        var start = range.lowerBound
        while start < range.upperBound, ASCII.isSpace(line[start]) { start &+= 1 }
        return start
    }
}

/// What is wrong with a line of a `cidr` table, and where in the line.
struct CIDRSyntaxError: Error {
    /// Bytes from the start of the logical line.
    var offset: Int
    var message: String
    var help: String?

    init(at offset: Int, _ message: String, help: String? = nil) {
        self.offset = offset
        self.message = message
        self.help = help
    }
}
