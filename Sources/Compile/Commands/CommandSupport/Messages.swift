import Diagnostics
import Glibc

/// Writes what a command has to say to standard error, in Postfix's form: `postmap: fatal: text`; diagnostics of
/// source files keep the form that editors read.
public struct Messages: Sendable {
    /// The name that the command was called by.
    public var program: String

    public init(program: String) { self.program = program }

    public func warning(_ text: String) { write("\(program): warning: \(text)") }
    public func fatal(_ text: String) { write("\(program): fatal: \(text)") }
    public func plain(_ text: String) { write("\(program): \(text)") }
    public func report(_ diagnostic: Diagnostic) { write(diagnostic.description) }

    /// What getopt(3) says of a wrong option.
    public func report(_ fault: OptionScanner.Fault) {
        switch fault {
        case .unknown(let letter): plain("invalid option -- '\(letter)'")
        case .missingArgument(let letter): plain("option requires an argument -- '\(letter)'")
        }
    }

    private func write(_ line: String) {
        var bytes = Array((line + "\n").utf8)
        _ = unsafe bytes.withUnsafeMutableBytes {
            unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
        }
    }
}

/// A reason to stop with exit status 1.
public struct FatalError: Error, Sendable, CustomStringConvertible {
    public var description: String

    public init(_ description: String) { self.description = description }
}
