import ByteScanning

/// What the image of a `cidr` table says, before it is bytes.
public struct AddressRangeImageContents: Sendable {
    /// The addresses from `start` to the start of the next range.
    public struct AddressRange<Bits: Sendable>: Sendable {
        public var start: Bits
        /// What `add(line:text:)` returned, or `AddressRangeImage.noAnswer`.
        public var answer: UInt32

        @inlinable
        public init(start: Bits, answer: UInt32) {
            self.start = start
            self.answer = answer
        }
    }

    /// Ascending from address zero, or empty. Fewer than 2^32.
    public var ipv4: [AddressRange<UInt32>] = []
    /// Ascending from address zero, or empty. Fewer than 2^32.
    public var ipv6: [AddressRange<UInt128>] = []
    private var answers: [UInt8] = []

    /// `answerCount` and `textLength` say how much will be added, as far as it is known.
    public init(answerCount: Int, textLength: Int) {
        answers.reserveCapacity(answerCount * AddressRangeImage.answerHeaderLength + textLength)
    }

    /// Adds the answer of a rule and returns what names it, or `nil` when the image is full: its answers take
    /// less than 4 GiB.
    public mutating func add(line: Int, text: Span<UInt8>) -> UInt32? {
        let offset = answers.count
        let end = offset + AddressRangeImage.answerHeaderLength + text.count
        guard end < Int(AddressRangeImage.noAnswer), let line = UInt32(exactly: line) else { return nil }
        answers.append(addingCapacity: end - offset) { output in
            output.append(littleEndian: line)
            output.append(littleEndian: UInt32(truncatingIfNeeded: text.count))
            for index in text.indices { output.append(text[index]) }
        }
        return UInt32(truncatingIfNeeded: offset)
    }

    /// The image, as `AddressRangeImage` describes it.
    public func encoded() -> [UInt8] {
        let length = AddressRangeImage.headerLength + 8 * ipv4.count + 20 * ipv6.count + answers.count
        return [UInt8](capacity: length) { output in
            for byte in "PRcidr\r\n".utf8 { output.append(byte) }
            output.append(littleEndian: AddressRangeImage.version)
            output.append(littleEndian: UInt32(truncatingIfNeeded: ipv4.count))
            output.append(littleEndian: UInt32(truncatingIfNeeded: ipv6.count))
            output.append(littleEndian: UInt32(truncatingIfNeeded: answers.count))
            for range in ipv4 { output.append(littleEndian: range.start) }
            for range in ipv4 { output.append(littleEndian: range.answer) }
            for range in ipv6 { output.append(littleEndian: range.start) }
            for range in ipv6 { output.append(littleEndian: range.answer) }
            for byte in answers { output.append(byte) }
        }
    }
}
