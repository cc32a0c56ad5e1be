import ByteScanning
import CommandSupport

/// `service/type/name` on the command line; `*` stands for any.
struct ServicePattern {
    /// As it was given.
    let text: [UInt8]
    private let parts: [[UInt8]]

    private static let any = [UInt8(ascii: "*")]

    /// `nil` for a text with fewer or more parts, or with a `*` that is not alone.
    init?(_ text: [UInt8], parts count: ClosedRange<Int>) {
        self.text = text
        parts = text.split(separator: ASCII.slash).map(Array.init)
        guard count.contains(parts.count),
            !parts.contains(where: { $0 != Self.any && $0.contains(Self.any[0]) })
        else { return nil }
    }

    /// The third part; `nil` where it is missing or stands for any.
    var member: [UInt8]? { parts.count > 2 && parts[2] != Self.any ? parts[2] : nil }

    func matches(_ entry: MasterEntry) -> Bool { matches(entry.name[...], entry.kind[...]) }

    func matches(_ name: ArraySlice<UInt8>, _ kind: ArraySlice<UInt8>) -> Bool {
        Self.matches(parts[0], name) && (parts.count < 2 || Self.matches(parts[1], kind))
    }

    private static func matches(_ pattern: [UInt8], _ text: ArraySlice<UInt8>) -> Bool {
        pattern == any || pattern[...] == text
    }
}
