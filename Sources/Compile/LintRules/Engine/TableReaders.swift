import ConfigurationSemantics
import ParameterCatalogue
import PosixSupport
import TableFormat

extension LintContext {
    /// Whether a program that certainly starts opens the table where it is named.
    func isSurelyRead(_ use: TableUse) -> Bool {
        return use.role != .declaration && isSurelyRead(use.parameter, by: use.services)
    }

    /// Whether a program that certainly starts is among the services, or reads a parameter of a main.cf alone.
    func isSurelyRead(_ parameter: String, by services: [MasterService]) -> Bool {
        guard services.isEmpty else { return readers(services).contains { running.contains($0) } }
        return definition(of: parameter).map { running.containsReader($0.programs) } ?? false
    }

    /// The programs that ask a table.
    func readers(of use: TableUse) -> [String] { readers(use.services) }

    /// The programs of services; proxymap asks for others only.
    func readers(_ services: [MasterService]) -> [String] {
        var names: [String] = []
        for service in services {
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
