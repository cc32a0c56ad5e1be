import ByteScanning
import CommandSupport
import LintRules
import PosixSupport

/// The safe mends of all findings, applied to the files they are in.
struct FixRun {
    /// A file with its text before and after.
    struct Change {
        let file: String
        let before: TextLines
        let after: TextLines
    }

    let changes: [Change]
    private let secrets: Secrets

    init(findings: [Finding], context: LintContext, secrets: Secrets) {
        self.secrets = secrets
        var edits: [String: [TextEdit]] = [:]
        for fix in findings.compactMap(\.fix) {
            // A mend is applied as a whole, and not when another one changes the same bytes.
            let overlaps = fix.edits.contains { edit in
                edits[edit.range.file, default: []].contains {
                    $0.range.bytes.overlaps(edit.range.bytes) || $0.range.bytes == edit.range.bytes
                }
            }
            if overlaps { continue }
            for edit in fix.edits { edits[edit.range.file, default: []].append(edit) }
        }
        changes = edits.keys.sorted().compactMap { file in
            guard let before = context.text(of: file) else { return nil }
            var bytes = before.bytes
            let descending = edits[file, default: []].sorted {
                $0.range.bytes.lowerBound > $1.range.bytes.lowerBound
            }
            for edit in descending { bytes.replaceSubrange(edit.range.bytes, with: edit.replacement) }
            return Change(file: file, before: before, after: TextLines(bytes))
        }
    }

    /// Writes the files, each in one step.
    func apply() throws(FatalError) {
        for change in changes {
            do throws(SystemError) {
                let mode = try FileStatus.ofFile(at: change.file)?.permissions ?? 0o644
                let file = try ReplacementFile(replacing: change.file, mode: mode, locked: false)
                try file.write(change.after.bytes.span, at: 0)
                try file.publish(size: change.after.bytes.count)
            } catch {
                throw FatalError("\(error)")
            }
        }
    }

    /// What changes, as a unified diff. Passwords are masked in it.
    var diff: String {
        changes.map { change in
            UnifiedDiff(
                file: change.file, before: lines(change.before, change.file),
                after: lines(change.after, change.file, of: change.before)
            ).text
        }.joined()
    }

    private func lines(_ text: TextLines, _ file: String) -> [String] {
        guard !text.bytes.isEmpty else { return [] }
        return (1...text.count).map { String(decoding: secrets.shown(file, text, line: $0), as: UTF8.self) }
    }

    /// The lines of the text after, those with a password as they are shown before.
    private func lines(_ after: TextLines, _ file: String, of before: TextLines) -> [String] {
        guard !after.bytes.isEmpty else { return [] }
        var shown: [[UInt8]: String] = [:]
        for line in 1...before.count where secrets.hides(file, before, line: line) {
            shown[before.text(ofLine: line)] = String(
                decoding: secrets.shown(file, before, line: line), as: UTF8.self)
        }
        return (1...after.count).map { line in
            let bytes = after.text(ofLine: line)
            return shown[bytes] ?? String(decoding: bytes, as: UTF8.self)
        }
    }
}
