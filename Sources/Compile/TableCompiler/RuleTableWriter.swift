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
        let image = try ruleImage(table)
        do throws(IndexError) {
            return try RuleTableWriter.write(image, type: table.type.rawValue, to: path, mode: mode)
        } catch {
            throw Failure(description: "\(error)")
        }
    }

    /// The compiled form of a `cidr`, `pcre` or `regexp` table.
    public func ruleImage(_ table: TableReference) throws(Failure) -> [UInt8] {
        switch table.type {
        case .cidr: return try addressRangeImage(table)
        case .pcre, .regexp: return try patternImage(table)
        default:
            throw Failure(
                description: "\(table): only cidr, pcre and regexp tables are compiled on their own")
        }
    }
}

/// Puts compiled rules, or another image that is used where it lies, into an LMDB file.
public enum RuleTableWriter {
    /// - Parameters:
    ///   - type: what the image is.
    ///   - mode: permissions of the file.
    ///   - owner: who shall own it; `nil` for this process.
    /// - Returns: the size of the file in bytes.
    public static func write(
        _ image: [UInt8], type: String, to path: String, mode: mode_t,
        owner: (user: uid_t, group: gid_t)? = nil, durability: ReplacementFile.Durability = .full
    ) throws(IndexError) -> Int {
        let replacement: ReplacementFile
        do throws(SystemError) {
            replacement = try ReplacementFile(replacing: path, mode: mode, locked: false, owner: owner)
        } catch {
            throw .system(error)
        }
        var writer = IndexWriter(replacement)
        try writer.append(RuleTableFile.imageKey, image)
        try writer.append(RuleTableFile.typeKey, Array(type.utf8))
        return try writer.publish(durability: durability)
    }
}
