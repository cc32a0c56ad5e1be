import ParameterCatalogue
import PosixSupport
import TableFormat

extension LintContext {
    /// Whether a program that certainly starts opens the table where it is named.
    func isSurelyRead(_ use: TableUse) -> Bool {
        guard use.role != .declaration else { return false }
        guard use.services.isEmpty else {
            return readers(of: use).contains { running.contains($0) }
        }
        return definition(of: use.parameter).map { running.containsReader($0.programs) } ?? false
    }

    /// The programs that ask a table; proxymap asks for others only.
    func readers(of use: TableUse) -> [String] {
        var names: [String] = []
        for service in use.services {
            let name = service.command.string
            if name != "proxymap", !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// Names as words: `smtpd and cleanup`.
    static func words(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        if names.count > 4 { return "\(names[0]), \(names[1]) and others" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension TableReference {
    /// The files of the index beside the source; none for a type without one.
    var indexFiles: [String] {
        switch type {
        case .lmdb: [name + ".lmdb"]
        case .hash, .btree: [name + ".db"]
        case .cdb: [name + ".cdb"]
        case .dbm, .sdbm: [name + ".pag", name + ".dir"]
        default: []
        }
    }
}

extension LintContext {
    /// What is known of a file; `nil` when there is none, or when nobody may ask.
    func fileFacts(_ path: String) -> FileFacts? {
        do throws(SystemError) { return try files.facts(of: path) } catch { return nil }
    }
}
