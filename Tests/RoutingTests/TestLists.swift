import ByteScanning
import CompiledTables
import TableFormat

@testable import AddressRouting

/// A match list of names, for tests.
struct NameList: StringMatching {
    var names: Set<[UInt8]>
    /// Whether subdomains of the names are in the list.
    var hasSubdomains: Bool

    init(_ names: [String], hasSubdomains: Bool = false) {
        self.names = Set(names.map { Array($0.lowercased().utf8) })
        self.hasSubdomains = hasSubdomains
    }

    func matches(
        _ text: Span<UInt8>, skipping skipped: inout [LookupFailure]?
    ) throws(LookupFailure) -> Bool {
        let folded = foldedCase(text, unicode: true)
        if names.contains(folded) { return true }
        guard hasSubdomains else { return false }
        return folded.indices.contains { index in
            folded[index] == ASCII.dot && names.contains(Array(folded[(index + 1)...]))
        }
    }
}

/// A list that can never tell.
struct FailingList: StringMatching {
    func matches(
        _ text: Span<UInt8>, skipping skipped: inout [LookupFailure]?
    ) throws(LookupFailure) -> Bool {
        throw LookupFailure(table: "fail:list", reason: "test")
    }
}

/// A table of rules: the first text that a key begins with, in either case, answers.
struct PrefixTable: LookupTable {
    let name: String
    var rules: [(prefix: [UInt8], value: [UInt8])]
    let matching = KeyMatching.wholeKey

    func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        let folded = foldedCase(key, unicode: false)
        return rules.first { folded.starts(with: $0.prefix) }?.value
    }
}

/// Rows as an indexed table has them.
func memoryTable(_ name: String, _ rows: [(String, String)], isUnicode: Bool = true) -> any LookupTable {
    var table = MemoryTable(name: name)
    for (key, value) in rows {
        table.set(foldedCase(Array(key.utf8).span, unicode: isUnicode), to: Array(value.utf8))
    }
    return checked(table, isUnicode: isUnicode)
}

/// A table behind the policy that `smtputf8_enable` decides.
func checked(_ table: any LookupTable, isUnicode: Bool = true) -> any LookupTable {
    CheckedTable(
        table, isComposite: false,
        policy: KeyPolicy(folding: isUnicode ? .unicode : .ascii, checksUTF8: isUnicode), warn: { _ in })
}

func foldedCase(_ bytes: [UInt8]) -> [UInt8] { foldedCase(bytes.span, unicode: true) }
