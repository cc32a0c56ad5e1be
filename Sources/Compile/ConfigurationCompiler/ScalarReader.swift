import ByteScanning
import ConfigurationSemantics
import Diagnostics
import ParameterCatalogue

/// Reads values that name no table: numbers, times, words and text.
struct ScalarReader {
    let definition: ParameterDefinition
    let value: ValueText

    /// The value in its form for a generation; what is wrong is thrown.
    func read() throws(Fault) -> [UInt8] {
        let scalar: ScalarValue
        do throws(ScalarFault) {
            scalar = try ScalarValue(value.bytes, definition, isDefault: isDefault)
        } catch {
            throw Fault(diagnostic: diagnostic(error))
        }
        switch scalar {
        case .boolean(let isYes): return isYes.encoded
        case .number(let number):
            return definition.type == .size ? ByteCount(number).encoded : number.encoded
        case .seconds(let seconds): return Duration.seconds(seconds).encoded
        case .text(let text):
            switch definition.type {
            case .keyword: return Keyword(text: text).encoded
            case .keywordSet, .list: return EncodedWords.encode(value.words.map(value.string))
            default: return text.encoded
            }
        }
    }

    /// Why a value is none of its type.
    struct Fault: Error {
        let diagnostic: Diagnostic
    }

    private func diagnostic(_ fault: ScalarFault) -> Diagnostic {
        let shown = printable(value.bytes)
        let whole = 0..<value.bytes.count
        return switch fault {
        case .notUTF8(let offset):
            value.diagnostic("the value is not valid UTF-8", at: offset..<value.bytes.count)
        case .notBoolean: value.diagnostic("\"\(shown)\" is neither yes nor no", at: whole)
        case .notNumber: value.diagnostic("\"\(shown)\" is no number", at: whole)
        case .notTime:
            value.diagnostic(
                "\"\(shown)\" is no time", at: whole, help: "expected a number and one of s, m, h, d, w")
        case .unknownUnit:
            value.diagnostic(
                "\"\(shown)\" is no time: unknown unit", at: whole, help: "expected one of s, m, h, d, w")
        case .below(let minimum): value.diagnostic("\(shown) is less than \(minimum)", at: whole)
        case .above(let maximum): value.diagnostic("\(shown) is more than \(maximum)", at: whole)
        case .empty: value.diagnostic("the value is empty")
        case .tooShort: value.diagnostic("the value is too short")
        case .tooLong(let maximum):
            value.diagnostic("the value is longer than \(maximum) bytes", at: whole)
        case .unknownWord:
            value.diagnostic(
                "\"\(shown)\" is not allowed", at: whole, help: "expected one of: \(definition.allowed)")
        }
    }

    /// Whether it is the default, written or not.
    private var isDefault: Bool {
        guard value.setting.origin.isExplicit else { return true }
        return definition.defaultValue != .computed
            && value.setting.text.elementsEqual(definition.defaultText.utf8)
    }
}
