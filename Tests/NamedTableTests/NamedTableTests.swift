import CompiledTables
import Diagnostics
import Foundation
import Synchronization
import TableCompiler
import TableFormat
import Testing

/// Text that tables say while they are used.
final class Transcript: Sendable {
    private let content: Mutex<[String]> = Mutex([])
    var lines: [String] { content.withLock { $0 } }
    func add(_ line: String) { content.withLock { $0.append(line) } }
}

struct NamedTableTests {
    let transcript = Transcript()

    func opener(_ folding: KeyPolicy.Folding = .unicode, checksUTF8: Bool = true) -> TableOpener {
        let transcript = transcript
        return TableOpener(
            policy: KeyPolicy(folding: folding, checksUTF8: checksUTF8), duplicates: .report,
            readsFiles: false, report: { transcript.add($0.description) }, warn: { transcript.add($0) },
            log: { transcript.add($0) }, opened: { _ in })
    }

    func open(_ name: String, _ opener: TableOpener? = nil) throws -> any LookupTable {
        try (opener ?? self.opener()).open(TableReference(name, defaultType: .lmdb))
    }

    func answer(_ name: String, _ key: String, _ opener: TableOpener? = nil) throws -> String? {
        try open(name, opener).value(for: Array(key.utf8).span).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        arguments: [
            ("static:hello", "x", "hello"), ("static:{ two words }", "x", "two words"),
            ("static:{}", "x", ""),
            ("inline:{a=b}", "A", "b"), ("inline:{{a = b c}, d=e}", "a", "b c"),
            ("inline:{a=b,a=c}", "a", "c"),
            ("inline:{a=b}", "c", nil), ("inline:{a={b c}}", "a", "{b c}"), ("inline:{=b}", "", "b"),
            ("randmap:{x}", "k", "x"), ("randmap:{{x y}}", "k", "{x y}"),
            ("unionmap:{static:a,static:{b c}}", "k", "a,b c"), ("unionmap:{inline:{a=1}}", "b", nil),
            ("unionmap:{inline:{a=1},inline:{b=2}}", "b", "2"),
            ("pipemap:{inline:{a=B},inline:{b=c}}", "A", "c"),
            ("pipemap:{inline:{a=x},inline:{b=c}}", "a", nil),
            ("pipemap:{unionmap:{inline:{a=1}},static:z}", "a", "z"), ("proxy:static:a", "k", "a"),
            ("unionmap:{proxy:static:a}", "k", "a"), ("unix:passwd.byname", "nobody-here", nil),
            ("environ:x", "POSTROOM_NO_SUCH", nil),
        ] as [(String, String, String?)])
    func `a name answers what it says`(name: String, key: String, value: String?) throws {
        #expect(try answer(name, key) == value)
    }

    @Test(arguments: [
        ("static:", "expected \"type:name\" in place of \"static:\""),
        (
            "static:{a} b",
            "static:{a} b: unexpected text after } (column 11); need static:value, or {value with blanks}"
        ),
        ("inline:{}", "inline:{}: the table has no rows (column 8); need inline:{name=value, ...}"),
        (
            "inline:{a=b, c}",
            "inline:{a=b, c}: no \"=\" after the name in \"c\" (column 14); need inline:{name=value, ...}"
        ),
        (
            "inline:{{a b=c}}",
            "inline:{{a b=c}}: no \"=\" after the name in \"a b=c\" (column 10); need inline:{name=value, ...}"
        ),
        ("unionmap:{", "unionmap:{: the { here has no } (column 10); need unionmap:{type:name, ...}"),
        ("unionmap:{static}", "unionmap:{static}: expected \"type:name\" in place of \"static\""),
        ("pipemap:{foo:bar}", "pipemap:{foo:bar}: unsupported dictionary type: foo"),
        ("randmap:{ }", "randmap:{ }: the list is empty (column 9); need randmap:{value, ...}"),
        ("unix:shadow", "unknown table: unix:shadow; expected unix:passwd.byname or unix:group.byname"),
        ("texthash:/no/such", "open /no/such: No such file or directory"),
    ])
    func `a name that is wrong is refused with its reason`(name: String, reason: String) {
        #expect { try open(name) } throws: { "\($0)" == reason }
    }

    @Test func `a failure of a member is a failure of the whole`() throws {
        let key = Array("k".utf8)
        for name in ["fail:x", "unionmap:{static:a,fail:x}", "pipemap:{static:a,fail:x}", "debug:fail:x"] {
            #expect(throws: LookupFailure.self) { try open(name).value(for: key.span) }
        }
    }

    @Test func `tables nest deeply, but not for ever`() throws {
        func nested(_ depth: Int) -> String { depth == 0 ? "static:a" : "unionmap:{\(nested(depth - 1))}" }
        #expect(try answer(nested(50), "k") == "a")
        #expect { try open(nested(51)) } throws: { "\($0)".hasSuffix("tables are nested too deeply") }
    }

    @Test func `a debug table logs what it is asked`() throws {
        #expect(try answer("debug:inline:{a=b}", "a") == "b")
        #expect(try answer("debug:inline:{a=b}", "c") == nil)
        #expect(
            transcript.lines == [
                "debug:inline:{a=b} lookup: \"a\" = \"b\"", "debug:inline:{a=b} lookup: \"c\" = not found",
            ])
    }

    @Test func `keys are folded for fixed tables alone`() throws {
        #expect(try answer("pcre:{{/^(.)$/ $1}}", "A") == "A")
        #expect(try answer("inline:{Ä=1}", "ä") == "1")
        #expect(try answer("inline:{Ä=1}", "ä", opener(.ascii, checksUTF8: false)) == nil)
        #expect(try answer("inline:{A=1}", "a", opener(.none)) == nil)
    }

    @Test func `a key that is not UTF-8 is absent with a warning, a value is a failure`() throws {
        let table = try open("static:a")
        #expect(try table.value(for: [0xFF].span) == nil)
        #expect(transcript.lines.count == 1)
        let path = NSTemporaryDirectory() + "postroom-value-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(Array("/x/ ".utf8) + [0xFF, 10]).write(to: URL(fileURLWithPath: path))
        let rules = try open("pcre:\(path)")
        #expect(throws: LookupFailure.self) { try rules.value(for: Array("x".utf8).span) }
        let unchecked = try open("pcre:\(path)", opener(.ascii, checksUTF8: false))
        #expect(try unchecked.value(for: Array("x".utf8).span) == [0xFF])
    }

    @Test func `texthash reads its source and lists it`() throws {
        let path = NSTemporaryDirectory() + "postroom-text-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("B 2\na 1\nA 3\nbroken\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try answer("texthash:\(path)", "A") == "1")
        #expect(
            transcript.lines.map { $0.replacing(path, with: "F") } == [
                "F:4:1: error: the key \"broken\" has no value; the entry is left out; expected: key whitespace value",
                "F:3:1: warning: duplicate entry: \"a\"; the first value stays",
            ])
        var rows: [String] = []
        try opener().listing(TableReference(type: .texthash, name: path)).forEachRow { key, value in
            rows.append(String(decoding: Array(copying: key), as: UTF8.self))
            return true
        }
        #expect(rows == ["b", "a"])
    }

    @Test func `what cannot be listed says so`() {
        #expect { try opener().listing(TableReference(type: .static, name: "a")) } throws: {
            "\($0)" == "table static:a: sequence operation is not supported"
        }
    }
}

extension Array<UInt8> {
    init(copying span: Span<UInt8>) {
        self = span.indices.map { span[$0] }
    }
}
