import ByteScanning

/// A file of rows and everything that names it. A class, because its index is made when it is first asked for.
final class MapTable {
    let source: MapSource
    fileprivate(set) var uses: [TableUse]
    /// Finds rows by their keys.
    private(set) lazy var index = KeyIndex(source)

    private init(source: MapSource, use: TableUse) {
        self.source = source
        uses = [use]
    }

    static func all(_ context: LintContext) -> [MapTable] {
        var tables: [MapTable] = []
        var known: [String: Int] = [:]
        for use in context.tableUses {
            guard let source = context.mapSource(of: use) else { continue }
            let name = use.path == nil ? use.identity : "\(source.file) \(use.isAliasSource)"
            if let index = known[name] {
                tables[index].uses.append(use)
            } else {
                known[name] = tables.count
                tables.append(MapTable(source: source, use: use))
            }
        }
        return tables
    }

    /// Whether its values are passwords.
    var isSecret: Bool { uses.contains { $0.isSecret } }

    /// The row that a lookup finds; letters' case does not count.
    func row(for key: ArraySlice<UInt8>) -> MapSource.Row? { index.row(for: key).map { source.rows[$0] } }
}

/// Finds rows of a map by their keys, letters' case aside: a table of row numbers and no text, so that a million rows
/// take 16 MiB at the most.
struct KeyIndex {
    private let source: MapSource
    /// Numbers of rows plus one; zero for none.
    private var slots: [Int32]
    private let mask: Int
    /// Rows that do not count, because another row has their key; and that one.
    private(set) var duplicates: [(row: Int, counting: Int)] = []

    init(_ source: MapSource) {
        self.source = source
        var size = 16
        while size < source.rows.count * 2 { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        mask = size - 1
        for index in source.rows.indices { insert(index) }
    }

    private mutating func insert(_ index: Int) {
        let key = source.keySlice(source.rows[index])
        var slot = Self.hash(key) & mask
        while slots[slot] != 0 {
            let other = Int(slots[slot]) - 1
            if Self.isSame(key, source.keySlice(source.rows[other])) {
                switch source.counting {
                case .first: duplicates.append((index, other))
                case .last:
                    duplicates.append((other, index))
                    slots[slot] = Int32(truncatingIfNeeded: index + 1)
                }
                return
            }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(truncatingIfNeeded: index + 1)
    }

    /// The row that counts for a key.
    func row(for key: ArraySlice<UInt8>) -> Int? {
        var slot = Self.hash(key) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if Self.isSame(key, source.keySlice(source.rows[index])) { return index }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// FNV-1a of the key in lower case.
    static func hash(_ key: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key { hash = (hash ^ UInt64(ASCII.lowercased(byte))) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF_FFFF_FFFF)
    }

    static func isSame(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        var other = right.startIndex
        for byte in left {
            if byte != right[other], ASCII.lowercased(byte) != ASCII.lowercased(right[other]) { return false }
            other += 1
        }
        return true
    }
}
