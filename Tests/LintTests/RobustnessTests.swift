import ConfigurationSemantics
import ConfigurationSyntax
import Foundation
import LintRules
import Testing

/// Whatever is in the files, a check ends and what it says can be shown.
@Suite struct RobustnessTests {
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 31
        }
    }

    /// All files of the fixtures of a name.
    private static func files(_ name: String) throws -> [[UInt8]] {
        let root = Fixture.root + "/fixtures/lint"
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
        return try paths.filter { $0.hasSuffix("/" + name) }.map {
            Array(try Data(contentsOf: URL(fileURLWithPath: root + "/" + $0)))
        }
    }

    /// A file with some of its bytes changed, and pieces of it repeated or left out.
    private func damaged(_ file: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
        var bytes = file
        for _ in 0..<Int.random(in: 0...6, using: &numbers) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &numbers)
            let end = min(bytes.count, index + Int.random(in: 0...20, using: &numbers))
            switch Int.random(in: 0...3, using: &numbers) {
            case 0: bytes[index] = "\n\t #={}$\"-:,\u{80}\0".utf8.randomElement(using: &numbers) ?? 0
            case 1: bytes.removeSubrange(index..<end)
            case 2: bytes.insert(contentsOf: bytes[index..<end], at: index)
            default: bytes = Array(bytes[..<index])
            }
        }
        return bytes
    }

    @Test(arguments: 0..<4)
    func `no damage to a configuration ends the check`(part: Int) throws {
        let (mains, masters) = (try Self.files("main.cf"), try Self.files("master.cf"))
        var numbers = Numbers(state: UInt64(part))
        for _ in 0..<100 {
            let main = damaged(mains.randomElement(using: &numbers) ?? [], &numbers)
            let master = damaged(masters.randomElement(using: &numbers) ?? [], &numbers)
            let directory = ConfigurationDirectory(
                path: "/etc/postfix", main: SourceFile(path: "main.cf", bytes: main),
                master: SourceFile(path: "master.cf", bytes: master))
            let context = LintContext(
                directory: directory, earlier: directory, files: MemoryFiles(["/etc/postfix/virtual": main]))
            let rules = RuleRegistry.all.filter { $0.documentation.needs != .machine }
            let secrets = Secrets(of: context)
            for finding in Linter(rules: rules).findings(context) {
                let text = try #require(context.text(of: finding.range.file))
                try #require(finding.range.bytes.upperBound <= text.bytes.count, "\(finding)")
                for edit in finding.fix?.edits ?? [] {
                    try #require(edit.range.bytes.upperBound <= text.bytes.count, "\(finding)")
                }
                let line = text.position(of: finding.range.bytes.lowerBound).line
                _ = secrets.shown(finding.range.file, text, line: line)
            }
        }
    }
}
