import ByteScanning
import ConfigurationSemantics
import ConfigurationSyntax
import Diagnostics

/// The value of a parameter in a scope, with the way back to the text that it came from.
struct ValueText: Sendable {
    let name: String
    let bytes: [UInt8]
    let setting: Setting
    /// The label of the service whose scope it is; `nil` for all programs.
    let service: String?
    let files: Files
    /// The texts of parameters by name, where a word may have come from.
    let main: [String: Setting]
    let overrides: [String: Setting]

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

    /// What is wrong with the value, or with a word of it.
    ///
    /// - Parameter word: bytes of the value.
    func diagnostic(
        _ message: String, at word: Range<Int>? = nil, help: String? = nil, severity: Severity = .error
    ) -> Diagnostic {
        let place = word.flatMap { self.place(of: bytes.span.bytes($0), offset: $0.lowerBound) }
        let scope = service.map { " (service \($0))" } ?? ""
        return Diagnostic(
            severity, file: place?.file ?? file, position: place?.position ?? setting.position(),
            "\(name): \(message)\(scope)", help: help)
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
        let found = search(bytes.span.bytes(word), in: setting, file, depth: 0, explicitOnly: true)
        return found == nil ? .builtIn : .derived
    }

    private typealias Place = (file: String, position: SourcePosition?)

    /// Where a word of the value was written: here, or in a parameter that the value names.
    private func place(of word: [UInt8], offset: Int) -> Place? {
        guard setting.text.contains(ASCII.dollar) else { return (file, setting.position(offset)) }
        return search(word, in: setting, file, depth: 0)
    }

    private func search(
        _ word: [UInt8], in setting: Setting, _ file: String, depth: Int, explicitOnly: Bool = false
    ) -> Place? {
        if setting.origin.isExplicit || !explicitOnly, let offset = Self.offset(of: word, in: setting.text) {
            return (file, setting.position(offset))
        }
        guard depth < 10 else { return nil }
        let names: [MacroText.Name]
        do throws(MacroFault) { names = try MacroText(setting.text).names } catch { return nil }
        for name in names {
            guard let inner = overrides[name.text] ?? main[name.text] else { continue }
            let innerFile = files.file(of: inner)
            let found = search(word, in: inner, innerFile, depth: depth + 1, explicitOnly: explicitOnly)
            if let found { return found }
        }
        return nil
    }

    private static func offset(of word: [UInt8], in text: [UInt8]) -> Int? {
        guard !word.isEmpty, word.count <= text.count else { return nil }
        return (0...text.count - word.count).first { text[$0..<$0 + word.count].elementsEqual(word) }
    }
}
