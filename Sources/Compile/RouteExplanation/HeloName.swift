import ByteScanning
import MailAddress
import NetworkAddress

/// The name that a client gives with HELO or EHLO (RFC 5321 section 4.1.1.1), and what is wrong with it.
struct HeloName {
    enum Fault: String {
        case name = "Invalid name"
        case literal = "invalid ip address"
        case notQualified = "need fully-qualified hostname"
    }

    let text: String

    /// As it is kept for the rest of the session: what a name cannot have is replaced.
    var cleaned: HeloName {
        let bytes = text.utf8.map { byte in
            byte < 0x20 || byte == 0x7F || Self.replaced.contains(byte) ? UInt8(ascii: "?") : byte
        }
        return HeloName(text: String(decoding: bytes, as: UTF8.self))
    }

    private static let replaced = Array(" <>()\\\";@".utf8)

    /// What `reject_invalid_helo_hostname` finds: the name is neither a host name nor an address.
    var syntaxFault: Fault? {
        if isLiteral { return literalFault }
        return isAddress || name.isHostName && name.bytes.span.isASCII ? nil : .name
    }

    /// What `reject_non_fqdn_helo_hostname` finds. An address needs brackets.
    var qualificationFault: Fault? {
        if isLiteral { return literalFault }
        let name = MailDomain(text)
        return name.isQualifiedHostName && name.bytes.span.isASCII ? nil : .notQualified
    }

    private var isLiteral: Bool { text.utf8.first == ASCII.openBracket }

    private var name: MailDomain { MailDomain(text).withoutRootDot }

    private var literalFault: Fault? { MailDomain(text).isAddressLiteral ? nil : .literal }

    private var isAddress: Bool { name.bareAddress != nil }
}

extension MailDomain {
    /// Without one dot at the end.
    fileprivate var withoutRootDot: MailDomain {
        bytes.last == ASCII.dot ? MailDomain(Array(bytes.dropLast())) : self
    }

    /// Whether it is the name of a host below a domain; a dot at the end does not count.
    var isQualifiedHostName: Bool {
        let name = withoutRootDot
        return name.isHostName && name.bytes.contains(ASCII.dot)
    }
}
