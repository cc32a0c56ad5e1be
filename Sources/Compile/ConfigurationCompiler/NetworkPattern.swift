import ByteScanning
import NetworkAddress

/// An address or a network as match lists have it: `1.2.3.4`, `1.2.3.0/24`, `[::1]`, `[2001:db8::]/32`.
enum NetworkPattern {
    enum Outcome: Equatable {
        case network(IPNetwork)
        /// The address is not the first one of the network.
        case hostBits(IPNetwork)
        case malformed
    }

    static let help = "expected a form such as 192.0.2.1, 192.0.2.0/24, [2001:db8::1] or [2001:db8::]/32"

    static func parse(_ text: [UInt8]) -> Outcome {
        var address = text[...]
        var length: Int?
        let isBracketed = text.first == UInt8(ascii: "[")
        if isBracketed {
            guard let close = text.firstIndex(of: UInt8(ascii: "]")) else { return .malformed }
            address = text[1..<close]
            let rest = text[(close + 1)...]
            guard rest.isEmpty || rest.first == ASCII.slash else { return .malformed }
            if !rest.isEmpty {
                length = number(rest.dropFirst())
                guard length != nil else { return .malformed }
            }
        } else if let slash = text.firstIndex(of: ASCII.slash) {
            address = text[..<slash]
            length = number(text[(slash + 1)...])
            guard length != nil else { return .malformed }
        }
        switch IPAddress(Array(address).span) {
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

    /// How an IPv6 address or network that has no brackets is written with them; `nil` for anything else.
    static func bracketed(_ text: [UInt8]) -> String? {
        let parts = text.split(separator: ASCII.slash, maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPv6Address(Array(parts[0]).span) else { return nil }
        return "[\(address)]" + parts.dropFirst().map { "/" + String(decoding: $0, as: UTF8.self) }.joined()
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 3, digits.allSatisfy(ASCII.isDigit) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
