import CompiledTables
import Glibc
import LMDBStore
import PosixSupport
import TableFormat

extension TableOpener {
    /// Compiles a `cidr`, `pcre` or `regexp` table into an LMDB file, which takes the place of an old one in one step.
    /// Rules that are wrong are reported and left out, as when the table is queried.
    ///
    /// - Parameters:
    ///   - path: the new file.
    ///   - mode: its permissions.
    /// - Returns: its size in bytes.
    public func compile(_ table: TableReference, to path: String, mode: mode_t) throws(Failure) -> Int {
        let image: [UInt8]
        switch table.type {
        case .cidr: image = try addressRangeImage(table)
        case .pcre, .regexp: image = try patternImage(table)
        default:
            throw Failure(
                description: "\(table): only cidr, pcre and regexp tables are compiled on their own")
        }
        do throws(IndexError) {
            return try write(image, of: table.type, to: path, mode: mode)
        } catch {
            throw Failure(description: "\(error)")
        }
    }

    private func write(
        _ image: [UInt8], of type: TableType, to path: String, mode: mode_t
    ) throws(IndexError) -> Int {
        let replacement: ReplacementFile
        do throws(SystemError) {
            replacement = try ReplacementFile(replacing: path, mode: mode, locked: false)
        } catch {
            throw .system(error)
        }
        var writer = IndexWriter(replacement)
        try writer.append(RuleTableFile.imageKey, image)
        try writer.append(RuleTableFile.typeKey, Array(type.rawValue.utf8))
        return try writer.publish()
    }
}

extension IndexWriter {
    fileprivate mutating func append(_ key: [UInt8], _ value: [UInt8]) throws(IndexError) {
        try unsafe key.span.withUnsafeBytes { (key) throws(IndexError) in
            try unsafe value.span.withUnsafeBytes { (value) throws(IndexError) in
                try unsafe append(key: key, value: value, terminated: false)
            }
        }
    }
}
