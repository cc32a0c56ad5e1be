import ByteScanning

/// Nearly all addresses: `user@domain` of letters, digits and signs that mean nothing, with dots between. Its two forms
/// are the same, it is one address of a list, and there is nothing in it to complete or to obey.
public enum PlainAddress {
    /// Whether a text is such an address. The domain has a dot, and none at its end.
    public static func isPlain(_ text: [UInt8]) -> Bool {
        var at: Int?
        var hasDot = false
        for index in text.indices {
            let byte = text[index]
            if byte == ASCII.at {
                guard at == nil else { return false }
                at = index
            } else if byte == ASCII.dot {
                if at != nil { hasDot = true }
            } else if byte <= ASCII.space || byte >= 0x7F || byte == ASCII.backslash
                || AddressScanner.isSpecial(byte)
            {
                return false
            }
        }
        guard let at, hasDot, text.last != ASCII.dot else { return false }
        return AddressQuoting.isDotString(text[..<at])
    }
}
