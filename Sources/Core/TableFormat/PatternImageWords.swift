/// The numbers and the checksum of a pattern table's image.
extension Span<UInt8> {
    /// The number of 32 bits at `offset`.
    @inline(__always)
    func patternWord(at offset: Int) -> UInt32 {
        let bytes = extracting(offset..<offset + 4)
        let low = UInt32(bytes[0]) | UInt32(bytes[1]) << 8
        return low | UInt32(bytes[2]) << 16 | UInt32(bytes[3]) << 24
    }

    /// The number of 64 bits at `offset`.
    @inline(__always)
    func patternLongWord(at offset: Int) -> UInt64 {
        UInt64(patternWord(at: offset)) | UInt64(patternWord(at: offset + 4)) << 32
    }

    /// The checksum of the bytes from 24 on: from the 64-bit FNV offset basis, each 8 bytes (and each of the
    /// bytes that are left) are xored in, then the sum is multiplied by the FNV prime and rotated by 29 bits.
    /// Each step is a bijection, so no change within one step goes unseen.
    var patternChecksum: UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        var offset = 24
        while offset + 8 <= count {
            sum = Self.mix(sum, patternLongWord(at: offset))
            offset += 8
        }
        while offset < count {
            sum = Self.mix(sum, UInt64(self[offset]))
            offset += 1
        }
        return sum
    }

    @inline(__always)
    private static func mix(_ sum: UInt64, _ value: UInt64) -> UInt64 {
        let product = (sum ^ value) &* 0x0000_0100_0000_01B3
        return product << 29 | product >> 35
    }
}

extension [UInt8] {
    mutating func appendPatternWord(_ word: UInt32) {
        append(UInt8(truncatingIfNeeded: word))
        append(UInt8(truncatingIfNeeded: word >> 8))
        append(UInt8(truncatingIfNeeded: word >> 16))
        append(UInt8(truncatingIfNeeded: word >> 24))
    }
}
