import ByteScanning
import ConfigurationSemantics
import ConfigurationSyntax
import Diagnostics
import ParameterCatalogue

/// The value of a parameter in a scope, with the way back to the text that it came from.
struct ValueText: Sendable {
    let name: String
    let bytes: [UInt8]
    let setting: Setting
    /// The label of the service whose scope it is; `nil` for all programs.
    let service: String?
    let files: Files
    /// Where names have their values.
    let scope: ConfigurationScope

    /// The names of main.cf and master.cf for messages.
    struct Files: Sendable {
        let main: String
        let master: String

        func file(of setting: Setting) -> String {
            if case .override = setting.origin { master } else { main }
        }
    }

    /// The file that the value stands in; main.cf for what nobody wrote.
    var file: String { files.file(of: setting) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// What is wrong with the value, or with a word of it. It is said of the parameter whose text has the word, where that
    /// is one that programs know.
    ///
    /// - Parameter word: bytes of the value.
    func diagnostic(
        _ message: String, at word: Range<Int>? = nil, help: String? = nil, severity: Severity = .error
    ) -> Diagnostic {
        let place = word.flatMap { self.place(of: $0) }
        let service = service.map { " (service \($0))" } ?? ""
        let owner = place.flatMap { ParameterCatalogue.definition(of: $0.parameter)?.name } ?? name
        return Diagnostic(
            severity, file: place?.file ?? file, position: place?.position ?? setting.position(),
            "\(owner): \(message)\(service)", help: help)
    }

    /// Who wrote a word.
    enum Authority: Int, Sendable, Comparable {
        /// Nobody: it is in a default.
        case builtIn
        /// An administrator, in a parameter that the value names.
        case derived
        /// An administrator, here.
        case own

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    func authority(of word: Range<Int>) -> Authority {
        if setting.origin.isExplicit { return .own }
        return source(of: word)?.word.setting.origin.isExplicit == true ? .derived : .builtIn
    }

    private typealias Place = (parameter: String, file: String, position: SourcePosition?)

    /// Where a part of the value was written.
    private func place(of part: Range<Int>) -> Place? {
        guard setting.text.contains(ASCII.dollar) else {
            return (name, file, setting.position(part.lowerBound))
        }
        guard let (word, offset) = source(of: part), word.setting.origin.isExplicit else { return nil }
        let start =
            word.isLiteral
            ? offset : Self.offset(of: bytes.span.bytes(part), in: word.setting.text, word.range)
        return (
            word.parameter, files.file(of: word.setting),
            word.setting.position(word.range.lowerBound + (start ?? 0))
        )
    }

    /// The word that a part of the value belongs to, and where in it the part begins.
    private func source(of part: Range<Int>) -> (word: WordPlaces.Word, offset: Int)? {
        let found = WordPlaces(of: name, setting, in: scope).words
        let own = words
        guard let index = own.firstIndex(where: { $0.contains(part.lowerBound) }) else { return nil }
        let text = bytes.span.bytes(own[index])
        // A name may stand for half a word, and then words are not side by side.
        let isAligned = found.count == own.count && found[index].text == text
        guard let word = isAligned ? found[index] : found.first(where: { $0.text == text }) else {
            return nil
        }
        return (word, part.lowerBound - own[index].lowerBound)
    }

    /// Where bytes stand in a part of a text, from its start.
    private static func offset(of word: [UInt8], in text: [UInt8], _ part: Range<Int>) -> Int? {
        guard !word.isEmpty, word.count <= part.count else { return nil }
        return (0...part.count - word.count).first {
            text[part.lowerBound + $0..<part.lowerBound + $0 + word.count].elementsEqual(word)
        }
    }
}
