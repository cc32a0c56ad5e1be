import Glibc
import LMDBStore
import PosixSupport
import TableCompiler
import TableFormat

/// libFuzzer's entry: an input is a list of changes to a real index, four bytes each: which page, where in it (two
/// bytes), and what is changed there. The first two bytes say how much of the file is cut off. Whatever comes of it,
/// lookups and a walk over all rows end with an answer or an error.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzIndex(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start = unsafe start, count >= 2 else { return 0 }
    // SAFETY: libFuzzer owns `count` bytes at `start` during the call; they are copied at once.
    let input = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    var damaged = Sample.bytes
    for index in stride(from: 2, to: input.count - 3, by: 4) {
        let page = Int(input[index]) % (damaged.count / 4096)
        let offset = (Int(input[index + 1]) << 8 | Int(input[index + 2])) % 4096
        damaged[page * 4096 + offset] ^= input[index + 3]
    }
    let cut = Int(input[0]) << 8 | Int(input[1])
    if cut < damaged.count, cut % 5 == 1 { damaged.removeLast(cut) }
    do {
        try FileDescriptor(opening: Sample.path, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o600).write(
            damaged.span)
        try use(IndexFile(opening: Sample.path))
    } catch {
        precondition("\(error)".hasPrefix(Sample.path))
    }
    return 0
}

private func use(_ index: IndexFile) throws {
    var keys = KeyBatch()
    for key in ["key1", "key77", "key299", "long", "absent", "zzz"] { keys.append(Array(key.utf8).span) }
    var values = ValueBatch()
    if index.appendValues(for: keys, storedAs: .terminated, to: &values) {
        precondition(values.ranges.count == keys.count)
    }
    try index.forEachRow { key, value in key.count + value.count >= 0 }
    for number in 0..<keys.count {
        var value: [UInt8] = []
        _ = try index.appendValue(
            for: keys.bytes.span.extracting(keys.range(number)), storedAs: .terminated, to: &value)
    }
}

/// An index with three levels and a value on pages of its own.
private enum Sample {
    static let path = "/dev/shm/postroom-fuzz-\(getpid())"

    static let bytes: [UInt8] = {
        var source = "long \(String(repeating: "v", count: 9000))\n"
        for number in 0..<300 {
            source += "key\(number)\(String(repeating: "k", count: number % 3 * 200)) value \(number)\n"
        }
        let compiler = MapCompiler(
            file: path, options: KeyPolicy(folding: .ascii, checksUTF8: true), duplicates: .report,
            termination: .unspecified, readsFiles: false)
        do {
            _ = try compiler.build(Array(source.utf8).span, mode: 0o600, report: { _ in })
            let bytes = try FileDescriptor(opening: path + ".lmdb").readToEnd()
            unsafe unlink(path + ".lmdb")
            return bytes
        } catch {
            preconditionFailure("the sample cannot be built: \(error)")
        }
    }()
}
