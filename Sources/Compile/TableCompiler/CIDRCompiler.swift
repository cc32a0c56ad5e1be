import Diagnostics
import TableFormat
import TableSources

/// Compiles `cidr` tables: rules in order become disjoint address ranges, each with the one rule that answers
/// there.
public enum CIDRCompiler {
    /// Compiles the text of a table. `file` is its name in diagnostics.
    ///
    /// A table with errors still has an image: of the rules that are right, as Postfix would use it.
    ///
    /// - Throws: `CIDRCompilerError.tooLarge` for a table of 2^31 rules, or 4 GiB of results.
    public static func compile(
        _ source: Span<UInt8>, file: String, transform: ValueTransform? = nil
    ) throws(CIDRCompilerError) -> (image: [UInt8], diagnostics: [Diagnostic]) {
        let table = CIDRTableSource(parsing: source, file: file, transform: transform)
        return (try contents(of: table, file: file).encoded(), table.diagnostics)
    }

    /// Compiles a table that is written in its name: `{ { pattern result }, ... }`. Its rules are lines, from
    /// 1.
    ///
    /// - Throws: `CIDRCompilerError.inlineSyntax` when the braces are wrong; Postfix refuses such a table
    ///   too.
    public static func compile(
        inline name: Span<UInt8>, transform: ValueTransform? = nil
    ) throws(CIDRCompilerError) -> (image: [UInt8], diagnostics: [Diagnostic]) {
        let text: [UInt8]
        do throws(BraceFault) {
            text = try InlineRules.lines(of: name)
        } catch {
            throw .inlineSyntax(error, name: name.bytes)
        }
        return try compile(text.span, file: CIDRCompilerError.title(name.bytes), transform: transform)
    }

    private static func contents(
        of table: CIDRTableSource, file: String
    ) throws(CIDRCompilerError) -> AddressRangeImageContents {
        // A row makes at most two ranges, and there is one more. The sweep counts with 32 bits, one for the
        // sign.
        guard table.rows.count < Int(Int32.max) else { throw .tooLarge(file: file) }
        var contents = AddressRangeImageContents(answerCount: table.rows.count, textLength: table.texts.count)
        var families = CIDRFamilies()
        for row in table.rows {
            switch row.rule {
            case .answer(let condition, let text):
                guard let answer = contents.add(line: row.line, text: table.texts.span.extracting(text))
                else {
                    throw .tooLarge(file: file)
                }
                families.addRule(condition, answer: answer)
            case .beginBlock(let condition):
                families.beginBlock(condition)
            case .endBlock:
                families.endBlock()
            }
        }
        contents.ipv4 = families.ipv4.ranges()
        contents.ipv6 = families.ipv6.ranges()
        return contents
    }
}
