import ByteScanning

/// An address in internal form: the local part is plain text, without quotes.
///
/// The last `@` divides it; an address without one has a local part alone, as the names in an alias database
/// have. Any bytes are an address, broken ones too: what is wrong with one is found by who resolves it.
public struct MailAddress: Sendable, Hashable {
    public let localPart: LocalPart
    /// `nil` without an `@`; empty when the address ends with it.
    public let domain: MailDomain?
    /// As tables and the queue hold it.
    public let internalForm: [UInt8]

    public init(localPart: LocalPart, domain: MailDomain?) {
        self.localPart = localPart
        self.domain = domain
        internalForm = domain.map { localPart.bytes + [ASCII.at] + $0.bytes } ?? localPart.bytes
    }

    /// The address that an internal form is.
    public init(internalForm bytes: [UInt8]) {
        internalForm = bytes
        if let at = bytes.lastIndex(of: ASCII.at) {
            localPart = LocalPart(Array(bytes[..<at]))
            domain = MailDomain(Array(bytes[(at + 1)...]))
        } else {
            localPart = LocalPart(bytes)
            domain = nil
        }
    }

    /// The address that a quoted form is; the quotes of the local part go, nothing else is changed.
    public init(externalForm bytes: [UInt8]) { self.init(internalForm: AddressQuoting.unquoted(bytes)) }

    /// As SMTP and headers write it.
    public var externalForm: [UInt8] { AddressQuoting.quoted(internalForm) }

    /// Whether there is nothing at all: the null sender's address.
    public var isEmpty: Bool { domain == nil && localPart.bytes.isEmpty }

    /// Whether both are the same without regard to case, in the local part too.
    public func equalsIgnoringCase(_ other: MailAddress) -> Bool {
        self == other
            || foldedCase(internalForm.span, unicode: true)
                == foldedCase(other.internalForm.span, unicode: true)
    }

    /// The address without its extension, and the extension with its delimiter; `nil` when it has none.
    public func split(by rule: ExtensionRule) -> (address: MailAddress, suffix: [UInt8])? {
        guard let parts = rule.split(localPart) else { return nil }
        return (MailAddress(localPart: parts.user, domain: domain), parts.suffix)
    }

    /// The address with text after its local part.
    public func appending(suffix: [UInt8]) -> MailAddress {
        MailAddress(localPart: LocalPart(localPart.bytes + suffix), domain: domain)
    }
}

extension MailAddress: CustomStringConvertible {
    /// The external form, for people.
    public var description: String { String(decoding: externalForm, as: UTF8.self) }
}

/// Where a message came from (RFC 5321 section 4.1.2, Reverse-path).
public enum ReversePath: Sendable, Hashable {
    /// `<>`: nobody wants to hear of it.
    case null
    case address(MailAddress)

    /// The sender that an internal form is.
    public init(internalForm bytes: [UInt8]) {
        self = bytes.isEmpty ? .null : .address(MailAddress(internalForm: bytes))
    }
}
