import ByteScanning

/// The part of an address before its last `@`, in internal form.
public struct LocalPart: Sendable, Hashable {
    public var bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public init(_ text: String) { bytes = Array(text.utf8) }

    /// The local part as SMTP and headers write it (RFC 5321 section 4.1.2).
    public var externalForm: [UInt8] {
        guard !AddressQuoting.isDotString(bytes[...]) else { return bytes }
        var form = AddressQuoting.quoted(bytes + [ASCII.at])
        form.removeLast()
        return form
    }

    /// Whether the two are the same when ASCII letters of either case are the same.
    public func equalsIgnoringCase(_ text: StaticString) -> Bool {
        guard bytes.count == text.utf8CodeUnitCount else { return false }
        for index in bytes.indices {
            let other = unsafe text.utf8Start[index]
            guard ASCII.lowercased(bytes[index]) == ASCII.lowercased(other) else { return false }
        }
        return true
    }
}

/// What separates a user from an address extension (`recipient_delimiter`, postconf(5)).
public struct ExtensionRule: Sendable, Hashable {
    /// Each byte is a delimiter; the first of any of them in a local part counts. Empty: there are no
    /// extensions.
    public var delimiters: [UInt8]
    /// `owner_request_special`: with `-` as a delimiter, `owner-name` and `name-request` are whole names.
    public var keepsOwnerAndRequest: Bool
    /// `double_bounce_sender`, which is a whole name.
    public var doubleBounceSender: [UInt8]

    public init(
        delimiters: [UInt8], keepsOwnerAndRequest: Bool = true,
        doubleBounceSender: [UInt8] = Array("double-bounce".utf8)
    ) {
        self.delimiters = delimiters
        self.keepsOwnerAndRequest = keepsOwnerAndRequest
        self.doubleBounceSender = doubleBounceSender
    }

    /// The user and the extension with its delimiter; `nil` when there is no extension, or no user before it.
    public func split(_ local: LocalPart) -> (user: LocalPart, suffix: [UInt8])? {
        let bytes = local.bytes
        guard !delimiters.isEmpty, let index = bytes.firstIndex(where: delimiters.contains), index > 0,
            !isReserved(local)
        else { return nil }
        return (LocalPart(Array(bytes[..<index])), Array(bytes[index...]))
    }

    private func isReserved(_ local: LocalPart) -> Bool {
        if local.equalsIgnoringCase("postmaster") || local.equalsIgnoringCase("mailer-daemon") { return true }
        let folded = lowercasedASCII(local.bytes)
        if folded == lowercasedASCII(doubleBounceSender) { return true }
        guard keepsOwnerAndRequest, delimiters.contains(ASCII.hyphen) else { return false }
        let request = Array("-request".utf8)
        return folded.starts(with: Array("owner-".utf8))
            || folded.count > request.count && folded.suffix(request.count) == request[...]
    }
}
