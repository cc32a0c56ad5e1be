import ByteScanning

/// Lookups. `image` is always the bytes that were checked by `init(validating:)`.
extension AddressRangeImage {
    /// The result of a rule, and where the rule stands.
    public struct Answer: Sendable, Equatable {
        /// The line of the source that the rule begins on, from 1.
        public var line: Int
        /// Where the result stands in the image.
        public var text: Range<Int>
    }

    /// The answer for the IPv4 address with these bits, or `nil` when no rule matches it.
    public func answer(forIPv4 bits: UInt32, in image: Span<UInt8>) -> Answer? {
        var lower = 0
        var count = ipv4.count
        while count > 1 {
            let half = count &>> 1
            let middle = lower &+ half
            // Written as a value, not as a branch: where a random address goes cannot be predicted.
            lower = image.littleEndian32(at: ipv4.starts &+ middle &* 4) <= bits ? middle : lower
            count &-= half
        }
        return answer(ofRange: lower, in: ipv4, image)
    }

    /// The answer for the IPv6 address with these bits, or `nil` when no rule matches it.
    public func answer(forIPv6 bits: UInt128, in image: Span<UInt8>) -> Answer? {
        var lower = 0
        var count = ipv6.count
        while count > 1 {
            let half = count &>> 1
            let middle = lower &+ half
            lower = image.littleEndian128(at: ipv6.starts &+ middle &* 16) <= bits ? middle : lower
            count &-= half
        }
        return answer(ofRange: lower, in: ipv6, image)
    }

    private func answer(ofRange range: Int, in section: Section, _ image: Span<UInt8>) -> Answer? {
        guard section.count > 0 else { return nil }
        let answer = image.littleEndian32(at: section.answers &+ range &* 4)
        guard answer != Self.noAnswer, let text = textRange(ofAnswer: Int(answer), in: image) else {
            return nil
        }
        return Answer(line: Int(image.littleEndian32(at: answers.lowerBound + Int(answer))), text: text)
    }

    /// Where the text of the answer at `offset` stands, or `nil` when it is not all within the answers.
    func textRange(ofAnswer offset: Int, in image: Span<UInt8>) -> Range<Int>? {
        guard offset + Self.answerHeaderLength <= answers.count else { return nil }
        let start = answers.lowerBound + offset + Self.answerHeaderLength
        let length = Int(image.littleEndian32(at: start - 4))
        guard length <= answers.upperBound - start else { return nil }
        return start..<(start + length)
    }
}
