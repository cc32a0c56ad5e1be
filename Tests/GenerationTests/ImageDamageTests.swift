import CompiledTables
import Foundation
import GenerationFormat
import ParameterCatalogue
import Testing

/// Roots, scopes and match lists with bytes that nobody wrote: an error, never a trap.
@Suite struct ImageDamageTests {
    private struct Random {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }

    @Test func `a damaged image of parameters is refused or read within its bounds`() {
        var builder = ScopeImageBuilder()
        builder.add("name", .init(type: .text, origin: .main, line: 3, encoded: "value".encoded))
        builder.add(
            "list",
            .init(type: .words, origin: .builtIn, line: 0, encoded: WordList(words: ["a", "b"]).encoded))
        builder.add("flag", .init(type: .boolean, origin: .master, line: 1, encoded: true.encoded))
        let whole = builder.image()
        var random = Random(state: 7)
        for _ in 0..<20_000 {
            var bytes = whole
            for _ in 0...random.next(3) { bytes[random.next(bytes.count)] = UInt8(random.next(256)) }
            if random.next(4) == 0 { bytes.removeLast(random.next(bytes.count)) }
            guard let image = try? ScopeImage(validating: bytes.span) else { continue }
            for number in 0..<image.count { _ = image.entry(number, in: bytes.span) }
            _ = image.entry(named: Array("name".utf8).span, in: bytes.span)
        }
        #expect(throws: Never.self) { try ScopeImage(validating: whole.span) }
    }

    @Test func `a damaged match list is refused or read within its bounds`() {
        var builder = MatchListImageBuilder(nameMatching: .parents)
        for name in ["example.com", "example.net", "localhost"] {
            builder.addName(
                Array(name.utf8), pattern: builder.addPattern(line: 1, isNegated: name == "localhost"))
        }
        let whole = builder.image()
        var random = Random(state: 11)
        for _ in 0..<20_000 {
            var bytes = whole
            for _ in 0...random.next(3) { bytes[random.next(bytes.count)] = UInt8(random.next(256)) }
            if random.next(4) == 0 { bytes.removeLast(random.next(bytes.count)) }
            guard let image = try? MatchListImage(validating: bytes.span) else { continue }
            guard let pattern = image.pattern(named: Array("example.net".utf8).span, in: bytes.span) else {
                continue
            }
            _ = image.isNegated(pattern, in: bytes.span)
            _ = image.pattern(containingIPv4: 1, in: bytes.span)
        }
        #expect(throws: Never.self) { try MatchListImage(validating: whole.span) }
    }

    @Test func `a damaged root is an error that names it`() throws {
        let workspace = try Workspace(
            main: "virtual_alias_maps = inline:{a=b}\n", master: "smtp inet n - n - - smtpd\n")
        _ = try workspace.build()
        let root = workspace.output + "/generations/1.lmdb"
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: root)))
        var random = Random(state: 13)
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0...random.next(20) { bytes[random.next(bytes.count)] = UInt8(random.next(256)) }
            if random.next(4) == 0 { bytes.removeLast(random.next(bytes.count)) }
            try Data(bytes).write(to: URL(fileURLWithPath: root))
            do {
                let generation = try Generation(current: workspace.output)
                _ = try generation.configuration(of: "smtp/inet")[.smtpdTimeout]
                _ = try generation.services()
                for number in try generation.tables().indices {
                    _ = try generation.table(#require(TableID(number: number)), policy: policy) { _ in }
                }
            } catch let failure as GenerationFailure {
                #expect(!failure.description.isEmpty)
            }
        }
    }
}
