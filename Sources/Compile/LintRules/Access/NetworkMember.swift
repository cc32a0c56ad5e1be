import ByteScanning
import NetworkAddress

/// A member of a list of clients such as `mynetworks`, as the SMTP server reads it (postconf(5), match lists).
struct NetworkMember {
    enum Kind {
        case network(IPNetwork)
        /// The address is not the first one of the network, which refuses the pattern.
        case hostBits(IPNetwork)
        /// It has the form of an address and is none.
        case malformed
        /// An IPv6 address without brackets, which is taken for a table.
        case bareIPv6
        case table(String)
        case file(String)
        case name(String)
    }

    var kind: Kind
    /// Whether the list ends with "no" for what it matches.
    var isNegated = false
    /// Without what negates it.
    var text: String

    init(_ word: String) {
        var text = word[...]
        while text.hasPrefix("!") {
            isNegated.toggle()
            text = text.dropFirst()
        }
        self.text = String(text)
        kind = Self.kind(of: self.text)
    }

    private static func kind(of text: String) -> Kind {
        let bytes = Array(text.utf8)
        if bytes.first == ASCII.slash { return .file(text) }
        guard bytes.first != UInt8(ascii: "[") else { return address(bytes) }
        if let colon = text.firstIndex(of: ":") {
            let address = text.prefix { $0 != "/" }
            if IPAddress(Array(address.utf8).span) != nil { return .bareIPv6 }
            return colon == text.startIndex ? .malformed : .table(text)
        }
        let looksLikeAddress =
            bytes.contains(where: ASCII.isDigit)
            && bytes.allSatisfy { ASCII.isDigit($0) || $0 == ASCII.dot || $0 == ASCII.slash }
        return looksLikeAddress ? address(bytes) : .name(text)
    }

    private static func address(_ text: [UInt8]) -> Kind {
        var text = text
        let isBracketed = text.first == UInt8(ascii: "[")
        if isBracketed {
            guard let close = text.firstIndex(of: UInt8(ascii: "]")) else { return .malformed }
            text.remove(at: close)
            text.removeFirst()
        }
        let slash = text.firstIndex(of: ASCII.slash)
        var length: Int?
        if let slash {
            guard let number = Int(String(decoding: text[(slash + 1)...], as: UTF8.self)) else {
                return .malformed
            }
            length = number
        }
        let address = IPAddress(Array(text[..<(slash ?? text.count)]).span)
        return network(of: address, length, isBracketed: isBracketed)
    }

    private static func network(of address: IPAddress?, _ length: Int?, isBracketed: Bool) -> Kind {
        switch address {
        case .v4(let address):
            guard let network = IPv4Network(containing: address, length: length ?? 32) else {
                return .malformed
            }
            return network.address == address ? .network(.v4(network)) : .hostBits(.v4(network))
        case .v6(let address):
            guard isBracketed, let network = IPv6Network(containing: address, length: length ?? 128) else {
                return .malformed
            }
            return network.address == address ? .network(.v6(network)) : .hostBits(.v6(network))
        case nil: return .malformed
        }
    }
}
