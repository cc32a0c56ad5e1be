import ByteScanning
import Diagnostics
import ParameterCatalogue

/// Reads values that name no table: numbers, times, words and text.
struct ScalarReader {
    let definition: ParameterDefinition
    let value: ValueText

    /// The value in its form for a generation; what is wrong is thrown.
    func read() throws(Fault) -> [UInt8] {
        guard isValidUTF8(value.bytes.span) else {
            let offset = value.bytes.firstIndex { $0 >= 0x80 } ?? 0
            throw fault("the value is not valid UTF-8", at: offset..<value.bytes.count)
        }
        switch definition.type {
        case .boolean: return try boolean().encoded
        case .integer: return try number().encoded
        case .size: return ByteCount(try number()).encoded
        case .time(let unit): return Duration.seconds(try time(unit)).encoded
        case .keyword: return try keyword().encoded
        case .keywordSet, .list: return EncodedWords.encode(words.map { word(in: $0) })
        case .string, .address, .template, .user, .group, .path, .command: return try text().encoded
        case .tableList, .matchList, .restrictionList: return []
        }
    }

    /// Why a value is none of its type.
    struct Fault: Error {
        let diagnostic: Diagnostic
    }

    private func fault(_ message: String, at word: Range<Int>? = nil, help: String? = nil) -> Fault {
        Fault(diagnostic: value.diagnostic(message, at: word, help: help))
    }

    private func boolean() throws(Fault) -> Bool {
        switch value.text.lowercased() {
        case "yes": return true
        case "no": return false
        default: throw fault("\"\(printable(value.bytes))\" is neither yes nor no", at: whole)
        }
    }

    private func number() throws(Fault) -> Int {
        let text = value.text
        guard let number = Int(text), number >= Int(Int32.min), fits(number) else {
            throw fault("\"\(printable(value.bytes))\" is no number", at: whole)
        }
        return try checked(number)
    }

    /// Numbers that count bytes may be large; all others have 32 bits.
    private func fits(_ number: Int) -> Bool { definition.type == .size || number <= Int(Int32.max) }

    /// A number and the letter of a unit; what follows the letter does not count, as in Postfix.
    private func time(_ unit: TimeUnit) throws(Fault) -> Int {
        let digits = value.bytes.prefix(while: ASCII.isDigit)
        guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
            throw fault(
                "\"\(printable(value.bytes))\" is no time", at: whole,
                help: "expected a number and one of s, m, h, d, w")
        }
        var unit = unit
        if digits.count < value.bytes.count {
            guard let given = TimeUnit(letter: value.bytes[digits.count]) else {
                throw fault(
                    "\"\(printable(value.bytes))\" is no time: unknown unit", at: whole,
                    help: "expected one of s, m, h, d, w")
            }
            unit = given
        }
        let (seconds, overflows) = number.multipliedReportingOverflow(by: unit.rawValue)
        guard !overflows, seconds <= Int(Int32.max) else { throw fault("the time is too long", at: whole) }
        return try checked(seconds)
    }

    private func checked(_ number: Int) throws(Fault) -> Int {
        if let minimum = definition.minimum, number < minimum {
            throw fault("\(value.text) is less than \(minimum)", at: whole)
        }
        if let maximum = definition.maximum, number > maximum {
            throw fault("\(value.text) is more than \(maximum)", at: whole)
        }
        return number
    }

    private func text() throws(Fault) -> String {
        if let minimum = definition.minimum, value.bytes.count < minimum, !isDefault {
            throw fault(value.bytes.isEmpty ? "the value is empty" : "the value is too short", at: nil)
        }
        if let maximum = definition.maximum, value.bytes.count > maximum {
            throw fault("the value is longer than \(maximum) bytes", at: whole)
        }
        return value.text
    }

    private func keyword() throws(Fault) -> Keyword {
        let text = try text()
        let allowed = definition.allowed.split(separator: ",").map { String($0.drop { $0 == " " }) }
        let isClosed = !allowed.isEmpty && allowed.allSatisfy(Self.isPlainWord)
        guard !isClosed || text.isEmpty || allowed.contains(text.lowercased()) else {
            throw fault(
                "\"\(printable(value.bytes))\" is not allowed", at: whole,
                help: "expected one of: \(definition.allowed)")
        }
        return Keyword(text: text)
    }

    /// Whether a word of the catalogue stands for itself, and not for a description.
    private static func isPlainWord(_ word: String) -> Bool {
        word.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == ASCII.hyphen || $0 == UInt8(ascii: "_") }
    }

    /// A default that is too short, written or not, hurts only the programs that need a value, and they say so.
    private var isDefault: Bool {
        !value.setting.origin.isExplicit || value.setting.text.elementsEqual(definition.defaultText.utf8)
    }

    private var whole: Range<Int> { 0..<value.bytes.count }

    private var words: [Range<Int>] { value.words }

    private func word(in range: Range<Int>) -> String {
        String(decoding: value.bytes.span.bytes(range), as: UTF8.self)
    }
}
