import Testing

/// The loop that takes plain lines eight bytes at a time leaves each special byte, wherever it stands, to the grammar.
@Suite struct PlainSourceTests {
    @Test(arguments: 0..<256)
    func `every byte at every place of a key means the same`(byte: Int) throws {
        let scratch = Scratch()
        var source: [UInt8] = []
        var expected: [String: String] = [:]
        for length in 1...17 {
            for place in 0..<length {
                var key = Array(repeating: UInt8(ascii: "k"), count: length)
                key[place] = UInt8(byte)
                let value = "v\(length)-\(place)"
                // What ends a line, a key or an entry is another test's business.
                if [0, 9, 10, 11, 12, 13, 32, 34, 35, 58, 92].contains(byte) || byte >= 128 { continue }
                source += key + [32] + Array(value.utf8) + [10]
                let folded = key.map { (65...90).contains($0) ? $0 + 32 : $0 }
                if expected[String(decoding: folded, as: UTF8.self)] == nil {
                    expected[String(decoding: folded, as: UTF8.self)] = value
                }
            }
        }
        _ = try scratch.build(source)
        for (key, value) in expected { #expect(try scratch.value(key) == value) }
    }

    @Test func `a last line of any length needs no newline`() throws {
        for length in 1...20 {
            let scratch = Scratch()
            let key = String(repeating: "q", count: length)
            #expect(try scratch.build(Array("a b\n\(key) \(key)".utf8)) == [])
            #expect(try scratch.value(key) == key)
        }
    }
}
