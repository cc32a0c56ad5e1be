import AddressRouting

/// Random addresses that random configurations know something about, and broken ones.
extension SeededRandom {
    /// An address in internal form.
    mutating func address() -> [UInt8] {
        var text = pick(RandomRouting.users)
        switch self(10) {
        case 0: break
        case 1: text += pick(["@", "@@", "@.", "@dest.", "@vm..", "@[1.2.3", "@1.2.3.4", "@127.0.0.1", "@[IPv6:1::2]"])
        case 2: text = pick(["", "@", "dest!", "@x:", "vm!"]) + text + "@" + pick(RandomRouting.domains)
        case 3: text += pick(["%", "@"]) + pick(RandomRouting.domains) + "@" + pick(RandomRouting.domains)
        default: text += "@" + pick(RandomRouting.domains)
        }
        var bytes = Array(text.utf8)
        if once(in: 6) { mutate(&bytes) }
        return bytes
    }

    /// An address in external form, as a header or an alias has it.
    mutating func externalAddress() -> [UInt8] {
        var bytes = address()
        if once(in: 3) {
            let quoted = pick(["\"a b\"", "\"user\"", "a\\ b", "\"x@y\"", "\"\"", "(c) user", "<user", "a, b", "a;b"])
            bytes = Array(quoted.utf8) + (once(in: 4) ? [] : Array("@".utf8) + Array(pick(RandomRouting.domains).utf8))
        }
        if once(in: 4) { mutate(&bytes) }
        // The service of 3.7 panics over an address that is white space only.
        return bytes.allSatisfy { " \t\r\n".utf8.contains($0) } ? [] : bytes
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        for _ in 0...self(3) {
            let byte = pick(Array("@@@..%%!!:;,<>()[]\"\"\\ \t\r\n|a1-_\u{1}\u{7f}".utf8))
            let index = self(bytes.count + 1)
            if once(in: 3), index < bytes.count { bytes[index] = byte } else { bytes.insert(byte, at: index) }
        }
    }

    /// A sender, empty in one of six cases.
    mutating func sender() -> [UInt8] { once(in: 6) ? [] : address() }
}
