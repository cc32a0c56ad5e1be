import ByteScanning

/// An IPv6 address, without a zone.
public struct IPv6Address: Sendable, Hashable {
    /// The address as a number: the first octet is the most significant byte.
    public var bits: UInt128

    public init(bits: UInt128) { self.bits = bits }

    /// The text forms of RFC 4291 section 2.2, digits in either case, and nothing else: what `inet_pton`
    /// accepts. So no zone, no brackets, no group of more than four digits, and `::` stands for at least one
    /// group.
    public init?(_ text: Span<UInt8>) {
        guard let bits = Self.parse(text) else { return nil }
        self.bits = bits
    }

    private static func parse(_ text: Span<UInt8>) -> UInt128? {
        guard text.count >= 2, text.count <= longestText else { return nil }
        // A colon at the start is half of a `::`, which the loop recognises by a group without digits.
        if text[0] == ASCII.colon, text[1] != ASCII.colon { return nil }
        var index = text[0] == ASCII.colon ? 1 : 0
        var groups = GroupReader()
        while index < text.count {
            let byte = text[index]
            if let digit = hexadecimalValue(byte) {
                guard groups.add(digit: digit) else { return nil }
            } else if byte == ASCII.colon {
                guard groups.endGroup(isLastByte: index == text.count - 1) else { return nil }
            } else if byte == ASCII.dot {
                guard let tail = IPv4Address(text.extracting((index - groups.digits)...)) else { return nil }
                return groups.finish(with: tail)
            } else {
                return nil
            }
            index += 1
        }
        return groups.finish()
    }

    /// The length in bytes of the longest form: six groups and a dotted IPv4 address.
    static let longestText = 45

    @inline(__always)
    private static func hexadecimalValue(_ byte: UInt8) -> UInt16? {
        if ASCII.isDigit(byte) { return UInt16(byte &- 0x30) }
        let letter = (byte | 0x20) &- 0x61
        return letter < 6 ? UInt16(letter &+ 10) : nil
    }
}

/// The groups of an address as they are read.
private struct GroupReader {
    /// The groups so far, the last one least significant.
    private var bits: UInt128 = 0
    private var count = 0
    /// How many groups stand before the `::`.
    private var countBeforeGap: Int?
    private var group: UInt16 = 0
    /// The digits of the group that is being read.
    private(set) var digits = 0

    mutating func add(digit: UInt16) -> Bool {
        guard digits < 4 else { return false }
        group = group &<< 4 | digit
        digits += 1
        return true
    }

    /// A colon: it ends a group, or is the second one of `::`.
    mutating func endGroup(isLastByte: Bool) -> Bool {
        if digits == 0 {
            guard countBeforeGap == nil else { return false }
            countBeforeGap = count
            return true
        }
        return !isLastByte && store()
    }

    mutating func finish() -> UInt128? {
        if digits > 0, !store() { return nil }
        return expanded()
    }

    /// The last two groups are an IPv4 address.
    mutating func finish(with tail: IPv4Address) -> UInt128? {
        guard count <= 6 else { return nil }
        bits = bits &<< 32 | UInt128(tail.bits)
        count += 2
        return expanded()
    }

    private mutating func store() -> Bool {
        guard count < 8 else { return false }
        bits = bits &<< 16 | UInt128(group)
        count += 1
        group = 0
        digits = 0
        return true
    }

    private func expanded() -> UInt128? {
        guard let countBeforeGap else { return count == 8 ? bits : nil }
        guard count < 8 else { return nil }
        let tailLength = 16 * (count - countBeforeGap)
        let tail = bits & ((1 << UInt128(tailLength)) - 1)
        return (bits >> UInt128(tailLength)) << UInt128(128 - 16 * countBeforeGap) | tail
    }
}
