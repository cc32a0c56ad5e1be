import ByteScanning
import CommandSupport
import ConfigurationSyntax
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
            source = SourceFile(path: path, bytes: try FileDescriptor(opening: path).readToEnd())
        } catch {
            reporter.warning("open \"\(kind.rawValue)\" configuration \"\(path)\": \(error.reason)")
            return
        }
        let main = try MainFile(source, reporter, known: [:])
        for (name, setting) in main.settings where !kind.suffixes.contains(name) {
            reporter.warning(
                Array("\(kind.rawValue):\(path): unused parameter: \(name)=".utf8) + setting.text)
        }
    }
}
