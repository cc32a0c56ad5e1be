import ConfigurationSemantics
import ConfigurationSyntax

/// The columns of a line of master.cf.
public enum MasterColumn: Int, Sendable {
    case name, type, `private`, unpriv, chroot, wakeup, maxproc, command
}

extension LintContext {
    /// A column of a service as it is written.
    public func column(_ column: MasterColumn, of service: MasterService) -> LineText? {
        let entry = directory.master?.entries.first { $0.words.first == service.name }
        return entry.flatMap { $0.isComplete ? $0.words[column.rawValue] : nil }
    }
}
