import ByteScanning
import GenerationFormat
import LMDBStore
import ParameterCatalogue
import PosixSupport

/// One generation of the configuration: typed parameters, services and tables that belong together
/// (docs/formats/generation.md). It reads no text, takes no lock and needs no permission to write.
public struct Generation: Sendable {
    /// The file that is its root, symbolic links followed.
    public let path: String
    private let directory: String
    private let root: IndexFile

    /// Opens the generation that is in force in a directory of generations.
    public init(current directory: String) throws(GenerationFailure) {
        let link = "\(directory)/\(GenerationLayout.currentLink)"
        let target: String
        do throws(SystemError) { target = try SymbolicLink.target(of: link) } catch {
            throw GenerationFailure(
                error.code == 2
                    ? "\(link): there is no generation; run \"postroom build\"" : "\(error)")
        }
        try self.init(directory: directory, root: target)
    }

    /// Opens a generation by the name of its root below the directory.
    public init(directory: String, root name: String) throws(GenerationFailure) {
        path = "\(directory)/\(name)"
        self.directory = directory
        do throws(IndexError) { root = try IndexFile(opening: path) } catch {
            throw GenerationFailure("\(error)")
        }
        let format = try text(GenerationLayout.formatKey)
        guard format == String(GenerationLayout.version) else {
            throw GenerationFailure(
                "\(path): its format has version \(format ?? "?"), this program reads "
                    + "\(GenerationLayout.version); run \"postroom build\"")
        }
    }

    /// The configuration of all programs, or of a service by its label, `name/type`.
    public func configuration(of service: String? = nil) throws(GenerationFailure) -> Configuration {
        guard let global = try storage(GenerationLayout.globalScopeKey) else {
            throw GenerationFailure("\(path) is damaged: it has no configuration")
        }
        let own = try service.flatMap { (service) throws(GenerationFailure) in
            try storage(GenerationLayout.scopeKey(service: service))
        }
        return try Configuration(global: global, service: own, path: path)
    }

    /// The services of master.cf in their order.
    public func services() throws(GenerationFailure) -> [ServiceRecord] {
        try records(GenerationLayout.serviceKey, ServiceRecord.init(encoded:))
    }

    /// The files that it was made from.
    public func sources() throws(GenerationFailure) -> [SourceRecord] {
        try records(GenerationLayout.sourceKey, SourceRecord.init(encoded:))
    }

    /// The registry of tables; a record's place is its number.
    public func tables() throws(GenerationFailure) -> [TableRecord] {
        try records(GenerationLayout.tableKey, TableRecord.init(encoded:))
    }

    /// The digests of all tables and match lists that it needs.
    public func digests() throws(GenerationFailure) -> [String] {
        guard let bytes = try value(GenerationLayout.digestsKey), let words = EncodedWords.decode(bytes.span)
        else {
            throw GenerationFailure("\(path) is damaged: it does not say which tables it needs")
        }
        return words
    }

    /// What it was made from besides files.
    public func inputs() throws(GenerationFailure) -> [String] {
        try value(GenerationLayout.inputsKey).flatMap { EncodedWords.decode($0.span) } ?? []
    }

    /// The restrictions that an administrator's name stands for.
    public func restrictionClass(_ name: String) throws(GenerationFailure) -> RestrictionList? {
        try value(GenerationLayout.restrictionClassKey(name)).map { (bytes) throws(GenerationFailure) in
            guard let list = RestrictionList(encoded: bytes.span) else {
                throw GenerationFailure("\(path) is damaged: the class \(name)")
            }
            return list
        }
    }

    /// The record of a table.
    public func record(_ table: TableID) throws(GenerationFailure) -> TableRecord {
        guard let bytes = try value(GenerationLayout.tableKey(table.number)),
            let record = TableRecord(encoded: bytes.span)
        else { throw GenerationFailure("\(path) is damaged: table \(table.number)") }
        return record
    }

    /// The path of a compiled table.
    func path(ofTable digest: String) -> String { "\(directory)/\(GenerationLayout.tablePath(digest))" }

    private func records<Record>(
        _ key: (Int) -> String, _ decode: (Span<UInt8>) -> Record?
    ) throws(GenerationFailure) -> [Record] {
        var records: [Record] = []
        while let bytes = try value(key(records.count)) {
            guard let record = decode(bytes.span) else {
                throw GenerationFailure("\(path) is damaged: \(key(records.count))")
            }
            records.append(record)
        }
        return records
    }

    private func text(_ key: String) throws(GenerationFailure) -> String? {
        try value(key).map { String(decoding: $0, as: UTF8.self) }
    }

    private func value(_ key: String) throws(GenerationFailure) -> [UInt8]? {
        try storage(key).map { $0.withBytes { $0.bytes } }
    }

    func storage(_ key: String) throws(GenerationFailure) -> ImageStorage? {
        do throws(IndexError) {
            return try root.location(of: Array(key.utf8).span).map { .mapped($0.file, $0.range) }
        } catch {
            throw GenerationFailure("\(error)")
        }
    }
}
