import ByteScanning

/// The blocks of a PEM file (RFC 7468).
public struct PEMFile: Sendable {
    public struct Block: Sendable {
        /// `CERTIFICATE`, `PRIVATE KEY`, ...
        public var label: String
        /// Decoded.
        public var content: [UInt8]
    }

    public let blocks: [Block]

    public init(_ bytes: [UInt8]) {
        var blocks: [Block] = []
        var label: String?
        var text: [UInt8] = []
        for line in bytes.split(separator: ASCII.newline) {
            let line = String(decoding: line, as: UTF8.self).filter { $0 != "\r" }
            if line.hasPrefix("-----BEGIN "), line.hasSuffix("-----") {
                label = String(line.dropFirst(11).dropLast(5))
                text = []
            } else if line.hasPrefix("-----END ") {
                if let label, let content = Base64.decode(text.span) {
                    blocks.append(Block(label: label, content: content))
                }
                label = nil
            } else if label != nil {
                text += line.utf8.filter { !ASCII.isSpace($0) }
            }
        }
        self.blocks = blocks
    }

    /// The public key of the first certificate.
    public var certificateKey: PublicKeyBytes? {
        blocks.first { $0.label == "CERTIFICATE" }.flatMap { PublicKeyBytes(certificate: $0.content) }
    }

    /// The public half of the first private key, where the file has it.
    public var privateKey: PublicKeyBytes? {
        for block in blocks {
            switch block.label {
            case "PRIVATE KEY": return PublicKeyBytes(pkcs8: block.content)
            case "RSA PRIVATE KEY": return PublicKeyBytes(rsa: block.content)
            case "EC PRIVATE KEY": return PublicKeyBytes(ec: block.content)
            default: continue
            }
        }
        return nil
    }
}
