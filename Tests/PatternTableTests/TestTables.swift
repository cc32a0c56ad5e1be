import ByteScanning
import CompiledTables
import Diagnostics
import TableCompiler
import TableFormat
import TableSources

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

func compiled(_ source: [UInt8], _ kind: PatternImage.Kind) throws -> PatternCompiler.Output {
    try PatternCompiler.compile(source.span, kind: kind, file: "T")
}

func compiled(_ source: String, _ kind: PatternImage.Kind) throws -> PatternCompiler.Output {
    try compiled(bytes(source), kind)
}

func table(
    _ source: String, _ kind: PatternImage.Kind, search: PatternTable.Search = .prefiltered,
    warn: @escaping @Sendable (String) -> Void = { _ in }
) throws -> PatternTable {
    try PatternTable(
        name: "\(kind.name):T", storage: .memory(compiled(source, kind).image), search: search, warn: warn)
}

extension PatternTable {
    func answer(_ key: String) throws -> String? {
        let keyBytes = bytes(key)
        return text(try value(for: keyBytes.span))
    }

    func line(_ key: String) throws -> Int? {
        let keyBytes = bytes(key)
        return try match(keyBytes.span)?.line
    }
}

/// Repeatable random numbers (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
