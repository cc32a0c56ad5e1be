import ByteScanning

/// Between the two forms of an address: the internal one, whose local part is plain text, and the external
/// one, whose local part is quoted where RFC 5322 section 3.4.1 wants that. Tables and the queue hold
/// internal forms but where their documentation says otherwise.
public enum AddressQuoting {
    /// The external form of an address.
    ///
    /// A source route at the beginning (`@a,@b:`) stays as it is; then everything before the last `@` is the
    /// local part. Bytes over 127 need no quotes. A local part is quoted when it is empty, has a dot at an
    /// end or two in a row, a space, a control byte, or one of `( ) < > @ , ; : \ " [ ]`.
    public static func quoted(_ address: [UInt8]) -> [UInt8] {
        let start = routeEnd(address)
        let end = address[start...].lastIndex(of: ASCII.at) ?? address.count
        guard !isDotString(address[start..<end]) else { return address }
        var result = Array(address[..<start])
        result.append(ASCII.doubleQuote)
        for byte in address[start..<end] {
            if byte == ASCII.doubleQuote || byte == ASCII.backslash || byte == ASCII.carriageReturn {
                result.append(ASCII.backslash)
            }
            result.append(byte)
        }
        result.append(ASCII.doubleQuote)
        result += address[end...]
        return result
    }

    /// The internal form of an address: the quotes and backslashes of the local part go. A source route stays
    /// here too.
    public static func unquoted(_ address: [UInt8]) -> [UInt8] {
        let start = routeEnd(address)
        let end = address[start...].lastIndex(of: ASCII.at) ?? address.count
        var result = Array(address[..<start])
        result.reserveCapacity(address.count)
        var index = start
        while index < end {
            var byte = address[index]
            index += 1
            if byte == ASCII.doubleQuote { continue }
            if byte == ASCII.backslash {
                guard index < end else { continue }
                byte = address[index]
                index += 1
            }
            result.append(byte)
        }
        result += address[end...]
        return result
    }

    /// Whether a local part needs no quotes.
    public static func isDotString(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, let last = text.last, first != ASCII.dot, last != ASCII.dot else {
            return false
        }
        var previous: UInt8 = 0
        for byte in text {
            if needsQuotes(byte) || byte == ASCII.dot && previous == ASCII.dot { return false }
            previous = byte
        }
        return true
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...ASCII.space, 0x7F, ASCII.openParenthesis, ASCII.closeParenthesis, ASCII.less, ASCII.greater,
            ASCII.at, ASCII.comma, ASCII.semicolon, ASCII.colon, ASCII.backslash, ASCII.doubleQuote,
            ASCII.openBracket, ASCII.closeBracket:
            true
        default: false
        }
    }

    /// Where the address begins after a source route (RFC 5321 appendix F.2); 0 without one.
    private static func routeEnd(_ address: [UInt8]) -> Int {
        guard address.first == ASCII.at, let colon = address.firstIndex(of: ASCII.colon) else { return 0 }
        return colon + 1
    }
}
