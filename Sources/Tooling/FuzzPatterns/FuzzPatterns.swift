import ByteScanning
import CompiledTables
import Synchronization
import TableCompiler
import TableFormat
import TableSources

/// libFuzzer's entry. The first byte of the input chooses what the rest is:
///
/// - bit 0: `pcre` or `regexp`;
/// - bits 1 and 2: the source of a table; the name of an inline table; an image; an image whose checksum is
///   put right.
///
/// The rest is, with a NUL between them, the table and a key; for an image, the key and the image. A lookup
/// through the automaton and a linear one must give the same answer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPatterns(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    // SAFETY: libFuzzer passes the address and the size of its input, which stays during the call.
    let input = unsafe Array(UnsafeBufferPointer(start: data, count: size))
    guard let choice = input.first else { return 0 }
    let kind: PatternImage.Kind = choice & 1 == 0 ? .pcre : .regexp
    let parts = input.dropFirst().split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let first = Array(parts[0])
    let second = parts.count > 1 ? Array(parts[1]) : []
    switch choice >> 1 & 3 {
    case 0: lookUp(second, inTable: first, kind)
    case 1: lookUp(second, inTable: inlineText(first), kind)
    case 2: lookUp(first, inImage: second)
    default: lookUp(first, inImage: PatternImage.sealed(second))
    }
    return 0
}

/// Long keys only make the fuzzer slow.
private let longestKey = 48

private func inlineText(_ name: [UInt8]) -> [UInt8] {
    do {
        return InlineRules.isInline(name.span) ? try InlineRules.lines(of: name.span) : []
    } catch {
        return []
    }
}

private func lookUp(_ key: [UInt8], inTable source: [UInt8], _ kind: PatternImage.Kind) {
    do {
        let output = try PatternCompiler.compile(source.span, kind: kind, file: "fuzz")
        for finding in output.diagnostics { precondition(!finding.description.isEmpty) }
        let filtered = try Answer(key, output.image, .prefiltered)
        let linear = try Answer(key, output.image, .linear)
        precondition(filtered.isWarned || linear.isWarned || filtered.match == linear.match)
    } catch {
        preconditionFailure("a table that was just compiled cannot be used: \(error)")
    }
}

private func lookUp(_ key: [UInt8], inImage image: [UInt8]) {
    do {
        _ = try Answer(key, image, .prefiltered)
    } catch {
        // To be refused is what most images deserve.
        return
    }
}

private struct Answer {
    var match: PatternTable.Match?
    var isWarned: Bool

    init(_ key: [UInt8], _ image: [UInt8], _ search: PatternTable.Search) throws {
        let warnings = Counter()
        let table = try PatternTable(name: "fuzz", storage: .memory(image), search: search) { _ in
            warnings.add()
        }
        match = try table.match(key.span.extracting(first: longestKey))
        isWarned = warnings.total > 0
    }
}

private final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    var total: Int { count.load(ordering: .relaxed) }

    func add() { count.add(1, ordering: .relaxed) }
}
