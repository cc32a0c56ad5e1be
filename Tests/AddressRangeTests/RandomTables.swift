/// Tables and keys from a seed: a few networks that overlap often, and mistakes of every kind.
struct RandomTables: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &self)]
    }

    /// Rules without mistakes in what they say; blocks may lack their end.
    mutating func rules(count: Int) -> String {
        var text = ""
        var depth = 0
        for index in 0..<count {
            if depth > 0, chance(20) {
                text += "endif\n"
                depth -= 1
            } else if chance(20) {
                text += "if \(negation())\(network())\n"
                depth += 1
            } else {
                text += "\(negation())\(network()) r\(index)\n"
            }
        }
        return text
    }

    /// Rules with mistakes, comments, continued lines and odd white space among them.
    mutating func table(count: Int) -> String {
        var text = ""
        for index in 0..<count {
            text += chance(25) ? oddLine(index) : line(index)
            text += chance(5) ? "\r\n" : "\n"
        }
        if chance(20) { text.removeLast() }
        return text
    }

    mutating func key() -> String {
        switch Int.random(in: 0..<10, using: &self) {
        case 0: pick(Self.oddKeys)
        case 1: dotted(UInt64.random(in: 0..<(1 << 32), using: &self))
        case 2...6: ipv4(zeroBits: 0)
        default: ipv6(zeroBits: 0)
        }
    }

    private mutating func line(_ index: Int) -> String {
        switch Int.random(in: 0..<10, using: &self) {
        case 0: "\(pick(["if", "If", "IF"]))\(pick([" ", "  ", "\t", " ! ", " !", "!"]))\(network())"
        case 1: pick(["endif", "ENDIF ", "endif"])
        case 2: "\(negation())[\(network())]\(space())r\(index)"
        default: "\(negation())\(network())\(space())r\(index)\(pick(["", "", " ", "  # text", " a b"]))"
        }
    }

    private mutating func oddLine(_ index: Int) -> String {
        let network = network()
        let odd = [
            "# \(network) x", "", "  ", " \(network) x", "\(network)", "\(network)\n  r\(index)",
            "\(network) r\(index)\n\n# x\n  more", "\(network)\n#\n", "x\(network) r", "\(network)x r",
            "10.0.1.1/24 r", "2001:DB8::77/120 r", "10.0.0.0/33 r", "::/129 r", "10.0.0.0/ r", "10.0.0/24 r",
            "10.0.0.0/-1 r", "::1::/64 r", "[\(network) r", "[\(network)]x r", "[10.0.0.0]/24 r",
            "[10.0.0.0/24]/24 r",
            "!", "! !\(network) r\(index)", "if", "if !", "if \(network) x", "if\(network)", "if[\(network)]",
            "endif x", "endif#", "endifx r", "10.0.0.04 r", "[] r", "[]/8 r", "/8 r", "::ffff:10.0.0.9/100 r",
            "::10.0.0.9/100 r", "1:0:0:2:0:0:0:3/64 r", "1::1:0:0:1/127 r", "0::1/0 r", "255.255.255.255/1 r",
            "\(network) a\0b", "\0", "10.0\0.0.1 x",
        ]
        return pick(odd)
    }

    private mutating func negation() -> String { chance(15) ? pick(["!", "! ", "!!!"]) : "" }

    private mutating func space() -> String { pick([" ", "  ", "\t", " \t "]) }

    private mutating func network() -> String {
        if chance(65) {
            let hostBits = pick([0, 0, 1, 2, 3, 4, 6, 8, 10, 24, 32])
            let address = ipv4(zeroBits: hostBits)
            return hostBits == 0 && chance(50) ? address : "\(address)/\(32 - hostBits)"
        }
        let hostBits = pick([0, 0, 1, 2, 4, 8, 10, 64, 96, 128])
        let address = hostBits == 128 ? "::" : ipv6(zeroBits: hostBits)
        return hostBits == 0 && chance(50) ? address : "\(address)/\(128 - hostBits)"
    }

    /// An address from 10.0.0.0 on, of which the last bits are zero.
    private mutating func ipv4(zeroBits: Int) -> String {
        dotted(cleared(10 << 24 | UInt64.random(in: 0..<1024, using: &self), zeroBits))
    }

    private func cleared(_ number: UInt64, _ bits: Int) -> UInt64 { (number >> UInt64(bits)) << UInt64(bits) }

    private func dotted(_ number: UInt64) -> String {
        [24, 16, 8, 0].map { String(number >> $0 & 255) }.joined(separator: ".")
    }

    /// An address from 2001:db8:: on, of which the last bits are zero, in one of several ways to write it.
    private mutating func ipv6(zeroBits: Int) -> String {
        let low = cleared(UInt64.random(in: 0..<1024, using: &self), zeroBits)
        let digits = String(low, radix: 16, uppercase: chance(30))
        return pick(["2001:db8::\(digits)", "2001:DB8:0:0::\(digits)", "2001:0db8:0:0:0:0:0:\(digits)"])
    }

    private static let oddKeys = [
        "", "host.example", "10.0.0", "10.0.0.1.", "010.0.0.1", "10.0.0.01", "[10.0.0.1]", "::ffff:10.0.0.1",
        "2001:DB8::5", "fe80::1%eth0", "[2001:db8::5]", "ipv6:2001:db8::5", "::", "::1", "0.0.0.0",
        "255.255.255.255", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "1:2:3:4:5:6:7::", "10.0.0.1/32",
        "10.0.0.256",
    ]
}
