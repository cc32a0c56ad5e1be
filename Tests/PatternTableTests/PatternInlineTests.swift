import TableSources
import Testing

struct PatternInlineTests {
    @Test(arguments: [
        ("{ {/foo/ r} }", "/foo/ r\n"), ("{{/foo/ r}}", "/foo/ r\n"),
        ("{ {/a/ r}, {/b/ s} }", "/a/ r\n/b/ s\n"),
        ("{{/a/ r},{/b/ s}}", "/a/ r\n/b/ s\n"), ("{ {/a/ r} {/b/ s},, }", "/a/ r\n/b/ s\n"), ("{}", ""),
        ("{ }", ""),
        ("{ {} }", "\n"), ("{{  /a{1,2}/  {x y} z }}", "/a{1,2}/  {x y} z\n"),
        ("{ {/a/ r\n s} }", "/a/ r\n s\n"),
        ("{\t{/a/ r}\t}", "/a/ r\n"),
    ])
    func `rules in braces become lines`(name: String, expected: String) throws {
        #expect(text(try InlineRules.lines(of: bytes(name).span)) == expected)
    }

    @Test(arguments: ["", "/etc/postfix/table", " { {/foo/ r} }"])
    func `any other name is that of a file`(name: String) {
        let isInline = InlineRules.isInline(bytes(name).span)
        #expect(!isInline)
    }

    @Test(arguments: [
        ("{ /foo/ r }", 2), ("{ {/fo{/ r} }", 0), ("{ {/fo}/ r} }", 11), ("{ {/foo/ r}", 0), ("{", 0),
        ("{ {/foo/ r} } x", 13), ("{ {/foo/ r} } ", 13), ("{{/foo/ r}x}", 10), ("{ x {/foo/ r} }", 2),
        ("{ {/foo/ r}; {/bar/ s} }", 11),
    ])
    func `unbalanced braces and text outside are errors with their place`(name: String, offset: Int) {
        #expect { try InlineRules.lines(of: bytes(name).span) } throws: { error in
            (error as? BraceFault)?.offset == offset
        }
    }
}
