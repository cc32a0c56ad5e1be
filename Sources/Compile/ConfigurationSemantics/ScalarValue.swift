import ByteScanning
import ParameterCatalogue

/// The value of a parameter that names no table, read as its type has it (postconf(5)).
///
/// What a build refuses and what a check finds wrong with such a value are decided here, once for both.
public enum ScalarValue: Sendable, Equatable {
    case boolean(Bool)
    /// A count, or a number of bytes.
    case number(Int)
    case seconds(Int)
    case text(String)

    /// Reads a value whose names have been replaced.
    ///
    /// - Parameter isDefault: whether it is the default. One that is too short hurts only the programs that need a value,
    ///   and they say so.
    /// - Throws: `ScalarFault`, where no program can use the value.
    public init(
        _ bytes: [UInt8], _ definition: ParameterDefinition, isDefault: Bool = false
    ) throws(ScalarFault) {
        guard isValidUTF8(bytes.span) else {
            throw .notUTF8(offset: bytes.firstIndex { $0 >= 0x80 } ?? 0)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        switch definition.type {
        case .boolean:
            switch text.lowercased() {
            case "yes": self = .boolean(true)
            case "no": self = .boolean(false)
            default: throw .notBoolean
            }
        case .integer, .size: self = .number(try Self.number(text, definition))
        case .time(let unit): self = .seconds(try Self.seconds(bytes, unit, definition))
        case .keyword:
            try Self.checkLength(bytes, definition, isDefault: isDefault)
            if let words = definition.closedWords, !text.isEmpty, !words.contains(text.lowercased()) {
                throw .unknownWord(words)
            }
            self = .text(text)
        case .string, .address, .template, .user, .group, .path, .command:
            try Self.checkLength(bytes, definition, isDefault: isDefault)
            self = .text(text)
        case .keywordSet, .list, .tableList, .matchList, .restrictionList: self = .text(text)
        }
    }

    private static func number(
        _ text: String, _ definition: ParameterDefinition
    ) throws(ScalarFault) -> Int {
        guard let number = Int(text), number >= Int(Int32.min) else { throw .notNumber }
        // Numbers that count bytes may be large; all others have 32 bits.
        guard definition.type == .size || number <= Int(Int32.max) else { throw .above(Int(Int32.max)) }
        return try checked(number, definition)
    }

    /// A number and the letter of a unit; what follows the letter does not count, as in Postfix.
    private static func seconds(
        _ bytes: [UInt8], _ unit: TimeUnit, _ definition: ParameterDefinition
    ) throws(ScalarFault) -> Int {
        let digits = bytes.prefix(while: ASCII.isDigit)
        guard let number = Int(String(decoding: digits, as: UTF8.self)) else { throw .notTime }
        var unit = unit
        if digits.count < bytes.count {
            guard let given = TimeUnit(letter: bytes[digits.count]) else { throw .unknownUnit }
            unit = given
        }
        let (seconds, overflows) = number.multipliedReportingOverflow(by: unit.rawValue)
        guard !overflows, seconds <= Int(Int32.max) else { throw .above(Int(Int32.max)) }
        return try checked(seconds, definition)
    }

    private static func checked(
        _ number: Int, _ definition: ParameterDefinition
    ) throws(ScalarFault) -> Int {
        if let minimum = definition.minimum, number < minimum { throw .below(minimum) }
        if let maximum = definition.maximum, number > maximum { throw .above(maximum) }
        return number
    }

    private static func checkLength(
        _ bytes: [UInt8], _ definition: ParameterDefinition, isDefault: Bool
    ) throws(ScalarFault) {
        if let minimum = definition.minimum, bytes.count < minimum, !isDefault {
            throw bytes.isEmpty ? .empty : .tooShort(minimum)
        }
        if let maximum = definition.maximum, bytes.count > maximum { throw .tooLong(maximum) }
    }
}

/// Why a value is none of its parameter.
public enum ScalarFault: Error, Sendable, Equatable {
    /// The first byte that is not ASCII.
    case notUTF8(offset: Int)
    case notBoolean
    case notNumber
    case notTime
    /// A time whose number is followed by no letter of a unit.
    case unknownUnit
    /// A number or a time in seconds outside its limits.
    case below(Int)
    case above(Int)
    /// A text with fewer or more bytes than it needs.
    case empty
    case tooShort(Int)
    case tooLong(Int)
    /// A word that is none of these.
    case unknownWord([String])
}

extension ParameterDefinition {
    /// The words of a keyword, small letters; `nil` when the catalogue does not list them all.
    var closedWords: [String]? {
        let words = allowed.split(separator: ",").map { String($0.drop { $0 == " " }) }
        let isPlain = words.allSatisfy { word in
            word.utf8.allSatisfy {
                ASCII.isAlphanumeric($0) || $0 == ASCII.hyphen || $0 == UInt8(ascii: "_")
            }
        }
        return words.isEmpty || !isPlain ? nil : words
    }
}
