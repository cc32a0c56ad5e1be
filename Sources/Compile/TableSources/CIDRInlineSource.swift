import ByteScanning

/// The form of a table that stands in its name: `{ {rule}, {rule} ... }` (cidr_table(5), "Inline
/// specification").
public enum CIDRInlineSource {
    /// Whether the name of a table is its text.
    public static func isInline(_ name: Span<UInt8>) -> Bool {
        !name.isEmpty && name[0] == ASCII.openBrace
    }

    /// The rules, as a file would hold them: each on a line, without white space around it.
    ///
    /// - Throws: `CIDRInlineError` for the first brace that is missing or too many.
    public static func lines(of name: Span<UInt8>) throws(CIDRInlineError) -> [UInt8] {
        let inside = try inside(0..<name.count, of: name)
        var lines: [UInt8] = []
        lines.reserveCapacity(inside.count)
        var index = inside.lowerBound
        while index < inside.upperBound {
            if isSeparator(name[index]) {
                index += 1
                continue
            }
            let item = index..<endOfItem(name, index..<inside.upperBound)
            for position in name.trimming(try self.inside(item, of: name)) { lines.append(name[position]) }
            lines.append(ASCII.newline)
            index = item.upperBound
        }
        return lines
    }

    /// What the braces around `range` enclose.
    private static func inside(
        _ range: Range<Int>, of name: Span<UInt8>
    ) throws(CIDRInlineError) -> Range<Int> {
        guard let first = range.first, name[first] == ASCII.openBrace else {
            throw CIDRInlineError(offset: range.lowerBound, problem: .noOpeningBrace)
        }
        var depth = 0
        for index in range {
            if name[index] == ASCII.openBrace { depth += 1 }
            if name[index] == ASCII.closeBrace { depth -= 1 }
            guard depth == 0 else { continue }
            guard index + 1 == range.upperBound else {
                throw CIDRInlineError(offset: index + 1, problem: .textAfterClosingBrace)
            }
            return (first + 1)..<index
        }
        throw CIDRInlineError(offset: first, problem: .noClosingBrace)
    }

    /// Items end at a comma or white space that no braces enclose.
    private static func endOfItem(_ name: Span<UInt8>, _ range: Range<Int>) -> Int {
        var depth = 0
        for index in range {
            if name[index] == ASCII.openBrace { depth += 1 }
            if name[index] == ASCII.closeBrace { depth -= 1 }
            if depth == 0, isSeparator(name[index]) { return index }
        }
        return range.upperBound
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == ASCII.comma || byte == ASCII.space || byte == ASCII.tab || byte == ASCII.newline
            || byte == ASCII.carriageReturn
    }
}

/// The braces of a table that stands in its name are wrong.
public struct CIDRInlineError: Error, Sendable, Equatable {
    public enum Problem: Sendable {
        case noOpeningBrace, noClosingBrace, textAfterClosingBrace
    }

    /// Bytes from the start of the name.
    public var offset: Int
    public var problem: Problem

    public init(offset: Int, problem: Problem) {
        self.offset = offset
        self.problem = problem
    }

    public var message: String {
        switch problem {
        case .noOpeningBrace: "a rule must be enclosed in { }"
        case .noClosingBrace: "the { here has no }"
        case .textAfterClosingBrace: "unexpected text after }"
        }
    }
}
