/// Reading and writing the tables of a literal automaton, whose numbers are 32 bits, least significant byte
/// first.
extension Span<UInt8> {
    /// The number at `offset`.
    @inline(__always)
    func number(at offset: Int) -> UInt32 {
        let bytes = extracting(offset..<offset + 4)
        let low = UInt32(bytes[0]) | UInt32(bytes[1]) << 8
        return low | UInt32(bytes[2]) << 16 | UInt32(bytes[3]) << 24
    }
}

extension [UInt8] {
    mutating func appendNumber(_ number: UInt32) {
        append(UInt8(truncatingIfNeeded: number))
        append(UInt8(truncatingIfNeeded: number >> 8))
        append(UInt8(truncatingIfNeeded: number >> 16))
        append(UInt8(truncatingIfNeeded: number >> 24))
    }
}
