import ByteScanning
import CNettle

/// The SHA-256 of some bytes (FIPS 180-4), which names what has these bytes.
public struct ContentDigest: Sendable, Hashable, Comparable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Takes bytes in parts.
    public struct Builder {
        private var context = sha256_ctx()

        public init() { unsafe nettle_sha256_init(&context) }

        public mutating func update(_ bytes: Span<UInt8>) {
            unsafe bytes.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                unsafe nettle_sha256_update(&context, buffer.count, base)
            }
        }

        /// Adds a text and its length, so that one text cannot end where another one begins.
        public mutating func update(field text: String) {
            update(Array("\(text.utf8.count):".utf8).span)
            update(Array(text.utf8).span)
        }

        public consuming func finish() -> ContentDigest {
            var context = context
            let digest = unsafe [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) {
                buffer, count in
                count = Int(SHA256_DIGEST_SIZE)
                if let base = buffer.baseAddress { unsafe nettle_sha256_digest(&context, count, base) }
            }
            return ContentDigest(unchecked: digest)
        }
    }

    public init(of content: Span<UInt8>) {
        var builder = Builder()
        builder.update(content)
        self = builder.finish()
    }

    /// - Parameter text: 64 hexadecimal digits in lower case.
    public init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: 64, by: 2) {
            guard let high = Self.value(digits[index]), let low = Self.value(digits[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        self.init(unchecked: bytes)
    }

    private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    public static func < (left: Self, right: Self) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension ContentDigest: CustomStringConvertible {
    /// 64 hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
