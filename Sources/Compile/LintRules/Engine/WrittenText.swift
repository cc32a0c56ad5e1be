import ByteScanning

/// A part of a configuration file as programs read it, lines joined and names replaced, and where its bytes stand.
struct WrittenText {
    private(set) var bytes: [UInt8] = []
    /// For each byte, where it stands; for one that a name brought, the name.
    private(set) var places: [Range<Int>] = []

    /// - Parameter expand: what `$name`, `${name}` or `$$` is replaced by; `nil` where it stays as it is.
    init(_ source: [UInt8], _ range: Range<Int>, expand: ([UInt8]) -> [UInt8]?) {
        var index = range.lowerBound
        while index < range.upperBound {
            switch source[index] {
            case ASCII.newline: index = Self.endOfComments(source, index + 1..<range.upperBound)
            case ASCII.dollar:
                let end = Self.endOfName(source, index..<range.upperBound)
                let value = expand(Array(source[index..<end])) ?? Array(source[index..<end])
                bytes += value
                places += value.map { _ in index..<end }
                index = end
            default:
                bytes.append(source[index])
                places.append(index..<index + 1)
                index += 1
            }
        }
    }

    /// Where each byte of a part of the text stands; `nil` when the text does not have it.
    func places(of part: [UInt8]) -> [Range<Int>]? {
        guard let first = part.first, part.count <= bytes.count else { return nil }
        for start in 0...bytes.count - part.count
        where bytes[start] == first && bytes[start...].starts(with: part) {
            return Array(places[start..<start + part.count])
        }
        return nil
    }

    /// The first line that is neither a comment nor blank.
    private static func endOfComments(_ source: [UInt8], _ range: Range<Int>) -> Int {
        var start = range.lowerBound
        while start < range.upperBound {
            let end = source[start..<range.upperBound].firstIndex(of: ASCII.newline) ?? range.upperBound
            let first = source[start..<end].first { !ASCII.isSpace($0) }
            guard first == nil || first == ASCII.numberSign else { break }
            start = min(end + 1, range.upperBound)
        }
        return start
    }

    /// The end of what begins with a dollar sign.
    private static func endOfName(_ source: [UInt8], _ range: Range<Int>) -> Int {
        let start = range.lowerBound + 1
        guard start < range.upperBound else { return start }
        switch source[start] {
        case ASCII.dollar: return start + 1
        case ASCII.openBrace: return close(source, start..<range.upperBound, ASCII.closeBrace)
        case ASCII.openParenthesis: return close(source, start..<range.upperBound, ASCII.closeParenthesis)
        default:
            return (start..<range.upperBound).first {
                !ASCII.isAlphanumeric(source[$0]) && source[$0] != UInt8(ascii: "_")
            } ?? range.upperBound
        }
    }

    private static func close(_ source: [UInt8], _ range: Range<Int>, _ closing: UInt8) -> Int {
        let opening = source[range.lowerBound]
        var depth = 0
        for index in range {
            if source[index] == opening { depth += 1 }
            if source[index] == closing { depth -= 1 }
            if depth == 0 { return index + 1 }
        }
        return range.upperBound
    }
}
