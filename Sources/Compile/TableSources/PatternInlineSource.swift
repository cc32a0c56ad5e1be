import ByteScanning

/// The text of a table that stands in its name: `pcre:{ {rule}, {rule}, ... }` (pcre_table(5), "inline
/// specification").
public struct PatternInlineSource: Sendable, Equatable {
    /// The rules, one a line.
    public let text: [UInt8]

    /// A name that begins with a brace and is no list of rules in braces. Postfix ends when it meets one.
    public struct SyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
        /// Where in the name, in bytes.
        public var offset: Int
        public var reason: String

        public var description: String { reason }
    }

    /// - Parameter name: What follows the colon after the table's type.
    /// - Returns: `nil` when the name is that of a file.
    public init?(name: Span<UInt8>) throws(SyntaxError) {
        guard name.count > 0, name[0] == ASCII.openBrace else { return nil }
        let inside = try Self.content(of: 0..<name.count, in: name)
        var lines: [UInt8] = []
        var offset = inside.lowerBound
        while let element = Self.nextElement(in: name, from: offset, to: inside.upperBound) {
            offset = element.upperBound
            lines.append(contentsOf: name.bytes(try Self.content(of: element, in: name)))
            lines.append(ASCII.newline)
        }
        text = lines
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == ASCII.comma || byte == ASCII.space || byte == ASCII.tab || byte == ASCII.carriageReturn
            || byte == ASCII.newline
    }

    /// The next run of bytes that are not separators, braces being kept together.
    private static func nextElement(in name: Span<UInt8>, from start: Int, to end: Int) -> Range<Int>? {
        var first = start
        while first < end, isSeparator(name[first]) { first += 1 }
        guard first < end else { return nil }
        var depth = 0
        var index = first
        while index < end, depth > 0 || !isSeparator(name[index]) {
            if name[index] == ASCII.openBrace { depth += 1 }
            if name[index] == ASCII.closeBrace { depth -= 1 }
            index += 1
        }
        return first..<index
    }

    /// What is between the braces that `range` begins and ends with, without white space around it.
    private static func content(of range: Range<Int>, in name: Span<UInt8>) throws(SyntaxError) -> Range<Int>
    {
        guard name[range.lowerBound] == ASCII.openBrace else {
            throw SyntaxError(offset: range.lowerBound, reason: "no '{' before \"\(shown(name, range))\"")
        }
        var depth = 0
        for index in range {
            if name[index] == ASCII.openBrace { depth += 1 }
            if name[index] == ASCII.closeBrace { depth -= 1 }
            guard depth == 0 else { continue }
            // Not even white space may follow.
            guard index + 1 == range.upperBound else {
                throw SyntaxError(offset: index + 1, reason: "text after '}' in \"\(shown(name, range))\"")
            }
            return name.trimming(range.lowerBound + 1..<index)
        }
        throw SyntaxError(offset: range.lowerBound, reason: "missing '}' in \"\(shown(name, range))\"")
    }

    private static func shown(_ name: Span<UInt8>, _ range: Range<Int>) -> String {
        printable(name.bytes(range))
    }
}
