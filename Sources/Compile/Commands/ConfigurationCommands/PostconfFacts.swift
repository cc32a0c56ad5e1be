import CommandSupport
import TableFormat

/// `-m`: the types of tables that are answered here.
enum TableTypeList {
    /// One a line, sorted.
    static var text: String {
        TableType.allCases.filter(\.isAnswered).map(\.rawValue).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        .map { $0 + "\n" }.joined()
    }
}

/// `-T`: there is no TLS library, so that every mode says nothing, as postconf(1) has it for such a mail system.
enum TLSFacts {
    private static let modes: Set = ["compile-version", "run-version", "public-key-algorithms"]

    /// - Returns: the exit status.
    static func check(_ mode: String, _ reporter: Reporter) throws(FatalError) -> Int32 {
        guard !modes.contains(mode) else { return 0 }
        reporter.warning("unknown 'postconf -T' mode: \(mode)")
        return 1
    }
}

extension TableType {
    /// Whether tables of the type can be asked here.
    fileprivate var isAnswered: Bool {
        if case .unserved = kind { false } else { true }
    }
}
