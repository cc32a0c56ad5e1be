import ByteScanning

/// Domain names with letters outside ASCII (RFC 5890).
enum InternationalDomain {
    /// The name with each label in ASCII; `nil` when it is not UTF-8.
    static func ascii(_ domain: [UInt8]) -> [UInt8]? {
        guard isValidUTF8(domain.span) else { return nil }
        let labels = String(decoding: domain, as: UTF8.self)
            .split(separator: ".", omittingEmptySubsequences: false)
        return Array(labels.map(label).joined(separator: ".").utf8)
    }

    private static func label(_ label: Substring) -> String {
        guard !label.utf8.allSatisfy({ $0 < 0x80 }) else { return String(label) }
        let folded = foldedCase(Array(label.utf8).span, unicode: true)
        return "xn--" + Punycode.encode(Array(String(decoding: folded, as: UTF8.self).unicodeScalars))
    }
}

/// The encoding of Unicode in letters and digits (RFC 3492).
private enum Punycode {
    private static let base = 36
    private static let (lowest, highest) = (1, 26)

    static func encode(_ input: [Unicode.Scalar]) -> String {
        var output = String(String.UnicodeScalarView(input.filter(\.isASCII)))
        let basicCount = output.unicodeScalars.count
        var handled = basicCount
        if basicCount > 0 { output += "-" }
        var (next, delta, bias) = (128, 0, 72)
        while handled < input.count {
            guard let smallest = input.map({ Int($0.value) }).filter({ $0 >= next }).min() else { break }
            delta += (smallest - next) * (handled + 1)
            next = smallest
            for scalar in input {
                if scalar.value < next { delta += 1 }
                guard scalar.value == next else { continue }
                output += digits(delta, bias)
                bias = adapted(delta, handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return output
    }

    /// A number of variable length (section 3.3).
    private static func digits(_ number: Int, _ bias: Int) -> String {
        var (rest, weight, text) = (number, base, "")
        while true {
            let threshold = min(max(weight - bias, lowest), highest)
            guard rest >= threshold else { return text + digit(rest) }
            text += digit(threshold + (rest - threshold) % (base - threshold))
            rest = (rest - threshold) / (base - threshold)
            weight += base
        }
    }

    private static func digit(_ value: Int) -> String {
        String(Unicode.Scalar(UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26)))
    }

    /// Section 3.4.
    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var steps = 0
        while delta > (base - lowest) * highest / 2 {
            delta /= base - lowest
            steps += base
        }
        return steps + (base - lowest + 1) * delta / (delta + 38)
    }
}
