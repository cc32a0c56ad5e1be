import ByteScanning
import ConfigurationSemantics
import ConfigurationSyntax
import ParameterCatalogue

/// What parameters mean for one service of master.cf with its overrides, or for main.cf alone.
///
/// A class, because values are expanded when they are first asked for and kept.
public final class ServiceScope {
    /// `nil` for main.cf alone.
    public let service: MasterService?
    private var scope: ConfigurationScope
    private let files: (main: String, master: String)
    private var cachedWords: [String: [ExpandedWord]] = [:]
    private static let maximumDepth = 20

    init(service: MasterService?, scope: ConfigurationScope, files: (main: String, master: String)) {
        self.service = service
        self.scope = scope
        self.files = files
    }

    /// The program of the service; empty for main.cf alone.
    public var program: String { service?.command.string ?? "" }

    /// The text of a parameter, not expanded; `nil` for a name that nobody defines.
    public func setting(_ name: String) -> Setting? {
        do throws(ExpansionFailure) { return try scope.setting(name) } catch { return nil }
    }

    /// What an administrator wrote for a parameter.
    public func explicitSetting(_ name: String) -> Setting? {
        guard let setting = setting(name), setting.origin.isExplicit else { return nil }
        return setting
    }

    /// Whether an administrator set it to something that is not empty.
    public func isSet(_ name: String) -> Bool { explicitSetting(name)?.text.isEmpty == false }

    /// The value, or why it cannot be had; `nil` for a name that nobody defines.
    public func value(_ name: String) throws(ExpansionFailure) -> [UInt8]? { try scope.value(name) }

    /// The value as text; empty when it is undefined or cannot be expanded.
    public func text(_ name: String) -> String {
        do throws(ExpansionFailure) { return try scope.text(name) } catch { return "" }
    }

    /// Whether the value is `yes`.
    public func isYes(_ name: String) -> Bool { text(name).lowercased() == "yes" }

    /// The value as a number; `nil` when it is none.
    public func integer(_ name: String) -> Int? { Int(text(name)) }

    /// The value in seconds; `nil` when it is no time. The default's unit is that of a number without one.
    public func seconds(_ name: String) -> Int? {
        guard case .time(let unit) = ParameterCatalogue.definition(of: name)?.type else { return nil }
        let text = Array(text(name).utf8)
        let digits = text.prefix(while: ASCII.isDigit)
        guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        guard digits.count < text.count else { return number.multiplied(by: unit.rawValue) }
        return TimeUnit(letter: text[digits.count]).flatMap { number.multiplied(by: $0.rawValue) }
    }

    /// A text with its names replaced as this service sees them; `nil` when that cannot be done.
    public func expand(_ text: [UInt8]) -> [UInt8]? {
        do throws(ExpansionFailure) { return try scope.expand("", text) } catch { return nil }
    }

    /// Where the value of a setting, or a part of it, stands.
    public func range(of setting: Setting, _ part: Range<Int>? = nil) -> SourceRange? {
        let part = part ?? 0..<setting.text.count
        switch setting.origin {
        case .builtIn, .computed, .commandLine: return nil
        case .main(let text): return SourceRange(file: files.main, bytes: text.sourceRange(part))
        case .override(let override):
            let offset = override.valueOffset
            return SourceRange(
                file: files.master,
                bytes: override.text.sourceRange(part.lowerBound + offset..<part.upperBound + offset))
        }
    }

    /// Where the value of a parameter was written; `nil` for a default.
    public func range(of name: String) -> SourceRange? { setting(name).flatMap { range(of: $0) } }

    /// The words of a list, names replaced, each with its place. What braces enclose is one word.
    public func words(_ name: String) -> [ExpandedWord] {
        if let words = cachedWords[name] { return words }
        guard let setting = setting(name) else { return [] }
        let found = words(of: setting, named: name, via: [], depth: 0)
        cachedWords[name] = found
        return found
    }

    /// The words of a part of a list, such as what stands between its braces.
    public func words(in word: ExpandedWord) -> [ExpandedWord] {
        let bytes = Array(word.text.utf8)
        return WordScanner.words(0..<bytes.count, in: bytes.span, separator: WordScanner.isListSeparator).map
        {
            var part = word
            part.text = String(decoding: bytes.span.bytes($0), as: UTF8.self)
            if let range = word.range, range.bytes.count == bytes.count {
                let start = range.bytes.lowerBound
                part.range?.bytes = start + $0.lowerBound..<start + $0.upperBound
            }
            return part
        }
    }

    private func words(
        of setting: Setting, named name: String, via: [SourceRange], depth: Int
    ) -> [ExpandedWord] {
        guard depth < Self.maximumDepth else { return [] }
        let text = setting.text.span
        let parts = WordScanner.words(0..<text.count, in: text, separator: WordScanner.isListSeparator)
        return parts.flatMap { part in
            words(of: text.bytes(part), at: range(of: setting, part), named: name, via: via, depth: depth)
        }
    }

    private func words(
        of text: [UInt8], at range: SourceRange?, named name: String, via: [SourceRange], depth: Int
    ) -> [ExpandedWord] {
        guard text.contains(ASCII.dollar), ParameterCatalogue.definition(of: name)?.isRaw != true else {
            return [word(text, range, name, via)]
        }
        if let other = Self.soleName(in: text), let setting = setting(other) {
            return words(of: setting, named: other, via: via + (range.map { [$0] } ?? []), depth: depth + 1)
        }
        guard let expanded = expand(text) else { return [word(text, range, name, via)] }
        let parts = WordScanner.words(
            0..<expanded.count, in: expanded.span, separator: WordScanner.isListSeparator)
        return parts.map { word(expanded.span.bytes($0), range, name, via) }
    }

    private func word(
        _ text: [UInt8], _ range: SourceRange?, _ name: String, _ via: [SourceRange]
    ) -> ExpandedWord {
        ExpandedWord(text: String(decoding: text, as: UTF8.self), range: range, parameter: name, via: via)
    }

    /// The name when the text is `$name` and nothing else.
    private static func soleName(in text: [UInt8]) -> String? {
        do throws(MacroFault) {
            let parts = try MacroText(text).parts
            guard parts.count == 1, case .name(let name) = parts[0] else { return nil }
            return name.text
        } catch {
            return nil
        }
    }
}

extension Int {
    /// The product; `nil` when it does not fit.
    func multiplied(by factor: Int) -> Int? {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? nil : product
    }
}
