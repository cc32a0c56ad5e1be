/// A value of DER (X.690), as far as keys need it.
struct DERValue {
    var tag: UInt8
    var content: [UInt8]

    /// What a constructed value is made of.
    var children: [DERValue]? { tag & 0x20 == 0 ? nil : Self.values(content) }

    /// What the sequence that the bytes are is made of.
    static func sequence(_ bytes: [UInt8]) -> [DERValue]? {
        guard let values = values(bytes), values.count == 1, values[0].tag == 0x30 else { return nil }
        return values[0].children
    }

    /// Values one after the other; `nil` when there is anything else.
    private static func values(_ bytes: [UInt8]) -> [DERValue]? {
        var values: [DERValue] = []
        var index = 0
        while index < bytes.count {
            guard index + 1 < bytes.count else { return nil }
            let tag = bytes[index]
            var length = Int(bytes[index + 1])
            index += 2
            if length >= 0x80 {
                let count = length - 0x80
                guard count > 0, count <= 4, index + count <= bytes.count else { return nil }
                length = bytes[index..<index + count].reduce(0) { $0 << 8 | Int($1) }
                index += count
            }
            guard length <= bytes.count - index else { return nil }
            values.append(DERValue(tag: tag, content: Array(bytes[index..<index + length])))
            index += length
        }
        return values
    }
}
