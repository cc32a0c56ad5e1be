import ByteScanning
import ConfigurationSyntax

/// `-o name = value` or `-o name= value`: an option is one word, unless it stands in braces.
struct SeparatedOption: Rule {
    static let documentation = RuleDocumentation(
        "master/separated-option", .error, "White space around the = of an option",
        what: """
            `-o` is followed by a name, white space and `=`, or by `name=` with the value after white space. The first
            stops the program, and is an error where that certainly runs; the second sets an empty value, and the value is left over as a word of its own.
            """,
        why:
            "The program does not start, or the parameter is empty: an empty list of restrictions lets all in.",
        atRunTime: """
            `fatal: invalid "-o name" option value: missing '=' after attribute name` for the first form. The second
            form is not noticed where the program takes no words.
            """,
        mend:
            "Write `-o name=value` without white space, or `-o { name = value with blanks }` (Postfix 3.0 and later)."
    )

    func check(_ context: LintContext, _ findings: inout Findings) {
        guard let master = context.directory.master else { return }
        for entry in master.entries {
            let words = entry.words
            for index in Self.options(of: entry) where index + 1 < words.count {
                let (name, next) = (words[index], words[index + 1])
                let last = next.string == "=" && index + 2 < words.count ? words[index + 2] : next
                let range = SourceRange(
                    file: master.source.path,
                    bytes: name.sourceRange().lowerBound..<last.sourceRange().upperBound)
                if Self.isSeparated(name, next) {
                    findings.add(
                        at: range, "white space before the = of an option",
                        severity: context.running.starts(entry, context) ? .error : .warning,
                        help: "write -o \(name.string)=value, or -o { \(name.string) = value }")
                } else if name.bytes.last == ASCII.equals, next.bytes.first != ASCII.hyphen {
                    findings.add(
                        at: range, "white space after the = of an option; the parameter is set to nothing",
                        severity: .warning, help: "write -o \(name.string)\(next.string)")
                }
            }
        }
    }

    /// Where options begin that another rule need not report.
    static func places(in master: MasterSyntax) -> Set<Int> {
        var places: Set<Int> = []
        for entry in master.entries {
            let words = entry.words
            for index in options(of: entry)
            where index + 1 < words.count && isSeparated(words[index], words[index + 1]) {
                places.insert(words[index].sourceRange().lowerBound)
            }
        }
        return places
    }

    /// The words that follow `-o`.
    private static func options(of entry: MasterSyntax.Entry) -> [Int] {
        let words = entry.words
        var options: [Int] = []
        var index = MasterSyntax.Entry.columnCount
        while index < words.count {
            if words[index].string == "-o" {
                options.append(index + 1)
                index += 1
            }
            index += 1
        }
        return options
    }

    private static func isSeparated(_ name: LineText, _ next: LineText) -> Bool {
        !name.bytes.contains(ASCII.equals) && name.bytes.first != ASCII.openBrace
            && next.bytes.first == ASCII.equals
    }
}
