import ByteScanning
import ConfigurationSemantics
import ParameterCatalogue

/// Reads values as Postfix does, to tell those that it refuses.
enum ValueCheck {
    /// What is wrong with a value.
    enum Fault: Equatable {
        /// The programs stop with a fatal error.
        case refused(String)
        /// The value does not mean what was meant; `postroom build` refuses it, but Postfix runs with it.
        case unusable(String)
        /// The value does not mean what was meant.
        case meaningless(String)
        /// A number or a time outside its limits, for which the programs stop, too.
        case outOfRange(String)
    }

    /// `nil` for a value that is right. What a build refuses never is: both ask `ScalarValue`.
    static func fault(of setting: WrittenSetting) -> Fault? {
        guard let definition = setting.definition, let value = setting.value else { return nil }
        return fault(value, definition)
    }

    static func fault(_ text: [UInt8], _ definition: ParameterDefinition) -> Fault? {
        do throws(ScalarFault) {
            let isDefault =
                definition.defaultValue != .computed && text.elementsEqual(definition.defaultText.utf8)
            _ = try ScalarValue(text, definition, isDefault: isDefault)
        } catch {
            return fault(error, text, definition)
        }
        if case .time = definition.type, text.drop(while: ASCII.isDigit).count > 1 {
            return .meaningless("a time with more text after its unit, which is ignored")
        }
        guard definition.type == .keyword || definition.type == .keywordSet else { return nil }
        return KeywordCheck.fault(text, definition)
    }

    private static func fault(
        _ fault: ScalarFault, _ text: [UInt8], _ definition: ParameterDefinition
    ) -> Fault {
        let unit = if case .time = definition.type { " seconds" } else { "" }
        switch fault {
        case .notUTF8: return .unusable("it is not valid UTF-8")
        case .notBoolean: return .refused("neither yes nor no")
        case .notNumber: return .refused("no number")
        case .notTime: return .refused("no time")
        case .unknownUnit: return .refused("no time; the units are s, m, h, d and w")
        case .below(let minimum): return .outOfRange("at least \(minimum)\(unit)")
        case .above(let maximum): return .outOfRange("at the most \(maximum)\(unit)")
        case .empty: return .refused("it is empty")
        case .tooShort(let minimum): return .refused("it has less than \(minimum) bytes")
        case .tooLong(let maximum): return .refused("it has more than \(maximum) bytes")
        case .unknownWord(let words):
            return KeywordCheck.fault(text, definition)
                ?? .unusable("it is none of " + words.joined(separator: ", "))
        }
    }
}
