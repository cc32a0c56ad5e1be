import ByteScanning

/// A value of `compatibility_level`: a major number, and a minor and a patch number that may be left out.
public struct CompatibilityLevel: Sendable, Comparable {
    public let major: Int
    public let minor: Int
    public let patch: Int

    /// What the minor and the patch number stay below.
    private static let limit = 1024

    /// Not `number`, `number.number` or `number.number.number`.
    public struct Malformed: Error, Sendable, Equatable {
        public var text: [UInt8]
    }

    public init(_ text: [UInt8]) throws(Malformed) {
        var first = text.drop(while: ASCII.isSpace)
        if first.first == UInt8(ascii: "+") { first = first.dropFirst() }
        let parts = first.split(separator: ASCII.dot, omittingEmptySubsequences: false)
        var numbers: [Int] = []
        for part in parts {
            guard part.allSatisfy(ASCII.isDigit), let number = Int(String(decoding: part, as: UTF8.self)),
                numbers.isEmpty || number < Self.limit
            else {
                throw Malformed(text: text)
            }
            numbers.append(number)
        }
        guard (1...3).contains(numbers.count) else { throw Malformed(text: text) }
        numbers += [0, 0]
        (major, minor, patch) = (numbers[0], numbers[1], numbers[2])
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }
}
