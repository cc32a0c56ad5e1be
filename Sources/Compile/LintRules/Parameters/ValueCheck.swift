import ByteScanning
import ParameterCatalogue

/// Reads values as Postfix does, to tell those that it refuses.
enum ValueCheck {
    /// What the value is, where its type and its words are wrong.
    enum Fault: Equatable {
        /// The programs stop with a fatal error.
        case refused(String)
        /// The value does not mean what was meant.
        case meaningless(String)
    }

    /// `nil` for a value that is right.
    static func fault(_ text: [UInt8], _ definition: ParameterDefinition) -> Fault? {
        switch definition.type {
        case .boolean:
            let word = String(decoding: text, as: UTF8.self).lowercased()
            return word == "yes" || word == "no" ? nil : .refused("neither yes nor no")
        case .integer, .size: return number(text) == nil ? .refused("no number") : nil
        case .time: return timeFault(text)
        case .keyword, .keywordSet: return KeywordCheck.fault(text, definition)
        case .string, .list, .tableList, .matchList, .restrictionList, .address, .template, .user, .group,
            .path, .command:
            return nil
        }
    }

    /// Digits with a sign or not.
    static func number(_ text: [UInt8]) -> Int? {
        let digits =
            text.first == ASCII.hyphen || text.first == UInt8(ascii: "+") ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.allSatisfy(ASCII.isDigit) else { return nil }
        return Int(String(decoding: text, as: UTF8.self))
    }

    /// Digits and at most a unit; what follows the unit is not looked at (postconf(5)).
    private static func timeFault(_ text: [UInt8]) -> Fault? {
        let digits = text.prefix(while: ASCII.isDigit)
        guard !digits.isEmpty else { return .refused("no time") }
        let rest = text[digits.count...]
        guard let letter = rest.first else { return nil }
        guard TimeUnit(letter: letter) != nil else {
            return .refused("no time; the units are s, m, h, d and w")
        }
        return rest.count > 1 ? .meaningless("a time with more text after its unit, which is ignored") : nil
    }
}
