import ByteScanning
import CompiledTables
import Diagnostics
import TableCompiler

/// Compiles a table as `postmap -q` does.
func compiled(_ source: String) throws -> (table: AddressRangeTable, diagnostics: [Diagnostic]) {
    let (image, diagnostics) = try CIDRCompiler.compile([UInt8](source.utf8).span, file: "t")
    return (try AddressRangeTable(name: "cidr:t", storage: .memory(image)), diagnostics)
}

extension AddressRangeTable {
    /// The answer as text.
    func answer(_ key: String) throws -> String? {
        try value(for: [UInt8](key.utf8).span).map { String(decoding: $0, as: UTF8.self) }
    }

    func line(_ key: String) -> Int? { match([UInt8](key.utf8).span)?.line }
}
