import Foundation
import TestSupport
import Testing

/// Our `postconf` beside Debian's: the same random files and command lines go through both programs.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: ConfigurationRun.postfix), "no postfix"))
struct PostconfOracleTests {
    /// How many random cases are tried.
    static let cases = SeededRandom.cases(3_200)
    static let parts = 0..<4
    /// Programs that run at the same time: a fatal error of Postfix takes a second.
    static let batch = 60

    struct Case {
        var words: [[UInt8]]
        var isEdit: Bool
        var files: [String: [UInt8]]
        var theirs: ConfigurationRun
        var ours: ConfigurationRun

        init(_ configurations: inout RandomConfigurations, link: String) throws {
            let line = configurations.commandLine()
            words = line.words.map { Array($0.utf8) }
            isEdit = line.isEdit
            files = [
                "main.cf": configurations.main(isEdit: isEdit), "master.cf": configurations.master(),
                "table.cf": configurations.table(),
            ]
            if line.isEdit { files = files.mapValues { $0.last == 10 || $0.isEmpty ? $0 : $0 + [10] } }
            theirs = try ConfigurationRun(files)
            ours = try ConfigurationRun(files)
            try theirs.start(ConfigurationRun.postfix, words)
            try ours.start(link, words)
        }
    }

    @Test(arguments: parts)
    func `random configurations and command lines give the same answers`(part: Int) throws {
        let link = NSTemporaryDirectory() + "postconf-link-" + UUID().uuidString
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: ConfigurationRun.postroom)
        defer { try? FileManager.default.removeItem(atPath: link) }
        var configurations = RandomConfigurations(random: SeededRandom("postconf", part: part))
        var remaining = Self.cases / Self.parts.count
        while remaining > 0 {
            let count = min(Self.batch, remaining)
            remaining -= count
            let cases = try (0..<count).map { _ in try Case(&configurations, link: link) }
            for item in cases { try compare(item) }
        }
    }

    private func compare(_ item: Case) throws {
        let theirs = try item.theirs.answer()
        let ours = try item.ours.answer()
        // Postfix crashes where a field becomes empty, and where a name is taken out twice.
        guard theirs.status >= 0 else { return }
        let words = item.words.map { String(decoding: $0, as: UTF8.self) }
        let differences = Self.differences(theirs, ours, words)
        guard !differences.isEmpty else { return }
        let files = ["main.cf", "master.cf"].map { name in
            "\(name): " + String(decoding: item.files[name] ?? [], as: UTF8.self).debugDescription
        }
        Issue.record(Comment(rawValue: (["\(words)"] + files + differences).joined(separator: "\n")))
    }
}

extension PostconfOracleTests {
    static func differences(
        _ theirs: ConfigurationRun.Answer, _ ours: ConfigurationRun.Answer, _ words: [String]
    ) -> [String] {
        guard theirs.status == ours.status else {
            return ["status: \(theirs.status), ours \(ours.status)"]
                + [theirs, ours].map { String(decoding: $0.errors, as: UTF8.self) }
        }
        guard theirs.status == 0 else {
            let (expected, error) = (fatal(theirs.errors), fatal(ours.errors))
            return expected == error ? [] : [expected, error]
        }
        let isWhole = !words.contains("-n")
        return difference(
            alike(theirs.output, words, isWhole: isWhole), alike(ours.output, words, isWhole: isWhole))
            + difference(warnings(theirs.errors).sorted(), warnings(ours.errors).sorted())
            + difference(lines(theirs.main), lines(ours.main))
            + difference(lines(theirs.master), lines(ours.master))
    }

    private static func lines(_ text: [UInt8]) -> [String] {
        text.split(separator: 10, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The output without the parameters that differ by version or build.
    static func alike(_ output: [UInt8], _ words: [String], isWhole: Bool) -> [String] {
        let lines = lines(output)
        guard isWhole,
            !words.contains(where: { $0.hasPrefix("-M") || $0.hasPrefix("-F") || $0.hasPrefix("-P") })
        else { return lines }
        var alike: [String] = []
        var isShown = true
        for line in lines {
            if !line.hasPrefix("    ") {
                let name = String(line.prefix { $0 != " " })
                isShown = KnownDifferences.isAlike(name, isExpanded: words.contains("-x"))
            }
            if isShown { alike.append(line) }
        }
        return alike
    }

    static func difference(_ expected: [String], _ output: [String]) -> [String] {
        guard expected != output else { return [] }
        return output.difference(from: expected).map { change in
            switch change {
            case .remove(_, let line, _): "theirs: \(line.debugDescription)"
            case .insert(_, let line, _): "ours:   \(line.debugDescription)"
            }
        }
    }

    /// What was reported, in no order, without the hints that we add and the warnings that came after 3.7.
    static func warnings(_ errors: [UInt8]) -> Set<String> {
        var warnings: Set<String> = []
        for line in errors.split(separator: 10).map({ String(decoding: $0, as: UTF8.self) }) {
            guard !line.contains(": support for parameter \"") else { continue }
            let hint = line.range(of: "; did you mean \"")
            warnings.insert(String(line[..<(hint?.lowerBound ?? line.endIndex)]))
        }
        return warnings
    }

    /// The fatal error: which of several values with a mistake is met first follows a hash table.
    static func fatal(_ errors: [UInt8]) -> String {
        let lines = errors.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
        guard let fatal = lines.last(where: { $0.contains(": fatal: ") }) else { return "" }
        if fatal.hasSuffix("macro processing error") { return "macro processing error" }
        return fatal.contains("usage: ") ? "usage" : fatal
    }
}
