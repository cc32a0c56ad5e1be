import AddressRouting
import TestSupport

/// Random addresses that random configurations know something about, and broken ones.
extension SeededRandom {
    /// An address in internal form.
    mutating func address() -> [UInt8] {
        var text = pick(RandomRouting.users)
        switch self(10) {
        case 0: break
        case 1:
            text += pick([
                "@", "@@", "@.", "@dest.", "@vm..", "@[1.2.3", "@1.2.3.4", "@127.0.0.1", "@[IPv6:1::2]",
            ])
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
            let quoted = pick([
                "\"a b\"", "\"user\"", "a\\ b", "\"x@y\"", "\"\"", "(c) user", "<user", "a, b", "a;b",
            ])
            bytes =
                Array(quoted.utf8)
                + (once(in: 4) ? [] : Array("@".utf8) + Array(pick(RandomRouting.domains).utf8))
        }
        if once(in: 4) { mutate(&bytes) }
        // The service of 3.7 panics over an address that is white space only.
        return bytes.allSatisfy { " \t\r\n".utf8.contains($0) } ? [] : bytes
    }

    /// The value of a header with addresses, on one line.
    mutating func headerValue() -> String {
        var items: [String] = []
        for _ in 0...self(3) {
            let user = pick(["a", "user", "user+ext", "\"a b\"", "x!y", "x%y", "info", "\"q, q\"", "föö"])
            let address = once(in: 3) ? user : user + "@" + pick(RandomRouting.domains)
            switch self(9) {
            case 0: items.append("Some One <\(address)>")
            case 1: items.append("\"Quoted, One\" <\(address)>")
            case 2: items.append("\(address) (a comment)")
            case 3: items.append("group: \(address), b;")
            case 4: items.append("<@route:\(address)>")
            case 5: items.append("\(address) other")
            case 6:
                items.append(
                    pick([
                        "undisclosed-recipients:;", "<>", "", "=?utf-8?q?f=C3=B6?= <\(address)>", "A. B. <a>",
                    ]))
            default: items.append(address)
            }
        }
        return items.joined(separator: pick([", ", ",", " , "]))
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
