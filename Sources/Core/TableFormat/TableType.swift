/// A lookup table type of Postfix 3.12 (`postconf -m`, DATABASE_README), by its name in `type:name`.
public enum TableType: String, Sendable, CaseIterable {
    case lmdb, hash, btree, cdb, dbm, sdbm, texthash
    case cidr, pcre, regexp
    case inline, `static`, environ, unionmap, pipemap, randmap, fail, debug, unix
    case proxy
    case ldap, mysql, pgsql, sqlite, mongodb, memcache, nis, tcp, socketmap, `internal`

    /// How a table of the type is answered here.
    public enum Kind: Sendable, Equatable {
        /// From an LMDB index beside the source, whatever format the name once stood for.
        case indexed
        /// From its source, through an index made in memory; `texthash`.
        case sourceText
        /// From rules over addresses or patterns.
        case rules
        /// From the text of its name, the process or the system.
        case immediate
        /// From the tables that its name lists or wraps.
        case composite
        /// Not answered: it needs a server or a library of its own. The text says what to do instead.
        case unserved(advice: String)
    }

    public var kind: Kind {
        switch self {
        case .lmdb, .hash, .btree, .cdb, .dbm, .sdbm: .indexed
        case .texthash: .sourceText
        case .cidr, .pcre, .regexp: .rules
        case .inline, .static, .environ, .randmap, .fail, .unix: .immediate
        case .unionmap, .pipemap, .debug, .proxy: .composite
        case .ldap, .mysql, .pgsql, .sqlite, .mongodb:
            .unserved(
                advice: "export its rows to a text file, compile that with postmap and name it lmdb:file")
        case .nis:
            .unserved(advice: "write the map to a text file with ypcat, compile that and name it lmdb:file")
        case .memcache, .internal:
            .unserved(advice: "name an lmdb: table; a compiled table is shared memory already")
        case .tcp, .socketmap:
            .unserved(
                advice: "write what the server answers to a text file, compile that and name it lmdb:file")
        }
    }

    /// How the keys of a table are asked for (tables.tsv calls it fixed or pattern).
    public var matching: KeyMatching {
        switch self {
        case .cidr, .pcre, .regexp, .randmap, .fail, .tcp, .socketmap: .wholeKey
        default: .fixed
        }
    }
}

/// Whether parts of a key, such as the domain of an address, are worth asking for.
public enum KeyMatching: Sendable, Equatable {
    /// Keys are fixed strings: parts are asked for too, and keys are folded to lower case.
    case fixed
    /// Rules see the whole key once, as it is.
    case wholeKey
}
