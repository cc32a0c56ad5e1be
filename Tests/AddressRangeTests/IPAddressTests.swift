import Glibc
import NetworkAddress
import Testing

@Suite struct IPAddressTests {
    @Test(arguments: [
        "0.0.0.0", "1.2.3.4", "255.255.255.255", "::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::",
        "::2:3:4:5:6:7:8",
        "ABCD:ef01::", "0001:0002::0003", "::1.2.3.4", "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "1::1.2.3.4",
        "0000:0000:0000:0000:0000:ffff:255.255.255.255",
    ])
    func `an address is accepted`(text: String) {
        #expect(address(text) != nil)
        #expect(acceptedBySystem(text))
    }

    @Test(arguments: [
        "", "1", "1.2.3", "1.2.3.", ".1.2.3", "1..2.3", "1.2.3.4.", "1.2.3.4.5", "256.1.1.1",
        "1.2.3.999999999999",
        "01.2.3.4", "00.0.0.0", "1.2.3.4 ", " 1.2.3.4", "+1.2.3.4", "1.2.3.0x4", ":", ":::", ":1", "1:",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9", "1::2::3", "1:2:3:4:5:6:7::8", "::1:2:3:4:5:6:7:8", "12345::", "00001::", "g::",
        "::%lo",
        "fe80::1%1", "[::1]", "::1.2.3", "::1.2.3.04", "::a.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3.4:5",
        "::.1.2.3",
        "1:2:3:4:5:6::1.2.3.4", "0000:0000:0000:0000:0000:ffff:255.255.255.2555", "1:2:3:4:5:6:7:8:",
    ])
    func `what is no address is refused`(text: String) {
        #expect(address(text) == nil)
        #expect(!acceptedBySystem(text))
    }

    @Test(arguments: [
        ("::", "::"), ("0:0:0:0:0:0:0:1", "::1"), ("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
        ("1:0:2:0:3:0:4:0", "1:0:2:0:3:0:4:0"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
        ("1:2:3:4:5:6:0:0", "1:2:3:4:5:6::"),
        ("::ffff:0102:0304", "::ffff:1.2.3.4"), ("::1:2", "::0.1.0.2"), ("0.0.0.0", "0.0.0.0"),
        ("192.0.2.255", "192.0.2.255"),
    ])
    func `an address is printed in canonical form`(text: String, printed: String) {
        #expect(address(text)?.description == printed)
    }

    @Test func `random texts are read and printed as the system does`() {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed of the random addresses: \(seed)")
        var random = RandomTables(seed: seed)
        for _ in 0..<20_000 {
            let text = randomText(&random)
            let ours = address(text)
            let expected = systemForm(text)
            #expect(ours?.description == expected, "\(text), seed \(seed)")
        }
    }

    @Test(arguments: [
        (0, "0.0.0.0/0"), (1, "128.0.0.0/1"), (8, "203.0.0.0/8"), (25, "203.0.113.128/25"),
        (32, "203.0.113.129/32"),
    ])
    func `a network is an address without its host bits`(length: Int, printed: String) throws {
        let address = IPv4Address(bits: 0xCB00_7181)
        let network = try #require(IPv4Network(containing: address, length: length))
        #expect(network.description == printed)
        #expect(network.bounds.contains(address.bits))
        #expect(
            UInt64(network.bounds.upperBound) - UInt64(network.bounds.lowerBound) == 1 << UInt64(32 - length)
                - 1)
    }

    @Test func `a length outside the address is refused`() {
        #expect(IPv4Network(containing: IPv4Address(bits: 0), length: 33) == nil)
        #expect(IPv4Network(containing: IPv4Address(bits: 0), length: -1) == nil)
        #expect(IPv6Network(containing: IPv6Address(bits: 0), length: 129) == nil)
        #expect(IPv6Network(containing: IPv6Address(bits: .max), length: 0)?.bounds == 0 ... .max)
        #expect(IPv6Network(containing: IPv6Address(bits: .max), length: 128)?.bounds == .max ... .max)
    }
}

private func address(_ text: String) -> IPAddress? { IPAddress([UInt8](text.utf8).span) }

/// Groups that are often right, joined by what is often a colon.
private func randomText(_ random: inout RandomTables) -> String {
    if random.chance(30) {
        let octets = (0..<random.pick([3, 4, 4, 4, 4, 5])).map { _ in
            random.pick(["0", "1", "12", "255", "256", "00", "9", "099"])
        }
        return octets.joined(separator: ".")
    }
    var text = random.pick(["", "", "", ":", "::"])
    for _ in 0..<Int.random(in: 0..<9, using: &random) {
        text += random.pick(["0", "0", "0", "1", "ffff", "FFFF", "a0b", "0001", "12345", ""])
        text += random.pick([":", ":", ":", ":", ":", ":", "::", ""])
    }
    return text + random.pick(["", "1", "0", "1.2.3.4", "0.0.0.0", "::", ":", "1.2.3.04"])
}

private func acceptedBySystem(_ text: String) -> Bool { systemForm(text) != nil }

/// The text as `inet_pton` reads and `inet_ntop` prints it.
private func systemForm(_ text: String) -> String? {
    for family in [AF_INET, AF_INET6] {
        var address = [UInt8](repeating: 0, count: 16)
        var printed = [CChar](repeating: 0, count: 64)
        // SAFETY: 16 bytes hold an address of either family, and 64 any printed address with its NUL.
        guard unsafe inet_pton(family, text, &address) == 1 else { continue }
        guard unsafe inet_ntop(family, address, &printed, 64) != nil else { continue }
        return String(decoding: printed.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return nil
}
