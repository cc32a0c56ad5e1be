import ByteScanning

/// Eight bytes of a source looked at together, the first one lowest. What a method finds is marked by the highest bit of
/// its byte; the lowest mark is always right, those above it may not be.
struct ByteLanes {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    let word: UInt64

    /// Bytes that a plain key does not have: white space and controls, quotes, backslashes, what is beyond ASCII, and
    /// capitals when keys are folded.
    @inline(__always)
    func specialBytes(includingCapitals: Bool) -> UInt64 {
        let blanks = (word &- Self.ones &* (UInt64(ASCII.space) + 1)) & ~word
        var found = blanks | word | equal(0x7F) | equal(ASCII.doubleQuote) | equal(ASCII.backslash)
        if includingCapitals {
            let low = word & ~Self.highs
            let aboveFirst = low &+ Self.ones &* (0x80 - UInt64(UInt8(ascii: "A")))
            let aboveLast = low &+ Self.ones &* (0x7F - UInt64(UInt8(ascii: "Z")))
            found |= aboveFirst & ~aboveLast
        }
        return found & Self.highs
    }

    /// Newlines, NUL bytes and, when asked for, bytes beyond ASCII.
    @inline(__always)
    func lineEnds(includingNonASCII: Bool) -> UInt64 {
        (equal(ASCII.newline) | equal(ASCII.nul) | (includingNonASCII ? word : 0)) & Self.highs
    }

    /// Which of the eight bytes the lowest mark is at.
    @inline(__always)
    static func first(_ marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }

    @inline(__always)
    private func equal(_ byte: UInt8) -> UInt64 {
        let difference = word ^ (Self.ones &* UInt64(byte))
        return (difference &- Self.ones) & ~difference
    }
}
