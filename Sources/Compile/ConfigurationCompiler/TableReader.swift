import ByteScanning
import Diagnostics
import ParameterCatalogue
import TableCompiler
import TableFormat
import TableSources

/// Reads the names of tables in values and collects the tables.
struct TableReader {
    var uses = TableUses()
    private var diagnostics: [Diagnostic] = []

    /// Whether a file of a list that cannot be read is a table that cannot be asked, and no mistake.
    let skipsUnreadableFiles: Bool

    init(skipsUnreadableFiles: Bool = false) { self.skipsUnreadableFiles = skipsUnreadableFiles }

    private static let maximumDepth = 50

    /// The tables whose sources are written as aliases(5), whoever else names them.
    private(set) var aliasTables: Set<TableReference> = []

    /// The table that a word of a value names; `nil` when it names none, which is reported.
    mutating func table(
        _ text: String, in value: ValueText, at word: Range<Int>, readsFiles: Bool = false, depth: Int = 0
    ) -> TableUse.Number? {
        let reference: TableReference
        do throws(UnknownTableType) {
            guard text.utf8.contains(ASCII.colon) else {
                report(value, "\"\(text)\" is no table", at: word, "expected type:name, such as lmdb:\(text)")
                return nil
            }
            reference = try TableReference(text, defaultType: .lmdb)
        } catch {
            report(value, "\(error)", at: word, "the types are listed by \"postconf -m\"")
            return nil
        }
        guard !reference.name.isEmpty || reference.type == .environ || reference.type == .fail else {
            report(value, "\"\(text)\" names no table", at: word, "expected \(reference.type.rawValue):name")
            return nil
        }
        guard depth <= Self.maximumDepth else {
            report(value, "tables are nested too deeply", at: word, nil)
            return nil
        }
        if let number = uses.settled(TableUse(reference: reference, readsFiles: readsFiles)) { return number }
        let (number, change) = uses.add(entry(reference, value, word, readsFiles: readsFiles))
        // Members are named by the place that names the table.
        guard change != .none else { return number }
        return addMembers(of: reference, number, value, word, readsFiles, depth) ? number : nil
    }

    /// What stands in a list in the place of a file that cannot be read.
    mutating func unreadableFile(
        _ path: String, _ reason: String, in value: ValueText, at word: Range<Int>
    ) -> TableUse.Number {
        var entry = entry(TableReference(type: .texthash, name: path), value, word, readsFiles: false)
        entry.unreadable = reason
        return uses.add(entry).number
    }

    private func entry(
        _ reference: TableReference, _ value: ValueText, _ word: Range<Int>, readsFiles: Bool
    ) -> TableUses.Entry {
        TableUses.Entry(
            use: TableUse(reference: reference, readsFiles: readsFiles),
            diagnostic: { value.diagnostic($1, at: word, help: $2, severity: $0) },
            authority: value.authority(of: word))
    }

    private mutating func addMembers(
        of reference: TableReference, _ number: TableUse.Number, _ value: ValueText, _ word: Range<Int>,
        _ readsFiles: Bool, _ depth: Int
    ) -> Bool {
        guard reference.type.kind == .composite else { return true }
        var names: [String] = []
        switch reference.type {
        case .unionmap, .pipemap:
            let name = Array(reference.name.utf8)
            do throws(BraceFault) {
                names = try BraceList.items(of: name.span).map {
                    String(decoding: name.span.bytes($0), as: UTF8.self)
                }
            } catch {
                report(
                    value, "\(reference): \(error.message)", at: word,
                    "expected \(reference.type.rawValue):{type:name, ...}")
                return false
            }
            guard !names.isEmpty else {
                report(value, "\(reference): the list is empty", at: word, nil)
                return false
            }
        default: names = [reference.name]
        }
        var members: [TableUse.Number] = []
        for name in names {
            guard let member = table(name, in: value, at: word, readsFiles: readsFiles, depth: depth + 1)
            else {
                return false
            }
            members.append(member)
        }
        uses.setMembers(members, of: number)
        return true
    }

    /// The tables of a list.
    mutating func tables(of value: ValueText, _ definition: ParameterDefinition) -> [TableUse.Number] {
        // A cache is written by the programs that use it; it has no source.
        guard !definition.meaning.contains("cache") else { return [] }
        if definition.name == "alias_maps" || definition.name == "alias_database" { noteAliases(value) }
        // What newaliases builds is not what programs look things up in.
        guard definition.name != "alias_database" else { return [] }
        let readsFiles = definition.name == "tls_server_sni_maps"
        return value.words.compactMap { table(value.string($0), in: value, at: $0, readsFiles: readsFiles) }
    }

    private mutating func noteAliases(_ value: ValueText) {
        for word in value.words {
            do throws(UnknownTableType) {
                aliasTables.insert(try TableReference(value.string(word), defaultType: .lmdb).withoutProxy())
            } catch {
                // Said where the table is used.
            }
        }
    }

    /// What was found since this was asked last.
    mutating func takeDiagnostics() -> [Diagnostic] {
        defer { diagnostics = [] }
        return diagnostics
    }

    private mutating func report(
        _ value: ValueText, _ message: String, at word: Range<Int>, _ help: String?
    ) {
        diagnostics.append(value.diagnostic(message, at: word, help: help))
    }
}
