import ByteScanning
import ConfigurationSyntax
import Diagnostics
import GenerationFormat
import NetworkAddress
import ParameterCatalogue

/// Reads a match list: `pattern`, `!pattern`, `type:table`, `/file` (postconf(5), match lists).
struct MatchListReader {
    let value: ValueText
    let hasNetworks: Bool
    let hasNames: Bool
    private(set) var list: MatchListSource
    private(set) var diagnostics: [Diagnostic] = []
    private let files: SourceFiles?

    private static let maximumDepth = 20

    /// - Parameters:
    ///   - parentStyles: the words of `parent_domain_matches_subdomains`.
    ///   - files: where files are read; `nil` to leave them out.
    init(value: ValueText, definition: ParameterDefinition, parentStyles: [String], files: SourceFiles?) {
        self.value = value
        self.files = files
        hasNetworks = definition.meaning.contains("address")
        hasNames = !definition.meaning.hasPrefix("address")
        let isString = definition.meaning.hasPrefix("string")
        let style =
            definition.name == "smtpd_forbid_bare_newline_exclusions" ? "mynetworks" : definition.name
        list = MatchListSource(
            nameMatching: isString ? .exact : parentStyles.contains(style) ? .parents : .dottedParents)
    }

    /// Reads the whole value.
    mutating func read(_ tables: inout TableReader) {
        for word in value.words {
            read(value.bytes.span.bytes(word), Place(word: word), false, &tables, depth: 0)
        }
    }

    /// Where a pattern stands: in the value, or in a file that the value names.
    private struct Place {
        var word: Range<Int>
        var file: (path: String, position: SourcePosition)?
    }

    private mutating func read(
        _ pattern: [UInt8], _ place: Place, _ isInNegated: Bool, _ tables: inout TableReader, depth: Int
    ) {
        var pattern = pattern[...]
        var isNegated = isInNegated
        while pattern.first == UInt8(ascii: "!") {
            isNegated.toggle()
            pattern = pattern.dropFirst()
        }
        let text = String(decoding: pattern, as: UTF8.self)
        guard isValidUTF8(Array(pattern).span) else { return report("the pattern is not valid UTF-8", place) }
        guard !pattern.isEmpty else { return report("there is no pattern after !", place) }
        if pattern.first == ASCII.slash { return readFile(text, place, isNegated, &tables, depth: depth) }
        if hasNetworks, let bracketed = NetworkPattern.bracketed(Array(pattern)) {
            return report("an IPv6 address stands in brackets", place, help: "write \(bracketed)")
        }
        if pattern.first != UInt8(ascii: "["), Self.isTable(pattern) {
            guard let table = tables.table(text, in: value, at: place.word) else {
                return
            }
            return append(.table(table), place, isNegated)
        }
        guard hasNetworks, Self.looksLikeAddress(pattern) else {
            return append(.name(foldedCase(Array(pattern).span, unicode: true)), place, isNegated)
        }
        switch NetworkPattern.parse(Array(pattern)) {
        case .network(let network): append(.network(network), place, isNegated)
        case .hostBits(let network):
            report("host bits are set in \"\(text)\"", place, help: "the network is \(network)")
        case .malformed:
            report("\"\(text)\" is no address and no network", place, help: NetworkPattern.help)
        }
    }

    private mutating func append(_ kind: MatchListSource.Kind, _ place: Place, _ isNegated: Bool) {
        let line = place.file?.position.line ?? value.setting.position()?.line ?? 0
        list.patterns.append(MatchListSource.Pattern(kind: kind, isNegated: isNegated, line: line))
    }

    private mutating func readFile(
        _ path: String, _ place: Place, _ isNegated: Bool, _ tables: inout TableReader, depth: Int
    ) {
        guard depth < Self.maximumDepth else { return report("files are nested too deeply", place) }
        guard let files else { return }
        let content: [UInt8]
        do throws(SourceFiles.Unreadable) { content = try files.read(path).bytes } catch {
            guard tables.skipsUnreadableFiles else { return report("\(error)", place) }
            let table = tables.unreadableFile(path, "\(error)", in: value, at: place.word)
            return append(.table(table), place, isNegated)
        }
        var reader = LogicalLineReader()
        while let line = reader.next(in: content.span) {
            let text = line.text(in: content.span)
            let words = WordScanner.words(
                0..<text.count, in: text.span, separator: WordScanner.isListSeparator)
            for word in words {
                let (number, column) = line.position(ofTextOffset: word.lowerBound)
                let inner = Place(
                    word: place.word, file: (path, SourcePosition(line: number, column: column)))
                read(text.span.bytes(word), inner, isNegated, &tables, depth: depth + 1)
            }
        }
    }

    private mutating func report(_ message: String, _ place: Place, help: String? = nil) {
        guard let file = place.file else {
            diagnostics.append(value.diagnostic(message, at: place.word, help: help))
            return
        }
        diagnostics.append(
            Diagnostic(
                .error, file: file.path, position: file.position, "\(value.name): \(message)", help: help))
    }

    /// Letters and digits before a colon.
    private static func isTable(_ pattern: ArraySlice<UInt8>) -> Bool {
        guard let colon = pattern.firstIndex(of: ASCII.colon), colon > pattern.startIndex else {
            return false
        }
        return true
    }

    /// Whether it can only be meant as an address: digits, dots and a slash, or brackets.
    private static func looksLikeAddress(_ pattern: ArraySlice<UInt8>) -> Bool {
        if pattern.first == UInt8(ascii: "[") { return true }
        return pattern.contains(where: ASCII.isDigit)
            && pattern.allSatisfy { ASCII.isDigit($0) || $0 == ASCII.dot || $0 == ASCII.slash }
    }
}
