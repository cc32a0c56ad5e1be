import ByteScanning

/// Rules that stand in the name of a table: `cidr:{ {rule}, {rule} ... }`, and the same for `pcre` and `regexp`
/// (cidr_table(5), pcre_table(5), regexp_table(5)).
public enum InlineRules {
    /// Whether the name of a table is its text.
    public static func isInline(_ name: Span<UInt8>) -> Bool {
        !name.isEmpty && name[0] == ASCII.openBrace
    }

    /// The rules as a file would hold them: each on a line, without white space around it.
    ///
    /// - Throws: `BraceFault` for the first brace that is missing or too many; Postfix refuses such a table too.
    public static func lines(of name: Span<UInt8>) throws(BraceFault) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity(name.count)
        for rule in try ranges(of: name) {
            lines.append(contentsOf: name.extracting(rule))
            lines.append(ASCII.newline)
        }
        return lines
    }

    /// Where the rules stand in the name, without white space around them.
    ///
    /// - Throws: `BraceFault` for the first brace that is missing or too many.
    public static func ranges(of name: Span<UInt8>) throws(BraceFault) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for item in try BraceList.items(of: name) {
            ranges.append(try BraceList.content(of: item, in: name))
        }
        return ranges
    }
}
