import CompiledTables
import TableFormat
import Testing

struct PatternImageTests {
    static let source = """
        if /foo/
        /(f)oo(b)ar/ <$1|$2> $$
        if !/baz/
        !/qux|quux/ plain
        endif
        endif
        /a[bc]d/m x
        /(z)/ $1

        """

    @Test(arguments: PatternImage.Kind.allCases)
    func `the same source gives the same bytes`(kind: PatternImage.Kind) throws {
        #expect(try compiled(Self.source, kind).image == compiled(Self.source, kind).image)
    }

    @Test(arguments: PatternImage.Kind.allCases)
    func `a cut or changed image is an error`(kind: PatternImage.Kind) throws {
        let image = try compiled(Self.source, kind).image
        for length in image.indices {
            #expect(throws: PatternImageError.self) {
                try PatternTable(name: "t", storage: .memory(Array(image.prefix(length))))
            }
        }
        #expect(throws: PatternImageError.damaged) {
            try PatternTable(name: "t", storage: .memory(image + [0]))
        }
        for index in image.indices {
            for bit in 0..<8 {
                var changed = image
                changed[index] ^= 1 << UInt8(bit)
                #expect(throws: PatternImageError.self) {
                    try PatternTable(name: "t", storage: .memory(changed))
                }
            }
        }
    }

    /// With the checksum put right, the checks of the content are what keeps a lookup from harm.
    @Test(arguments: PatternImage.Kind.allCases)
    func `an image of nonsense is refused or harmless`(kind: PatternImage.Kind) throws {
        let image = try compiled(Self.source, kind).image
        var random = SeededGenerator(seed: 11)
        var opened = 0
        for _ in 0..<20_000 {
            var changed = image
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let index = Int.random(in: changed.indices, using: &random)
                changed[index] =
                    Bool.random(using: &random)
                    ? changed[index] ^ 1 << UInt8.random(in: 0..<8, using: &random)
                    : .random(in: 0...255, using: &random)
            }
            guard let table = try? PatternTable(name: "t", storage: .memory(PatternImage.sealed(changed)))
            else { continue }
            opened += 1
            for key in ["foobar", "foo", "abd", "z", "quux", ""] { _ = try? table.answer(key) }
        }
        #expect(opened > 1000)
    }

    @Test func `an image of another version is told from a foreign file`() throws {
        var image = try compiled(Self.source, .pcre).image
        image[8] = 2
        #expect(throws: PatternImageError.version(2)) { try PatternTable(name: "t", storage: .memory(image)) }
        #expect(throws: PatternImageError.foreign) {
            try PatternTable(name: "t", storage: .memory(bytes("/a/ b\n")))
        }
        #expect(throws: PatternImageError.foreign) { try PatternTable(name: "t", storage: .memory([])) }
    }
}
