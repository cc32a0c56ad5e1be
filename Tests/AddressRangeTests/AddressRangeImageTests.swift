import CompiledTables
import TableCompiler
import TableFormat
import Testing

@Suite struct AddressRangeImageTests {
    private static let source =
        "if !10.0.0.0/8\n11.0.0.0/8 eleven\nendif\n10.0.0.0/9 ten\n2001:db8::/32 six\n"

    private func image(_ source: String) throws -> [UInt8] {
        try CIDRCompiler.compile([UInt8](source.utf8).span, file: "t").image
    }

    @Test func `the bytes are those that the format page shows`() throws {
        let expected: [UInt8] =
            [UInt8]("PRcidr\r\n".utf8) + [1, 0, 0, 0] + [3, 0, 0, 0] + [2, 0, 0, 0] + [19, 0, 0, 0]
            + [0, 0, 0, 0] + [0, 0, 0, 10] + [0, 0, 0, 11]
            + [255, 255, 255, 255] + [0, 0, 0, 0] + [255, 255, 255, 255]
            + [UInt8](repeating: 0, count: 16) + [UInt8](repeating: 0, count: 15) + [128]
            + [255, 255, 255, 255] + [10, 0, 0, 0]
            + [1, 0, 0, 0] + [2, 0, 0, 0] + [UInt8]("ok".utf8)
            + [2, 0, 0, 0] + [1, 0, 0, 0] + [UInt8]("x".utf8)
        #expect(try image("10.0.0.0/8 ok\n8000::/1 x\n") == expected)
    }

    @Test func `the same source gives the same bytes`() throws {
        #expect(try image(Self.source) == image(Self.source))
    }

    @Test func `an image that is cut short is refused`() throws {
        let whole = try image(Self.source)
        for length in 0..<whole.count {
            #expect(throws: AddressRangeImageError.truncated) {
                _ = try AddressRangeImage(validating: whole.span.extracting(0..<length))
            }
        }
    }

    @Test func `an image that is too long is refused`() throws {
        let image = try image(Self.source) + [0]
        #expect(throws: AddressRangeImageError.tooLong) { _ = try AddressRangeImage(validating: image.span) }
    }

    @Test func `foreign bytes and other versions are refused`() throws {
        var image = try image(Self.source)
        image[8] = 2
        #expect(throws: AddressRangeImageError.otherVersion(2)) {
            _ = try AddressRangeImage(validating: image.span)
        }
        image[0] = 0
        #expect(throws: AddressRangeImageError.foreign) { _ = try AddressRangeImage(validating: image.span) }
    }

    @Test func `ranges out of order are refused`() throws {
        var image = try image("10.0.0.0/8 ok\n")
        image[24] = 1
        #expect(throws: AddressRangeImageError.disorderedRanges) {
            _ = try AddressRangeImage(validating: image.span)
        }
        image[24] = 0
        image[31] = 11
        #expect(throws: AddressRangeImageError.disorderedRanges) {
            _ = try AddressRangeImage(validating: image.span)
        }
    }

    @Test func `an answer out of bounds is refused`() throws {
        var image = try image("0.0.0.0/0 ok\n")
        image[28] = 3
        #expect(throws: AddressRangeImageError.answerOutOfBounds) {
            _ = try AddressRangeImage(validating: image.span)
        }
        image[28] = 0
        image[36] = 3
        #expect(throws: AddressRangeImageError.answerOutOfBounds) {
            _ = try AddressRangeImage(validating: image.span)
        }
    }

    @Test func `an image with any bit flipped is refused or answers something`() throws {
        let whole = try image(Self.source)
        for bit in 0..<(8 * whole.count) {
            var damaged = whole
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            do {
                let table = try AddressRangeTable(name: "cidr:t", storage: .memory(damaged))
                for key in ["0.0.0.0", "10.0.0.1", "11.1.1.1", "255.255.255.255", "::", "2001:db8::1"] {
                    _ = try table.answer(key)
                }
            } catch is AddressRangeImageError {
                continue
            }
        }
    }
}
