/// What tells one key from another: the modulus of an RSA key, the point of one on an elliptic curve.
public enum PublicKeyBytes: Sendable, Equatable {
    case rsa(modulus: [UInt8])
    case point([UInt8])

    /// The two kinds are never equal, and two keys of a kind are when their bytes are.
    private static func rsaModulus(_ number: [UInt8]) -> PublicKeyBytes {
        .rsa(modulus: Array(number.drop { $0 == 0 }))
    }

    /// The key of an X.509 certificate (RFC 5280 section 4.1).
    init?(certificate bytes: [UInt8]) {
        guard let certificate = DERValue.sequence(bytes), let body = certificate.first?.children else {
            return nil
        }
        // After the version, if there is one: serial number, algorithm, issuer, validity, subject.
        let fields = body.first?.tag == 0xA0 ? body.dropFirst() : body[...]
        guard fields.count > 5, let info = fields[fields.startIndex + 5].children, info.count == 2,
            case let key = info[1], key.tag == 3, key.content.first == 0
        else { return nil }
        let bits = Array(key.content.dropFirst())
        if let numbers = DERValue.sequence(bits), let modulus = numbers.first, modulus.tag == 2 {
            self = Self.rsaModulus(modulus.content)
        } else {
            self = .point(bits)
        }
    }

    /// `PrivateKeyInfo` (RFC 5958).
    init?(pkcs8 bytes: [UInt8]) {
        guard let fields = DERValue.sequence(bytes), fields.count >= 3, fields[2].tag == 4 else { return nil }
        let inner = fields[2].content
        if let numbers = DERValue.sequence(inner), numbers.count >= 9 {
            self.init(rsa: inner)
        } else {
            self.init(ec: inner)
        }
    }

    /// `RSAPrivateKey` (RFC 8017 appendix A.1.2).
    init?(rsa bytes: [UInt8]) {
        guard let numbers = DERValue.sequence(bytes), numbers.count >= 3, numbers[1].tag == 2 else {
            return nil
        }
        self = Self.rsaModulus(numbers[1].content)
    }

    /// `ECPrivateKey` with its public key (RFC 5915).
    init?(ec bytes: [UInt8]) {
        guard let fields = DERValue.sequence(bytes),
            let key = fields.first(where: { $0.tag == 0xA1 })?.children?.first, key.content.first == 0
        else { return nil }
        self = .point(Array(key.content.dropFirst()))
    }
}
