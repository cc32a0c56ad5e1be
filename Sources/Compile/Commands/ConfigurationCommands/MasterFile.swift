import ByteScanning
import CommandSupport
import ConfigurationSyntax
import PosixSupport

/// The entries of master.cf in order.
struct MasterFile {
    var entries: [MasterEntry] = []

    /// No file, no entries.
    init() {}

    /// - Throws: `FatalError` for the first line that is no entry.
    init(_ source: SourceFile, _ reporter: Reporter) throws(FatalError) {
        for item in MasterSyntax(source).items {
            switch item {
            case .trivia: break
            case .strayLine(_, let text):
                reporter.warning(StrayLine.message(path: source.path, text.bytes))
            case .entry(let entry):
                let line = entry.text.position().line
                entries.append(
                    try Self.entry(
                        entry.text.bytes, reporter,
                        fieldCount: "file \(source.path): line \(line): bad field count"
                    ))
            }
        }
    }

    /// An entry, after its complaints were reported.
    static func entry(
        _ text: [UInt8], _ reporter: Reporter, fieldCount: String
    ) throws(FatalError) -> MasterEntry {
        do throws(MasterEntry.Fault) {
            let entry = try MasterEntry(text)
            entry.complaints.forEach(reporter.warning)
            return entry
        } catch {
            switch error {
            case .fieldCount: throw FatalError(fieldCount)
            case .field(let field, let value):
                let line = Reporter.shown(text.map { $0 == ASCII.newline ? ASCII.space : $0 })
                throw FatalError(
                    "invalid \(field.rawValue) field \"\(Reporter.shown(value))\" in \"\(line)\"")
            }
        }
    }
}

/// A line that begins with white space and continues nothing.
enum StrayLine {
    private static let shownLength = 30

    static func message(path: String, _ text: [UInt8]) -> [UInt8] {
        Array("\(path): logical line must not start with whitespace: \"".utf8) + text.prefix(shownLength)
            + Array((text.count > shownLength ? "...\"" : "\"").utf8)
    }
}
