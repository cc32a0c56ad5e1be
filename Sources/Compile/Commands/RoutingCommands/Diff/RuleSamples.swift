import ByteScanning
import ConfigurationCompiler
import MailAddress
import RouteExplanation

/// Addresses that rules of `pcre` and `regexp` tables answer: texts are made from a rule's pattern, and those count that
/// the compiled table answers with this rule.
struct RuleSamples {
    private var origins: RowOrigins

    init(_ system: RoutingSystem) { origins = system.origins }

    /// What is written before or after a text where a pattern leaves it out.
    private static let user = Array("anybody".utf8)
    private static let host = Array("elsewhere.example".utf8)

    /// - Parameter reference: a table, as the configuration names it.
    /// - Returns: addresses, domains, and local parts alone.
    mutating func texts(of reference: String) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        for row in origins.placedRows(of: reference) {
            guard let (pattern, syntax) = Self.pattern(row.key, reference) else { continue }
            for witness in PatternWitness.texts(of: pattern, syntax) {
                let sample = Self.candidates(witness).first {
                    origins.place(of: $0, in: reference) == row.place
                }
                if let sample { texts.append(sample) }
            }
        }
        return texts
    }

    /// The pattern between the delimiters of a rule; `nil` for rules of other kinds, and for flags that change how a
    /// pattern is written.
    private static func pattern(
        _ key: [UInt8], _ reference: String
    ) -> (pattern: [UInt8], syntax: PatternWitness.Syntax)? {
        guard let delimiter = key.first, delimiter != ASCII.exclamation, !ASCII.isAlphanumeric(delimiter),
            let end = key.lastIndex(of: delimiter), end > 0
        else { return nil }
        let flags = key[(end + 1)...]
        let hasX = flags.count { $0 == UInt8(ascii: "x") } % 2 == 1
        let pattern = Array(key[1..<end])
        // Of composite tables either kind may be meant; the table decides.
        guard !reference.hasPrefix("regexp:") else { return (pattern, hasX ? .basic : .extended) }
        return hasX ? nil : (pattern, .perl)
    }

    /// A text with what may be missing around it. Those that are addresses come first.
    private static func candidates(_ text: [UInt8]) -> [[UInt8]] {
        let at = [ASCII.at]
        let all = [
            text, user + text, user + at + text, text + at + host, text + host, user + text + host,
            user + at + text + host, user + at + Array("host".utf8) + text,
        ]
        let addresses = all.filter { isAddress($0) }
        return addresses + all.filter { !$0.contains(ASCII.at) && !$0.isEmpty && !addresses.contains($0) }
    }

    private static func isAddress(_ text: [UInt8]) -> Bool {
        let address = MailAddress(internalForm: text)
        guard let domain = address.domain, !address.localPart.bytes.isEmpty else { return false }
        return domain.isHostName && text.count(where: { $0 == ASCII.at }) == 1
            && text.allSatisfy { $0 > ASCII.space && $0 != 0x7F }
    }
}
