import CompiledTables
import TableCompiler
import TableFormat

/// The answers of a table of patterns, which is compiled as `postroom build` compiles it. A class, because that is done
/// once.
final class PatternAnswers {
    private let table: CompiledTables.PatternTable
    private let text: TableText

    /// `nil` for a table that cannot be compiled as a whole.
    init?(_ table: PatternTable) {
        text = table.text
        do throws(PatternImage.Builder.TooLarge) {
            let output = try PatternCompiler.compile(
                table.text.lines.bytes.span, kind: table.kind, file: table.text.file)
            guard let opened = Self.open(output.image) else { return nil }
            self.table = opened
        } catch {
            return nil
        }
    }

    private static func open(_ image: [UInt8]) -> CompiledTables.PatternTable? {
        do throws(PatternImageError) {
            return try CompiledTables.PatternTable(name: "", storage: .memory(image))
        } catch {
            return nil
        }
    }

    /// The result for a key, and the line with the rule; `nil` when no rule matches.
    func answer(for key: String) -> (result: [UInt8], range: SourceRange)? {
        do throws(LookupFailure) {
            guard let match = try table.match(Array(key.utf8).span) else { return nil }
            return (match.value, text.range(ofLine: match.line))
        } catch {
            return nil
        }
    }
}
