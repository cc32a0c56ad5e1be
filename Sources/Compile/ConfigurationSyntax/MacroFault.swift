import ByteScanning

/// A value of main.cf that cannot be expanded.
public struct MacroFault: Error, Sendable, Equatable {
    public var message: String
    /// Bytes from the start of the value to what is wrong.
    public var offset: Int
    /// What Postfix shows of the value.
    public var excerpt: Excerpt

    /// Parts of the value, as ranges of its bytes.
    public enum Excerpt: Sendable, Equatable {
        /// The text with the mistake.
        case whole(Range<Int>)
        /// What stands before the mistake, and what follows.
        case around(Range<Int>, Range<Int>)
    }

    /// Bytes that are shown of what follows a mistake.
    static let shownLength = 20

    init(_ message: String, whole: Range<Int>, at offset: Int) {
        self.message = message
        self.offset = offset
        excerpt = .whole(whole)
    }

    init(_ message: String, after left: Range<Int>, at right: Range<Int>) {
        self.message = message
        offset = right.lowerBound
        excerpt = .around(left, right.prefix(Self.shownLength))
    }

    /// The message as Postfix logs it.
    ///
    /// - Parameter value: the text that has the mistake.
    public func description(in value: [UInt8]) -> [UInt8] {
        switch excerpt {
        case .whole(let range): Array("\(message): \"".utf8) + value[range] + Array("\"".utf8)
        case .around(let left, let right):
            Array("\(message) at: \"...".utf8) + value[left] + Array(">>>".utf8) + value[right]
                + Array("\"".utf8)
        }
    }
}
