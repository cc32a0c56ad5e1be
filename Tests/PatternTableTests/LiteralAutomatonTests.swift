import PatternMatching
import Testing

struct LiteralAutomatonTests {
    private func find(_ literals: [String], in subject: String) throws -> Set<Int> {
        let builder = LiteralAutomatonBuilder(
            literals.enumerated().map { .init(literal: bytes($0.element), owner: $0.offset) })
        return try owners(builder, in: bytes(subject))
    }

    private func owners(_ builder: LiteralAutomatonBuilder, in subject: [UInt8]) throws -> Set<Int> {
        let automaton = try LiteralAutomaton(validating: builder.tables.span)
        var seen = [UInt64](repeating: 0, count: automaton.literalCount / 64 + 1)
        var found: [Int] = []
        automaton.find(in: subject.span, tables: builder.tables.span, seen: &seen, found: &found)
        #expect(Set(found).count == found.count)
        return Set(found.flatMap { builder.owners[$0] })
    }

    @Test(
        arguments: [
            (["he", "she", "his", "hers"], "ushers", [0, 1, 3]), (["a", "aa", "aaa"], "xaay", [0, 1]),
            (["foo"], "", []), ([], "foo", []),
            (["foo", "foo"], "xFOOx", [0, 1]), (["ab", "bc"], "abc", [0, 1]), (["abcd", "bc"], "abce", [1]),
            (["foo"], "fofoo", [0]),
        ] as [([String], String, Set<Int>)])
    func `every literal that occurs is found`(literals: [String], subject: String, expected: Set<Int>) throws
    {
        #expect(try find(literals, in: subject) == expected)
    }

    @Test func `it finds what a search for each literal finds`() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let letters = bytes("abcd\u{E9}")
            let literals = (0..<Int.random(in: 1...20, using: &random)).map { _ in
                (0..<Int.random(in: 1...5, using: &random)).map { _ in
                    letters.randomElement(using: &random) ?? 0
                }
            }
            let subject = (0..<30).map { _ in letters.randomElement(using: &random) ?? 0 }
            let builder = LiteralAutomatonBuilder(
                literals.enumerated().map { .init(literal: $0.element, owner: $0.offset) })
            let expected = literals.indices.filter { index in
                let length = literals[index].count
                return (0...subject.count - length).contains {
                    subject[$0..<$0 + length].elementsEqual(literals[index])
                }
            }
            #expect(try owners(builder, in: subject) == Set(expected))
        }
    }

    @Test func `tables with any byte changed are refused or harmless`() throws {
        let builder = LiteralAutomatonBuilder(
            ["he", "she", "his", "hers"].enumerated().map {
                .init(literal: bytes($0.element), owner: $0.offset)
            })
        var random = SeededGenerator(seed: 3)
        for index in builder.tables.indices {
            for _ in 0..<20 {
                var tables = builder.tables
                tables[index] = UInt8.random(in: 0...255, using: &random)
                guard let automaton = try? LiteralAutomaton(validating: tables.span) else { continue }
                var seen = [UInt64](repeating: 0, count: automaton.literalCount / 64 + 1)
                var found: [Int] = []
                automaton.find(in: bytes("ushershishe").span, tables: tables.span, seen: &seen, found: &found)
                #expect(found.allSatisfy { $0 < automaton.literalCount })
            }
        }
        for length in builder.tables.indices {
            #expect(throws: LiteralAutomaton.Malformed.self) {
                try LiteralAutomaton(validating: Array(builder.tables.prefix(length)).span)
            }
        }
    }
}
