import ByteScanning
import GenerationFormat
import NetworkAddress

/// A compiled match list: whether a name, or a client with a name and an address, is in it.
public struct MatchListTable: Sendable {
    private let name: String
    private let storage: ImageStorage?
    private let image: MatchListImage?
    private let tables: [any LookupTable]

    /// A list that matches nothing.
    public init(empty name: String) {
        self.name = name
        storage = nil
        image = nil
        tables = []
    }

    /// Checks the whole image.
    ///
    /// - Parameters:
    ///   - name: what messages call the list.
    ///   - table: opens a table of the generation's registry.
    /// - Throws: `GenerationFailure` when the image is damaged, or a table in it cannot be opened.
    public init(
        name: String, storage: ImageStorage,
        table: (MatchListImage.Table) throws(GenerationFailure) -> any LookupTable
    ) throws(GenerationFailure) {
        let image: MatchListImage
        do throws(MatchListImage.Malformed) {
            image = try storage.withBytes { (bytes) throws(MatchListImage.Malformed) in
                try MatchListImage(validating: bytes)
            }
        } catch {
            throw GenerationFailure("\(name): \(error)")
        }
        var tables: [any LookupTable] = []
        for entry in image.tables { tables.append(try table(entry)) }
        self.name = name
        self.storage = storage
        self.image = image
        self.tables = tables
    }

    /// Whether a string is in the list; a domain name is also in it through a domain above it.
    ///
    /// - Throws: `LookupFailure` of a table that could not answer.
    public func contains(_ name: Span<UInt8>) throws(LookupFailure) -> Bool {
        try contains(name: name, address: nil)
    }

    /// Whether a client is in the list, by its name or its address.
    ///
    /// - Throws: `LookupFailure` of a table that could not answer.
    public func contains(name: Span<UInt8>, address: IPAddress?) throws(LookupFailure) -> Bool {
        var skipped: [LookupFailure]?
        return try contains(name: name, address: address, skipping: &skipped)
    }

    /// Whether a string, or a client, is in the list.
    ///
    /// - Parameter skipped: where tables that are unavailable count as if they had nothing, those of them that could have
    ///   changed the answer; `nil` where they are failures like others.
    /// - Throws: `LookupFailure` of a table that could not answer.
    public func contains(
        name: Span<UInt8>, address: IPAddress?, skipping skipped: inout [LookupFailure]?
    ) throws(LookupFailure) -> Bool {
        guard let storage, let image else { return false }
        return try storage.withBytes { (bytes) throws(LookupFailure) -> Bool in
            let folded = foldedCase(name, unicode: true)
            var first = [
                pattern(folded.span, image, bytes), address.flatMap { pattern($0, image, bytes) },
            ].compactMap(\.self).min()
            var silent: [(pattern: Int, failure: LookupFailure)] = []
            for (entry, table) in zip(image.tables, tables) where entry.pattern < first ?? Int.max {
                do throws(LookupFailure) {
                    if try Self.has(table, folded, address, image.nameMatching) { first = entry.pattern }
                } catch {
                    guard skipped != nil, error.isUnavailable else { throw error }
                    silent.append((entry.pattern, error))
                }
            }
            let isListed = first.map { !image.isNegated($0, in: bytes) } ?? false
            // A table decides when it stands before the pattern that did, and for the contrary.
            for (pattern, failure) in silent
            where pattern < first ?? Int.max && image.isNegated(pattern, in: bytes) == isListed {
                skipped?.append(failure)
            }
            return isListed
        }
    }

    /// The first pattern that is the name, or stands for it as a name above it.
    private func pattern(_ name: Span<UInt8>, _ image: MatchListImage, _ bytes: Span<UInt8>) -> Int? {
        var first = image.pattern(named: name, in: bytes)
        for start in Self.parents(of: name, image.nameMatching) {
            if let found = image.pattern(named: name.extracting(start..<name.count), in: bytes) {
                first = min(first ?? found, found)
            }
        }
        return first
    }

    private func pattern(_ address: IPAddress, _ image: MatchListImage, _ bytes: Span<UInt8>) -> Int? {
        let network =
            switch address {
            case .v4(let address): image.pattern(containingIPv4: address.bits, in: bytes)
            case .v6(let address): image.pattern(containingIPv6: address.bits, in: bytes)
            }
        let literal = image.pattern(named: Array(address.description.utf8).span, in: bytes)
        return [network, literal].compactMap(\.self).min()
    }

    private static func has(
        _ table: any LookupTable, _ name: [UInt8], _ address: IPAddress?,
        _ nameMatching: MatchListImage.NameMatching
    ) throws(LookupFailure) -> Bool {
        if try table.value(for: name.span) != nil { return true }
        if table.matching == .fixed {
            for start in parents(of: name.span, nameMatching) {
                if try table.value(for: Array(name[start...]).span) != nil { return true }
            }
        }
        guard let address else { return false }
        return try table.value(for: Array(address.description.utf8).span) != nil
    }

    /// Where the names above a name begin, the longest first.
    private static func parents(of name: Span<UInt8>, _ nameMatching: MatchListImage.NameMatching) -> [Int] {
        let skipped: Int
        switch nameMatching {
        case .exact: return []
        case .dottedParents: skipped = 0
        case .parents: skipped = 1
        }
        return name.indices.filter { $0 > 0 && name[$0] == ASCII.dot }.map { $0 + skipped }
    }
}
