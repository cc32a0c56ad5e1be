/// Integers at any alignment, the least significant byte first. One that is not wholly within the bytes reads
/// as 0, so that bytes which change after they were checked can give a wrong number but never stop the
/// process.
extension Span<UInt8> {
    @inlinable @inline(__always)
    public func littleEndian32(at offset: Int) -> UInt32 {
        guard offset >= 0, offset <= count &- 4 else { return 0 }
        // With a length that is known to be 4, the compiler makes one load of the four.
        let part = extracting(offset..<(offset &+ 4))
        guard part.count == 4 else { return 0 }
        var number: UInt32 = 0
        for index in 0..<4 { number |= UInt32(part[index]) &<< UInt32(index &* 8) }
        return number
    }

    @inlinable @inline(__always)
    public func littleEndian64(at offset: Int) -> UInt64 {
        guard offset >= 0, offset <= count &- 8 else { return 0 }
        let part = extracting(offset..<(offset &+ 8))
        guard part.count == 8 else { return 0 }
        var number: UInt64 = 0
        for index in 0..<8 { number |= UInt64(part[index]) &<< UInt64(index &* 8) }
        return number
    }

    @inlinable @inline(__always)
    public func littleEndian128(at offset: Int) -> UInt128 {
        UInt128(littleEndian64(at: offset)) | UInt128(littleEndian64(at: offset &+ 8)) &<< 64
    }
}

extension OutputSpan<UInt8> {
    @inlinable @inline(__always)
    public mutating func append<Number: FixedWidthInteger & UnsignedInteger>(littleEndian number: Number) {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: number >> Number(truncatingIfNeeded: shift)))
        }
    }
}
