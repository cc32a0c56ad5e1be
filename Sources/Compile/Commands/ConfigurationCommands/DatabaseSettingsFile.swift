import ByteScanning
import CommandSupport
import ConfigurationSyntax
import Glibc
import PosixSupport

/// The file with the settings of a table of another system.
struct DatabaseSettingsFile {
    private let path: String
    private let kind: DatabaseKind
    private let reporter: Reporter

    init(_ path: String, _ kind: DatabaseKind, _ reporter: Reporter) {
        self.path = path
        self.kind = kind
        self.reporter = reporter
    }

    /// Reports settings that mean nothing.
    ///
    /// - Throws: `FatalError` for a line that is no setting.
    func check() throws(FatalError) {
        let source: SourceFile
        do throws(SystemError) {
            let file = try FileDescriptor(opening: path, O_RDONLY | O_NONBLOCK)
            guard try file.status().isRegularFile else { return report("not a regular file") }
            source = SourceFile(path: path, bytes: try file.readToEnd())
        } catch {
            return report(error.reason)
        }
        let main = try MainFile(source, reporter, known: [:])
        for (name, setting) in main.settings where !kind.suffixes.contains(name) {
            reporter.warning(
                Array("\(kind.rawValue):\(path): unused parameter: \(name)=".utf8) + setting.text)
        }
    }

    private func report(_ reason: String) {
        reporter.warning("open \"\(kind.rawValue)\" configuration \"\(path)\": \(reason)")
    }
}
