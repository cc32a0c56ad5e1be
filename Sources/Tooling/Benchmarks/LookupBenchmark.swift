import CompiledTables
import Glibc
import LMDBStore
import MdbLoop

/// Lookups in one process: `IndexedTable` beside `mdb_get` in C, over the same index and the same keys.
struct LookupBenchmark {
    private var plain: [UInt8] = []
    private var terminated: [CChar] = []
    private var plainOffsets: [Int] = [0]
    private var offsets: [Int] = [0]
    private let path: String

    /// - Parameter keys: one a line.
    init(index path: String, keys: [UInt8]) {
        self.path = path
        for key in keys.split(separator: 10) {
            plain.append(contentsOf: key)
            plainOffsets.append(plain.count)
            terminated.append(contentsOf: key.map { CChar(bitPattern: $0) } + [0])
            offsets.append(terminated.count)
        }
    }

    var count: Int { offsets.count - 1 }

    /// Seconds for all keys through `mdb_get`.
    func reference() -> Double {
        let start = ContinuousClock.now
        var sum: CUnsignedLong = 0
        let found = unsafe mdb_loop(path, terminated, offsets.map { $0 }, count, &sum)
        guard found == count else { stop("mdb_get found \(found) of \(count) keys") }
        return (ContinuousClock.now - start) / .seconds(1)
    }

    /// Seconds for all keys through our table.
    func ours() throws -> Double {
        let table = IndexedTable(name: path, index: try IndexFile(opening: path))
        var value: [UInt8] = []
        var found = 0
        var sum = 0
        let start = ContinuousClock.now
        for number in 0..<count {
            value.removeAll(keepingCapacity: true)
            let key = plain.span.extracting(plainOffsets[number]..<plainOffsets[number + 1])
            if try table.appendValue(for: key, to: &value) {
                found += 1
                sum += Int(value.first ?? 0)
            }
        }
        guard found == count, sum > 0 else { stop("found \(found) of \(count) keys") }
        return (ContinuousClock.now - start) / .seconds(1)
    }
}
