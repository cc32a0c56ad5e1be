import ByteScanning
import CommandSupport
import Glibc
import LintRules
import PosixSupport

/// Findings that a repository has got used to: a line `fingerprint count rule file` for each.
///
/// A fingerprint is made of the rule, the name of the file and the text of the line, so that it stays when lines move.
struct Baseline {
    private var counts: [String: Int] = [:]
    private var lines: [String] = []

    private static let header = "# postroom check: baseline 1"

    struct Malformed: Error {}

    /// Reads a file; none has nothing.
    init(_ path: String?) throws(FatalError) {
        guard let path else { return }
        let text: String
        do throws(SystemError) {
            text = String(decoding: try FileDescriptor(opening: path).readToEnd(), as: UTF8.self)
        } catch {
            throw FatalError("\(error)")
        }
        let lines = text.split(separator: "\n")
        guard lines.first.map(String.init) == Self.header else {
            throw FatalError("\(path) is no baseline of this version; write it anew with --write-baseline")
        }
        for line in lines.dropFirst() {
            let words = line.split(separator: " ")
            guard words.count >= 2, let count = Int(words[1]) else {
                throw FatalError("\(path): malformed line: \(line)")
            }
            counts[String(words[0])] = count
        }
    }

    /// One that has these findings.
    init(_ findings: [Finding], _ context: LintContext) {
        for finding in findings {
            let fingerprint = Self.fingerprint(finding, context)
            counts[fingerprint, default: 0] += 1
            if counts[fingerprint] == 1 {
                lines.append("\(fingerprint) \(finding.rule) \(finding.range.file)")
            }
        }
    }

    /// The findings that are not known, and how many are.
    func split(_ findings: [Finding], _ context: LintContext) -> (fresh: [Finding], known: Int) {
        var left = counts
        let fresh = findings.filter { finding in
            let fingerprint = Self.fingerprint(finding, context)
            guard let count = left[fingerprint], count > 0 else { return true }
            left[fingerprint] = count - 1
            return false
        }
        return (fresh, findings.count - fresh.count)
    }

    func write(to path: String) throws(FatalError) {
        var text = Self.header + "\n"
        for line in lines {
            let words = line.split(separator: " ", maxSplits: 1)
            text += "\(words[0]) \(counts[String(words[0])] ?? 0) \(words[1])\n"
        }
        let bytes = Array(text.utf8)
        do throws(SystemError) {
            let file = try ReplacementFile(replacing: path, mode: 0o644, locked: false)
            try file.write(bytes.span, at: 0)
            try file.publish(size: bytes.count)
        } catch {
            throw FatalError("\(error)")
        }
    }

    /// Sixteen hexadecimal digits (FNV-1a); the text of the line cannot be had from them.
    static func fingerprint(_ finding: Finding, _ context: LintContext) -> String {
        var line: [UInt8] = []
        if let lines = context.text(of: finding.range.file) {
            let text = lines.text(ofLine: lines.position(of: finding.range.bytes.lowerBound).line)
            line = text.span.bytes(text.span.trimming(0..<text.count))
        }
        let name = finding.range.file.split(separator: "/").last.map(String.init) ?? ""
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in Array(finding.rule.utf8) + [0] + Array(name.utf8) + [0] + line {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
