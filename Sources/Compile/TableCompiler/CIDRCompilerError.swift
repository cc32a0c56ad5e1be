import ByteScanning
import Diagnostics
import TableSources

/// Why a `cidr` table cannot be compiled at all.
public enum CIDRCompilerError: Error, Sendable, Equatable {
    /// The braces of a table that is written in its name are wrong.
    case inlineSyntax(BraceFault, name: [UInt8])
    /// It has more rules, or longer results, than an image can hold.
    case tooLarge(file: String)

    /// The same, as it is shown.
    public var diagnostic: Diagnostic {
        switch self {
        case .inlineSyntax(let error, let name):
            Diagnostic(
                .error, file: Self.title(name), position: SourcePosition(line: 1, column: error.offset + 1),
                error.message)
        case .tooLarge(let file):
            Diagnostic(.error, file: file, "the table is too large to be compiled")
        }
    }

    /// A table that is written in its name, as diagnostics name it.
    static func title(_ name: [UInt8]) -> String { "cidr:\(printable(name))" }
}

extension CIDRCompilerError: CustomStringConvertible {
    public var description: String { diagnostic.description }
}
