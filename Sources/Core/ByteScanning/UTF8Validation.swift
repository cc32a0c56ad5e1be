/// Whether the bytes are well-formed UTF-8 (RFC 3629): no overlong form, no surrogate, nothing past U+10FFFF.
public func isValidUTF8(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
        let lead = bytes[index]
        if lead < 0x80 {
            index += 1
            continue
        }
        let (length, secondByte) = sequence(lead)
        guard length > 0, index + length <= bytes.count, secondByte.contains(bytes[index + 1]) else {
            return false
        }
        for trail in 2..<max(2, length) where bytes[index + trail] & 0xC0 != 0x80 { return false }
        index += length
    }
    return true
}

/// The length of the sequence that `lead` begins and what may follow it (RFC 3629 section 4); length 0 when
/// no sequence begins so.
private func sequence(_ lead: UInt8) -> (length: Int, secondByte: ClosedRange<UInt8>) {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
}
