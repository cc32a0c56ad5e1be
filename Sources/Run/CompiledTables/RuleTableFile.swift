import LMDBStore
import PosixSupport
import TableFormat

/// A compiled `cidr`, `pcre` or `regexp` table in an LMDB file: one row holds its type, another its image, which is
/// used where it lies in the mapped file (docs/formats/rule-table-file.md).
public enum RuleTableFile {
    /// The keys of the two rows, in their order.
    public static let imageKey = Array("image".utf8)
    public static let typeKey = Array("type".utf8)

    /// Why a file cannot be used.
    public struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
        public var description: String
    }

    /// Opens a table; everything in the file is checked first.
    ///
    /// - Parameters:
    ///   - name: what messages call the table.
    ///   - refusesSubstitution, warn: see `PatternTable`.
    public static func open(
        _ path: String, name: String, refusesSubstitution: Bool = false,
        warn: @escaping @Sendable (String) -> Void
    ) throws(Failure) -> any ExplainedTable {
        let (type, storage) = try contents(path)
        do {
            switch type {
            case TableType.cidr.rawValue: return try AddressRangeTable(name: name, storage: storage)
            case TableType.pcre.rawValue, TableType.regexp.rawValue:
                return try PatternTable(
                    name: name, storage: storage, refusesSubstitution: refusesSubstitution, warn: warn)
            default: throw Failure(description: "\(path): \"\(type)\" is no type of a compiled table")
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(description: "\(path): \(error)")
        }
    }

    private static func contents(_ path: String) throws(Failure) -> (type: String, image: ImageStorage) {
        do throws(IndexError) {
            let index = try IndexFile(opening: path)
            var type: [UInt8] = []
            guard try index.appendValue(for: typeKey.span, storedAs: .plain, to: &type),
                let image = try index.location(of: imageKey.span)
            else { throw IndexError.foreign(path: path, reason: "it holds no compiled table") }
            return (String(decoding: type, as: UTF8.self), .mapped(image.file, image.range))
        } catch {
            throw Failure(description: "\(error)")
        }
    }
}

/// A table that knows the line of its source that an answer comes from.
public protocol ExplainedTable: LookupTable {
    /// The value for the key and the line, from 1, on which the rule begins that gave it; `nil` when none does.
    func explainedValue(for key: Span<UInt8>) throws(LookupFailure) -> (line: Int, value: [UInt8])?
}

extension AddressRangeTable: ExplainedTable {
    public func explainedValue(for key: Span<UInt8>) throws(LookupFailure) -> (line: Int, value: [UInt8])? {
        match(key)
    }
}

extension PatternTable: ExplainedTable {
    public func explainedValue(for key: Span<UInt8>) throws(LookupFailure) -> (line: Int, value: [UInt8])? {
        try match(key).map { ($0.line, $0.value) }
    }
}
