import ByteScanning
import LMDBStore
import NetworkAddress
import TableFormat

/// A `cidr` table, compiled: one search answers, however many rules the source has.
///
/// A key is an IPv4 or IPv6 address in the form that `inet_pton` accepts. Any other key is absent: a
/// bracketed address, one with a zone or with leading zeros, the empty key, a host name. An IPv4-mapped IPv6
/// address matches the rules of IPv6 networks.
public struct AddressRangeTable: LookupTable {
    public let name: String
    private let storage: ImageStorage
    private let image: AddressRangeImage

    /// Checks the whole image.
    ///
    /// - Throws: `AddressRangeImageError` when the bytes are no image of a `cidr` table.
    public init(name: String, storage: ImageStorage) throws(AddressRangeImageError) {
        self.name = name
        self.storage = storage
        image = try storage.withBytes { (bytes) throws(AddressRangeImageError) -> AddressRangeImage in
            try AddressRangeImage(validating: bytes)
        }
    }

    public var matching: KeyMatching { TableType.cidr.matching }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        guard let address = IPAddress(key) else { return nil }
        return storage.withBytes { bytes in
            guard let answer = answer(for: address, in: bytes) else { return nil }
            return bytes.bytes(answer.text)
        }
    }

    public func appendValues(for keys: KeyBatch, to values: inout ValueBatch) -> Bool {
        storage.withBytes { bytes in
            for number in 0..<keys.count {
                guard let address = IPAddress(keys.bytes.span.extracting(keys.range(number))),
                    let answer = answer(for: address, in: bytes)
                else {
                    values.ranges.append(nil)
                    continue
                }
                let start = values.bytes.count
                values.bytes.append(contentsOf: bytes.extracting(answer.text))
                values.ranges.append(start..<values.bytes.count)
            }
        }
        return true
    }

    /// The result for the key and the line of the source, from 1, that the rule which gave it begins on.
    public func match(_ key: Span<UInt8>) -> (line: Int, value: [UInt8])? {
        guard let address = IPAddress(key) else { return nil }
        return storage.withBytes { bytes in
            guard let answer = answer(for: address, in: bytes) else { return nil }
            return (answer.line, bytes.bytes(answer.text))
        }
    }

    private func answer(for address: IPAddress, in bytes: Span<UInt8>) -> AddressRangeImage.Answer? {
        switch address {
        case .v4(let address): image.answer(forIPv4: address.bits, in: bytes)
        case .v6(let address): image.answer(forIPv6: address.bits, in: bytes)
        }
    }
}
