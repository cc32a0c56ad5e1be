import TableSources
import Testing

struct AliasLineTests {
    private func parse(_ text: String) -> AliasLine.Outcome {
        AliasLine.parse(Array(text.utf8).span, checksUTF8: true)
    }

    @Test(arguments: [
        ("a: b", "a", "b"), ("A : b,c ,d", "A", "b, c, d"), ("\"a b\": x", "a b", "x"),
        ("a b: x", "a b", "x"), ("a: \"|cmd a, b\"", "a", "\"|cmd a, b\""),
        ("a: |/bin/cmd", "a", "|/bin/cmd"),
        ("a: :include:/x/y", "a", ":include:/x/y"), ("a: b (c) d", "a", "b (c) d"),
        ("a: b(c)d", "a", "b (c) d"),
        ("a: Foo <b@c>, x", "a", "Foo <b@c>, x"), ("a: b @ c . d", "a", "b@c.d"),
        ("a: b\\,c", "a", "\"b,c\""),
        ("a: \"b\\\"c\"", "a", "\"b\\\"c\""), ("a: \"b", "a", "\"b\""), ("a: [b", "a", "[b]"),
        ("a: (b", "a", "(b"),
        ("a: \"\"", "a", "\"\""), ("a: b,,c", "a", "b, , c"), ("a\\b: c", "ab", "c"),
        ("\"a@b\": c", "a@b", "c"),
        ("owner-x: y", "owner-x", "y"), ("a: b\u{0}c", "a", "b"), ("a: x\u{1}", "a", "\"x\u{1}\""),
    ])
    func `an entry has a name and its values in one form`(text: String, name: String, value: String) throws {
        guard case .entry(let entry) = parse(text) else {
            Issue.record("\(parse(text))")
            return
        }
        #expect(String(decoding: entry.name, as: UTF8.self) == name)
        #expect(String(decoding: entry.value, as: UTF8.self) == value)
    }

    @Test(arguments: [
        ("a", 0, "the entry has no colon; it is left out"),
        ("a b", 2, "the entry has no colon; it is left out"),
        ("a:", 1, "the entry has no value after the colon; it is left out"),
        (":b", 0, "the entry has no name before the colon; it is left out"),
        ("a, b: c", 1, "an entry has one name; it is left out"),
        ("a@b: c", 1, "the name of an alias is local, without @domain; the entry is left out"),
        ("\"a: b", 0, "the entry has no colon; it is left out"),
        (" a: b", 0, "the first line of an entry begins with white space"),
    ])
    func `an entry that cannot be used says why and where`(text: String, offset: Int, message: String) {
        guard case .dropped(let fault) = parse(text) else {
            Issue.record("\(parse(text))")
            return
        }
        #expect(fault.offset == offset)
        #expect(fault.message == message)
    }

    @Test func `text that is not UTF-8 is refused where UTF-8 is asked for`() {
        let text: [UInt8] = [0x61, 0x3A, 0xFF]
        guard case .dropped = AliasLine.parse(text.span, checksUTF8: true),
            case .entry = AliasLine.parse(text.span, checksUTF8: false)
        else {
            Issue.record("not as expected")
            return
        }
    }

    @Test(arguments: [
        ("a", "a"), ("a.b", "a.b"), ("a b", "\"a b\""), ("", "\"\""), (".a", "\".a\""), ("a.", "\"a.\""),
        ("a..b", "\"a..b\""), ("a\"b", "\"a\\\"b\""), ("a@b", "\"a@b\""), ("\u{FC}", "\u{FC}"),
    ])
    func `a name is stored in quotes when it needs them`(name: String, stored: String) {
        #expect(String(decoding: AliasLine.quoted(Array(name.utf8)), as: UTF8.self) == stored)
    }
}
