import ConfigurationSemantics
import TableFormat

/// A table as a parameter or a restriction names it, and who reads it there.
public struct TableUse: Sendable {
    /// The table without `proxy:` and without the tables that are made of it; `nil` for a type that nobody knows.
    public var table: TableReference?
    /// As it was written, `type:name`.
    public var text: String
    /// What stands around it: `.proxy`, `.unionmap`, `.debug`, outermost first.
    public var wrappers: [TableType]
    /// The parameter whose list has it.
    public var parameter: String
    public var role: Role
    public var word: ExpandedWord
    /// The services that read it here; none for a main.cf alone.
    public var services: [MasterService]
    /// Whether its results are keys of the next table of a `pipemap`, and nobody else sees them.
    var isIntermediate = false
    /// Whether another use has the same file as a source of aliases.
    var isSharedWithAliases = false

    /// What the table is asked for.
    public enum Role: Sendable, Equatable {
        /// `virtual_alias_maps` and its kin.
        case map
        /// A pattern of a match list, `mydestination` or `mynetworks`: only whether a key is there matters.
        case matchList
        /// `check_client_access` and its kin, by the name of the restriction.
        case access(String)
        /// A cache that the mail system writes.
        case cache
        /// A list of tables that `postalias` builds (`alias_database`) or that `proxymap` may open.
        case declaration
    }

    /// Where it was written; `nil` for a default.
    public var range: SourceRange? { word.range }

    public var isProxied: Bool { wrappers.contains(.proxy) }

    /// Whether its values are passwords, which no message may have.
    public var isSecret: Bool { parameter.hasSuffix("_sasl_password_maps") }

    /// The file that the table is made of: an absolute name; `nil` for a table without one, and for a name that is
    /// relative to whatever directory a program runs in.
    public var path: String? {
        guard let table, table.name.hasPrefix("/") else { return nil }
        switch table.type.kind {
        case .indexed, .sourceText, .rules: return table.name
        case .immediate, .composite: return nil
        case .unserved:
            switch table.type {
            case .ldap, .mysql, .pgsql, .sqlite, .mongodb, .memcache: return table.name
            default: return nil
            }
        }
    }

    /// What tells tables apart: the file, or the text and where it stands.
    var identity: String {
        let place = path == nil ? word.nearestRange.map { "\($0.file) \($0.bytes)" } ?? "" : ""
        return "\(table?.description ?? text) \(place)"
    }

    /// Whether the source is `name: value, ...` (aliases(5)): a parameter for aliases names the file, here or elsewhere.
    public var isAliasSource: Bool {
        isSharedWithAliases || Self.aliasParameters.contains(parameter)
            || Self.aliasParameters.contains(word.parameter)
    }

    private static let aliasParameters = ["alias_maps", "alias_database"]
}
