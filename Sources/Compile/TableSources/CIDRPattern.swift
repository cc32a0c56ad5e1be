import ByteScanning
import NetworkAddress

/// The parts of an address pattern: `address`, `network/length`, `[address]`, `[network/length]` or
/// `[network]/length`.
struct CIDRPattern {
    /// Where the address stands in the line.
    private var address: Range<Int>
    /// Where the digits after the slash stand.
    private var length: Range<Int>?

    /// The network that the pattern in `range` of the line means.
    ///
    /// - Throws: `CIDRSyntaxError` for the first thing that is wrong, in Postfix's order.
    static func network(in line: Span<UInt8>, _ range: Range<Int>) throws(CIDRSyntaxError) -> IPNetwork {
        let pattern = try CIDRPattern(line, range)
        guard let length = pattern.length else { return try pattern.singleAddress(in: line) }
        return try pattern.network(in: line, length: length)
    }

    private init(_ line: Span<UInt8>, _ range: Range<Int>) throws(CIDRSyntaxError) {
        guard let first = range.first else {
            throw CIDRSyntaxError(at: range.lowerBound, "no address pattern")
        }
        guard line[first] == UInt8(ascii: "[") else {
            self.init(splitting: line, range)
            return
        }
        guard let bracket = Self.first(UInt8(ascii: "]"), in: line, range) else {
            throw CIDRSyntaxError(at: first, "no \"]\" after \(quoted(line, range))")
        }
        let inside = (first + 1)..<bracket
        if bracket + 1 == range.upperBound {
            self.init(splitting: line, inside)
        } else if line[bracket + 1] == ASCII.slash {
            self.init(address: inside, length: (bracket + 2)..<range.upperBound)
        } else {
            throw CIDRSyntaxError(
                at: bracket + 1, "unexpected text after \(quoted(line, first..<(bracket + 1)))")
        }
    }

    private init(address: Range<Int>, length: Range<Int>?) {
        self.address = address
        self.length = length
    }

    private init(splitting line: Span<UInt8>, _ range: Range<Int>) {
        if let slash = Self.first(ASCII.slash, in: line, range) {
            address = range.lowerBound..<slash
            length = (slash + 1)..<range.upperBound
        } else {
            address = range
        }
    }

    private func singleAddress(in line: Span<UInt8>) throws(CIDRSyntaxError) -> IPNetwork {
        let network: IPNetwork? =
            switch IPAddress(line.extracting(address)) {
            case .v4(let address): IPv4Network(containing: address, length: 32).map { .v4($0) }
            case .v6(let address): IPv6Network(containing: address, length: 128).map { .v6($0) }
            case nil: nil
            }
        guard let network else { throw badAddress(in: line) }
        return network
    }

    private func network(in line: Span<UInt8>, length: Range<Int>) throws(CIDRSyntaxError) -> IPNetwork {
        let bits = try prefixLength(in: line, length)
        let isWithinNetwork: Bool
        let network: IPNetwork
        switch IPAddress(line.extracting(address)) {
        case .v4(let address):
            guard let found = IPv4Network(containing: address, length: bits) else {
                throw badAddress(in: line)
            }
            network = .v4(found)
            isWithinNetwork = found.address == address
        case .v6(let address):
            guard let found = IPv6Network(containing: address, length: bits) else {
                throw badAddress(in: line)
            }
            network = .v6(found)
            isWithinNetwork = found.address == address
        case nil:
            throw badAddress(in: line)
        }
        guard isWithinNetwork else {
            throw CIDRSyntaxError(
                at: address.lowerBound,
                "host bits are set in \"\(printable(line.bytes(address)))/\(bits)\"", help: "use \(network)")
        }
        return network
    }

    /// The number of bits after the slash. It is judged before the address is.
    private func prefixLength(in line: Span<UInt8>, _ range: Range<Int>) throws(CIDRSyntaxError) -> Int {
        guard !range.isEmpty, range.allSatisfy({ ASCII.isDigit(line[$0]) }) else {
            throw CIDRSyntaxError(at: range.lowerBound, "\(quoted(line, range)) is no prefix length")
        }
        let limit = Self.first(ASCII.colon, in: line, address) == nil ? 32 : 128
        var bits = 0
        for index in range {
            bits = bits &* 10 &+ Int(line[index] &- 0x30)
            guard bits <= limit else {
                throw CIDRSyntaxError(
                    at: range.lowerBound,
                    "the prefix length \(quoted(line, range)) is more than \(limit) bits")
            }
        }
        return bits
    }

    private func badAddress(in line: Span<UInt8>) -> CIDRSyntaxError {
        CIDRSyntaxError(at: address.lowerBound, "\(quoted(line, address)) is no IP address")
    }

    @inline(__always)
    private static func first(_ byte: UInt8, in line: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            if line[index] == byte { return index }
            index &+= 1
        }
        return nil
    }
}

private func quoted(_ line: Span<UInt8>, _ range: Range<Int>) -> String {
    "\"\(printable(line.bytes(range)))\""
}
