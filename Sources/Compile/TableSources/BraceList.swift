import ByteScanning

/// A list in braces, as the names of many table types have it: `{ item, item ... }`. Items are separated by commas or
/// white space that no braces enclose.
public enum BraceList {
    /// The items of the list that `name` is, each a range of its bytes.
    ///
    /// - Throws: `BraceFault` when `name` does not begin with a brace that its last byte closes.
    public static func items(of name: Span<UInt8>) throws(BraceFault) -> [Range<Int>] {
        let inside = try enclosed(0..<name.count, in: name)
        var items: [Range<Int>] = []
        var index = inside.lowerBound
        while index < inside.upperBound {
            if isSeparator(name[index]) {
                index += 1
                continue
            }
            let item = index..<endOfItem(name, index..<inside.upperBound)
            items.append(item)
            index = item.upperBound
        }
        return items
    }

    /// What the braces around `range` enclose, without white space at its ends.
    ///
    /// - Throws: `BraceFault` for the first brace that is missing or too many.
    public static func content(of range: Range<Int>, in name: Span<UInt8>) throws(BraceFault) -> Range<Int> {
        name.trimming(try enclosed(range, in: name))
    }

    private static func enclosed(
        _ range: Range<Int>, in name: Span<UInt8>
    ) throws(BraceFault) -> Range<Int> {
        guard let first = range.first, name[first] == ASCII.openBrace else {
            throw BraceFault(offset: range.lowerBound, problem: .noOpeningBrace)
        }
        var depth = 0
        for index in range {
            if name[index] == ASCII.openBrace { depth += 1 }
            if name[index] == ASCII.closeBrace { depth -= 1 }
            guard depth == 0 else { continue }
            guard index + 1 == range.upperBound else {
                throw BraceFault(offset: index + 1, problem: .textAfterClosingBrace)
            }
            return first + 1..<index
        }
        throw BraceFault(offset: first, problem: .noClosingBrace)
    }

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
public struct BraceFault: Error, Sendable, Equatable {
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
        case .noOpeningBrace: "expected { here"
        case .noClosingBrace: "the { here has no }"
        case .textAfterClosingBrace: "unexpected text after }"
        }
    }
}
