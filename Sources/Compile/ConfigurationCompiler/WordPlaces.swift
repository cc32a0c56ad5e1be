import ByteScanning
import ConfigurationSemantics
import ConfigurationSyntax
import ParameterCatalogue

/// Where the words of a value were written: in its own text, or in that of a parameter that it names.
struct WordPlaces {
    /// A word of the value, names replaced, and the text that it came from.
    struct Word {
        var text: [UInt8]
        /// The parameter whose text has it.
        var parameter: String
        var setting: Setting
        /// Bytes of that text.
        var range: Range<Int>

        /// Whether the bytes of the word are those of the text.
        var isLiteral: Bool { range.count == text.count && setting.text[range].elementsEqual(text) }
    }

    private static let maximumDepth = 20

    let words: [Word]

    /// - Parameters:
    ///   - parameter: the one that has the setting.
    ///   - scope: where names have their values.
    init(of parameter: String, _ setting: Setting, in scope: ConfigurationScope) {
        var scope = scope
        words = Self.words(of: parameter, setting, &scope, depth: 0)
    }

    private static func words(
        of parameter: String, _ setting: Setting, _ scope: inout ConfigurationScope, depth: Int
    ) -> [Word] {
        guard depth < maximumDepth else { return [] }
        let text = setting.text.span
        let isRaw = ParameterCatalogue.definition(of: parameter)?.isRaw == true
        return WordScanner.words(0..<text.count, in: text, separator: WordScanner.isListSeparator).flatMap {
            range -> [Word] in
            let raw = text.bytes(range)
            let word = Word(text: raw, parameter: parameter, setting: setting, range: range)
            guard !isRaw, raw.contains(ASCII.dollar) else { return [word] }
            return replaced(word, &scope, depth: depth)
        }
    }

    /// The words that come of a word with names in it.
    private static func replaced(_ word: Word, _ scope: inout ConfigurationScope, depth: Int) -> [Word] {
        do throws(ExpansionFailure) {
            if let name = soleName(in: word.text), let setting = try scope.setting(name) {
                return words(of: name, setting, &scope, depth: depth + 1)
            }
            let text = try scope.expand(word.parameter, word.text)
            return WordScanner.words(0..<text.count, in: text.span, separator: WordScanner.isListSeparator)
                .map {
                    var part = word
                    part.text = text.span.bytes($0)
                    return part
                }
        } catch { return [word] }
    }

    /// The name when the text is `$name` and nothing else.
    private static func soleName(in text: [UInt8]) -> String? {
        do throws(MacroFault) {
            let parts = try MacroText(text).parts
            guard parts.count == 1, case .name(let name) = parts[0] else { return nil }
            return name.text
        } catch { return nil }
    }
}
