import CompiledTables
import TableFormat
import TestSupport
import Testing

/// The same random tables with the prefilter and without it.
struct PatternPrefilterTests {
    @Test(arguments: PatternImage.Kind.allCases)
    func `the prefilter does not change an answer`(kind: PatternImage.Kind) throws {
        let seed = SeededRandom.seed
        print("seed of the pattern prefilter test, \(kind.name): \(seed)")
        var tables = RandomPatternTables(seed: seed, kind: kind, withMistakes: true)
        var matches = 0
        let count = SeededRandom.cases(2_000)
        for number in 0..<count {
            let source = tables.table()
            let image = try compiled(source, kind).image
            let filtered = try PatternTable(name: "t", storage: .memory(image))
            let linear = try PatternTable(name: "t", storage: .memory(image), search: .linear)
            for _ in 0..<8 {
                let key = bytes(tables.key())
                let answer = try linear.match(key.span)
                if answer != nil { matches += 1 }
                #expect(
                    try filtered.match(key.span) == answer,
                    "seed \(seed), table \(number):\n\(source)\nkey \(key)")
            }
        }
        #expect(matches > count)
    }
}
