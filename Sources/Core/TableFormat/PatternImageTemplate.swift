import ByteScanning

extension PatternImage {
    /// The result of a rule: text, and groups of the pattern to be filled in.
    ///
    /// Encoded, a piece is a number of 32 bits: with the highest bit set, the rest is the number of a group;
    /// otherwise it is the length of the text that follows it.
    public struct Template: Sendable, Equatable {
        public enum Piece: Sendable, Equatable {
            case text([UInt8])
            /// A group's number, from 1.
            case group(Int)
        }

        public var pieces: [Piece]

        public init(_ pieces: [Piece] = []) { self.pieces = pieces }

        /// The largest group that is filled in, 0 when there is none.
        public var largestGroup: Int {
            pieces.reduce(0) { largest, piece in
                if case .group(let group) = piece { max(largest, group) } else { largest }
            }
        }

        /// PCRE2 has no more groups than this.
        public static let mostGroups = 65_535
        static let groupBit: UInt32 = 1 << 31

        func encode(to output: inout [UInt8]) {
            for piece in pieces {
                switch piece {
                case .group(let group):
                    output.appendPatternWord(Self.groupBit | UInt32(truncatingIfNeeded: group))
                case .text(let text):
                    output.appendPatternWord(UInt32(truncatingIfNeeded: text.count))
                    output.append(contentsOf: text)
                }
            }
        }

        /// The largest group that an encoded template fills in.
        ///
        /// - Throws: `PatternImageError` when `encoded` is no template.
        static func validate(_ encoded: Span<UInt8>) throws(PatternImageError) -> Int {
            var largest = 0
            var offset = 0
            while offset < encoded.count {
                guard encoded.count - offset >= 4 else { throw .malformed("a result is cut off") }
                let word = encoded.patternWord(at: offset)
                offset += 4
                if word & groupBit != 0 {
                    let group = Int(word & ~groupBit)
                    guard group >= 1, group <= mostGroups else {
                        throw .malformed("a result names group \(group)")
                    }
                    largest = max(largest, group)
                } else {
                    guard encoded.count - offset >= Int(word) else { throw .malformed("a result is cut off") }
                    offset += Int(word)
                }
            }
            return largest
        }

        /// Fills in a validated encoded template. `range` tells where in `subject` a group matched; what it
        /// does not know is empty.
        public static func expand(
            _ encoded: Span<UInt8>, subject: Span<UInt8>, range: (Int) -> Range<Int>?
        ) -> [UInt8] {
            var result: [UInt8] = []
            var offset = 0
            while offset < encoded.count {
                let word = encoded.patternWord(at: offset)
                offset += 4
                if word & groupBit != 0 {
                    guard let matched = range(Int(word & ~groupBit)), matched.upperBound <= subject.count
                    else {
                        continue
                    }
                    result.append(contentsOf: subject.bytes(matched))
                } else {
                    let text = encoded.bytes(offset..<offset + Int(word))
                    offset += Int(word)
                    // The usual result is one piece of text, whose copy is all that is needed.
                    if result.isEmpty { result = text } else { result.append(contentsOf: text) }
                }
            }
            return result
        }
    }
}
