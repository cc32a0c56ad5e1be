import ByteScanning
import ConfigurationSyntax

/// `name = value` as main.cf, the command line and braces in master.cf have it.
enum NameValue {
    struct Parts {
        var name: ArraySlice<UInt8>
        var value: ArraySlice<UInt8>
    }

    struct Fault: Error {
        var kind: MainSyntax.Fault

        var message: String { kind.message }
    }

    /// The name and the value without white space around them.
    static func split(_ text: [UInt8]) -> Result<Parts, Fault> {
        let bytes = text.span
        let all = bytes.trimming(0..<bytes.count)
        var end = all.lowerBound
        while end < all.upperBound, !ASCII.isSpace(text[end]), text[end] != ASCII.equals { end += 1 }
        guard end > all.lowerBound else { return .failure(Fault(kind: .missingName)) }
        var equals = end
        while equals < all.upperBound, ASCII.isSpace(text[equals]) { equals += 1 }
        guard equals < all.upperBound, text[equals] == ASCII.equals else {
            return .failure(Fault(kind: .missingEquals))
        }
        let value = bytes.trimming(equals + 1..<all.upperBound)
        return .success(Parts(name: text[all.lowerBound..<end], value: text[value]))
    }
}
