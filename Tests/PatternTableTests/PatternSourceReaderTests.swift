import Diagnostics
import TableCompiler
import TableFormat
import Testing

/// Findings of the compiler, by the text that Postfix would have read.
struct PatternSourceReaderTests {
    struct Finding: Sendable, CustomTestStringConvertible {
        var source: String
        var kinds: [PatternImage.Kind] = [.pcre, .regexp]
        var expected: [String]

        var testDescription: String { source }
    }

    static let findings: [Finding] = [
        Finding(source: "/foo/ r\n/bar/\ti x", expected: []),
        Finding(source: "", expected: []),
        Finding(source: "# comment\n\n   \n", expected: []),
        Finding(
            source: "/foo/i", expected: ["T:1:7: warning: the rule has no result; it answers with empty text"]
        ),
        Finding(
            source: "/foo/   ",
            expected: ["T:1:6: warning: the rule has no result; it answers with empty text"]),
        Finding(
            source: "/a/ r\n/foo/iz r", expected: ["T:2:7: error: unknown flag \"z\"; the line is skipped"]),
        Finding(source: "/foo/# r", expected: ["T:1:6: error: unknown flag \"#\"; the line is skipped"]),
        Finding(
            source: "/foo/s r", kinds: [.regexp],
            expected: ["T:1:6: error: unknown flag \"s\"; the line is skipped"]),
        Finding(
            source: "/foo/X r", kinds: [.pcre],
            expected: ["T:1:6: warning: flag \"X\" is ignored: PCRE2 always has what it asks for"]),
        Finding(
            source: "/foo r",
            expected: ["T:1:1: error: the pattern has no closing \"/\"; the line is skipped"]),
        Finding(
            source: "/foo\\/ r",
            expected: ["T:1:1: error: the pattern has no closing \"/\"; the line is skipped"]),
        Finding(
            source: "/foo\\",
            expected: ["T:1:1: error: the pattern has no closing \"/\"; the line is skipped"]),
        Finding(
            source: "{foo} r",
            expected: ["T:1:1: error: the pattern has no closing \"{\"; the line is skipped"]),
        Finding(source: "! ", expected: ["T:1:2: error: the pattern is missing; the line is skipped"]),
        Finding(
            source: "abc def",
            expected: ["T:1:1: error: neither a rule nor \"if\" nor \"endif\"; the line is skipped"]),
        Finding(
            source: "iffy\nendiffy\nif1a1",
            expected: [1, 2, 3].map {
                "T:\($0):1: error: neither a rule nor \"if\" nor \"endif\"; the line is skipped"
            }),
        Finding(
            source: "\n  /foo/ r\n  s\n/a/ b",
            expected: ["T:2:1: error: a line that begins with white space continues no line; it is skipped"]),
        Finding(source: "/foo/ r\0/x", expected: []),
        Finding(source: "\0/foo/ r", expected: []),
    ]

    static let structure: [Finding] = [
        Finding(source: "endif", expected: ["T:1:1: error: \"endif\" without an \"if\" is ignored"]),
        Finding(source: "endif x", expected: ["T:1:1: error: \"endif\" without an \"if\" is ignored"]),
        Finding(
            source: "IF /a/\nEndIf  x",
            expected: ["T:2:8: warning: text after \"endif\" is ignored"]),
        Finding(
            source: "if /a/ text\nendif",
            expected: [
                "T:1:8: warning: text after the pattern of \"if\" is ignored; do not put white space "
                    + "before rules "
                    + "between \"if\" and \"endif\""
            ]),
        Finding(
            source: "if /a/\n  /b/ r\nendif",
            expected: [
                "T:2:3: warning: text after the pattern of \"if\" is ignored; do not put white space "
                    + "before rules "
                    + "between \"if\" and \"endif\""
            ]),
        Finding(
            source: "if /a/\nif /b/\n/c/ r",
            expected: [2, 1].map {
                "T:\($0):1: warning: \"if\" without an \"endif\"; the block ends with the table"
            }),
        Finding(
            source: "if",
            expected: [
                "T:1:3: error: the pattern is missing; the line is skipped; "
                    + "without this \"if\", the rules up to its \"endif\" see every key"
            ]),
        Finding(
            source: "if /a/q\nendif",
            expected: [
                "T:1:7: error: unknown flag \"q\"; the line is skipped; "
                    + "without this \"if\", the rules up to its \"endif\" see every key",
                "T:2:1: error: \"endif\" without an \"if\" is ignored",
            ]),
        Finding(
            source: "if /a(/\nendif", kinds: [.pcre],
            expected: [
                "T:1:7: error: missing closing parenthesis; the line is skipped; "
                    + "without this \"if\", the rules up to its \"endif\" see every key",
                "T:2:1: error: \"endif\" without an \"if\" is ignored",
            ]),
    ]

    static let results: [Finding] = [
        Finding(source: "/(a)(b)/ $1 ${2} $(1) $$ $01 $1-x", expected: []),
        Finding(
            source: "/(a)/ x $0",
            expected: ["T:1:9: error: there is no group 0; the rule is skipped; groups count from 1"]),
        Finding(
            source: "/(a)/ $1x",
            expected: [
                "T:1:7: error: \"1x\" is no group's number; the rule is skipped; write ${1} when text "
                    + "follows the number"
            ]),
        Finding(
            source: "/(a)/ $1a ${b",
            expected: [
                "T:1:7: error: \"1a\" is no group's number; the rule is skipped; write ${1} when text "
                    + "follows the number",
                "T:1:11: error: \"${b\" is not closed; the rule is skipped",
            ]),
        Finding(
            source: "/(a)/ a$",
            expected: [
                "T:1:8: error: \"$\" is not followed by a group's number; the rule is skipped; write $$ "
                    + "for a dollar sign"
            ]),
        Finding(
            source: "/(a)/ ${}",
            expected: [
                "T:1:7: error: \"$\" is not followed by a group's number; the rule is skipped; write $$ "
                    + "for a dollar sign"
            ]),
        Finding(
            source: "!/(a)/ $1",
            expected: [
                "T:1:8: error: a negated rule answers when its pattern does not match, so it has no "
                    + "groups; the rule is skipped"
            ]),
        Finding(
            source: "/(a)/ $1 $3 $2",
            expected: [
                "T:1:10: error: the result names group 3, but the pattern has one group; the rule is skipped"
            ]),
        Finding(
            source: "/a/\n  $99999999999999999999",
            expected: [
                "T:2:3: error: the result names group 65536, but the pattern has no groups; the rule is "
                    + "skipped"
            ]),
    ]

    @Test(arguments: findings + structure + results)
    func `each finding has a place`(finding: Finding) throws {
        for kind in finding.kinds {
            #expect(
                try compiled(finding.source, kind).diagnostics.map(\.description) == finding.expected,
                "\(kind)")
        }
    }

    @Test func `a pattern that does not compile is an error where the library stopped`() throws {
        #expect(
            try compiled("/ok/ r\n/b[a/ r\n/*/ r", .pcre).diagnostics.map(\.description) == [
                "T:2:5: error: missing terminating ] for character class; the line is skipped",
                "T:3:2: error: quantifier does not follow a repeatable item; the line is skipped",
            ])
        #expect(
            try compiled("/a(/!/b/ r\n/a/!/b(/ r", .regexp).diagnostics.map(\.position) == [
                SourcePosition(line: 1, column: 2), SourcePosition(line: 2, column: 6),
            ])
    }
}
