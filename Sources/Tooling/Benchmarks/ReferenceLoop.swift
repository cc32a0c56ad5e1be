import Glibc
import MdbLoop

/// Keys for `mdb_get` in C, in the order in which they are looked up.
struct ReferenceLoop {
    private let paths: [String]
    /// The keys, a NUL byte after each, and where each begins.
    private var text: [CChar] = []
    private var offsets: [Int] = [0]
    /// In which of the indexes each is looked up.
    private var indexes: [UInt8] = []

    /// - Parameter paths: the indexes.
    init(_ paths: [String]) { self.paths = paths }

    var count: Int { indexes.count }

    mutating func append(_ key: some Sequence<UInt8>, index: UInt8 = 0) {
        for byte in key { text.append(CChar(bitPattern: byte)) }
        text.append(0)
        offsets.append(text.count)
        indexes.append(index)
    }

    /// Looks all of them up: how many were found, and in how many seconds.
    func run() -> (found: Int, seconds: Double) {
        let names = unsafe paths.map { unsafe UnsafePointer(strdup($0)) }
        defer { unsafe names.forEach { unsafe free(UnsafeMutableRawPointer(mutating: $0)) } }
        let start = ContinuousClock.now
        var sum: CUnsignedLong = 0
        let found = unsafe mdb_loop(names, names.count, text, offsets, indexes, count, &sum)
        guard found >= 0 else { stop("mdb_get cannot read \(paths.joined(separator: ", "))") }
        return (found, (ContinuousClock.now - start) / .seconds(1))
    }
}
