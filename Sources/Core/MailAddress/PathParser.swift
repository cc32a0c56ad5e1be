import ByteScanning

/// Reads the grammar of RFC 5321 section 4.1.2.
struct PathParser {
    enum Stop: Error {
        /// The text ends where more has to come.
        case end
        case unexpected
    }

    private let text: [UInt8]
    private(set) var index = 0

    init(_ text: [UInt8]) { self.text = text }

    mutating func path() throws(Stop) -> MailPath {
        try take(ASCII.less)
        if try peek() == ASCII.greater {
            index += 1
            return .null
        }
        if try peek() == ASCII.at { try sourceRoute() }
        let start = index
        let local = try localPart()
        guard local.bytes.count <= MailPath.longestLocalPart else { throw .unexpected }
        if try peek() == ASCII.greater, local.equalsIgnoringCase("postmaster"), start == 1 {
            index += 1
            return .postmaster
        }
        try take(ASCII.at)
        let domain = try domain()
        try take(ASCII.greater)
        guard index <= MailPath.longestPath else { throw .unexpected }
        return .mailbox(MailAddress(localPart: local, domain: domain))
    }

    /// `@one,@two:`
    private mutating func sourceRoute() throws(Stop) {
        while true {
            try take(ASCII.at)
            _ = try domain()
            if try peek() == ASCII.comma {
                index += 1
            } else {
                try take(ASCII.colon)
                return
            }
        }
    }

    private mutating func localPart() throws(Stop) -> LocalPart {
        try peek() == ASCII.doubleQuote ? try quotedString() : try dotString()
    }

    private mutating func dotString() throws(Stop) -> LocalPart {
        var bytes: [UInt8] = []
        while true {
            let start = bytes.count
            while case let byte = try peek(), isAtomText(byte) {
                bytes.append(byte)
                index += 1
            }
            guard bytes.count > start else { throw .unexpected }
            guard try peek() == ASCII.dot else { return LocalPart(bytes) }
            bytes.append(ASCII.dot)
            index += 1
        }
    }

    private mutating func quotedString() throws(Stop) -> LocalPart {
        try take(ASCII.doubleQuote)
        var bytes: [UInt8] = []
        while case var byte = try peek(), byte != ASCII.doubleQuote {
            if byte == ASCII.backslash {
                index += 1
                byte = try peek()
            }
            guard byte >= 0x80 || ASCII.isPrintable(byte) else { throw .unexpected }
            bytes.append(byte)
            index += 1
        }
        index += 1
        return LocalPart(bytes)
    }

    private mutating func domain() throws(Stop) -> MailDomain {
        let start = index
        if try peek() == ASCII.openBracket {
            while try peek() != ASCII.closeBracket {
                guard ASCII.isPrintable(text[index]), index == start || text[index] != ASCII.openBracket
                else {
                    throw .unexpected
                }
                index += 1
            }
            index += 1
            let literal = MailDomain(Array(text[start..<index]))
            guard literal.literalAddress != nil else { throw .unexpected }
            return literal
        }
        while case let byte = try peek(), isDomainText(byte) { index += 1 }
        let name = MailDomain(Array(text[start..<index]))
        guard name.bytes.count <= MailPath.longestDomain, name.isHostName else { throw .unexpected }
        return name
    }

    private func isAtomText(_ byte: UInt8) -> Bool {
        byte >= 0x80 || ASCII.isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private func isDomainText(_ byte: UInt8) -> Bool {
        byte >= 0x80 || ASCII.isAlphanumeric(byte) || byte == ASCII.hyphen || byte == ASCII.dot
    }

    private func peek() throws(Stop) -> UInt8 {
        guard index < text.count else { throw .end }
        return text[index]
    }

    private mutating func take(_ byte: UInt8) throws(Stop) {
        guard try peek() == byte else { throw .unexpected }
        index += 1
    }
}
