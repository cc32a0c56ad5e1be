import ByteScanning
import ConfigurationSemantics
import ConfigurationSyntax
import PosixSupport

/// The few parameters of main.cf that the table commands need, with `$name` replaced (postconf(5)).
public struct MainParameters: Sendable {
    private let scope: ConfigurationScope

    /// Reads `main.cf` in `directory`, or where `MAIL_CONFIG` says, or in `/etc/postfix`.
    public init(directory: String?) throws(SystemError) {
        let directory = directory ?? ConfigurationPath.default
        let path = directory + "/main.cf"
        let source = SourceFile(path: path, bytes: try FileDescriptor(opening: path).readToEnd())
        scope = ConfigurationDirectory(path: directory, main: source, master: nil)
            .scope(processName: "postmap")
    }

    /// The value of a parameter; empty when it has a mistake, which the compiler reports.
    public subscript(name: String) -> String {
        var scope = scope
        do throws(ExpansionFailure) { return try scope.text(name) } catch { return "" }
    }

    public func isYes(_ name: String) -> Bool { self[name].lowercased() == "yes" }

    /// Whether keys are UTF-8, folded as such.
    public var isUTF8Enabled: Bool { isYes("smtputf8_enable") }

    /// `myhostname`: the system's name unless main.cf has one, with a domain (postconf(5)).
    public var hostName: String { self["myhostname"] }

    /// The words of a parameter, between commas and white space.
    public func list(_ name: String) -> [String] {
        self[name].split { $0 == "," || $0.isWhitespace }.map(String.init)
    }
}
