import CompiledTables
import Glibc
import LMDBStore

/// Lookups in one process: `IndexedTable` beside `mdb_get` in C, over the same index and the same keys.
struct LookupBenchmark {
    private var plain: [UInt8] = []
    private var plainOffsets: [Int] = [0]
    private var loop: ReferenceLoop
    private let path: String

    /// - Parameter keys: one a line.
    init(index path: String, keys: [UInt8]) {
        self.path = path
        loop = ReferenceLoop([path])
        for key in keys.split(separator: 10) {
            plain.append(contentsOf: key)
            plainOffsets.append(plain.count)
            loop.append(key)
        }
    }

    var count: Int { loop.count }

    /// Seconds for all keys through `mdb_get`.
    func reference() -> Double {
        let answer = loop.run()
        guard answer.found == count else { stop("mdb_get found \(answer.found) of \(count) keys") }
        return answer.seconds
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
