import RouteExplanation

/// What a run of routing tests says.
enum TestReport {
    static func lines(_ outcome: TestOutcome, asDifference: Bool) -> [String] {
        let test = outcome.test
        let name = ExplanationText.name(test.address)
        guard !outcome.isPassed else { return ["ok    \(place(test))  \(name)  \(test.text)"] }
        var lines = ["FAIL  \(place(test))  \(name)"]
        if asDifference {
            lines += ["--- expected", "+++ actual", "-\(name) \(test.text)", "+\(name) \(outcome.actual)"]
        } else {
            lines += ["      expected: \(test.text)", "      actual:   \(outcome.actual)"]
        }
        return lines + causes(outcome).map { "      \($0)" }
    }

    /// What is not known, and the rows that made it so.
    private static func causes(_ outcome: TestOutcome) -> [String] {
        var seen: Set<String> = []
        let unknown = outcome.unknownTables.map { "depends on what is not known here: \($0)" }
        return unknown
            + outcome.steps.compactMap { step in
                guard step.table != nil, let source = step.source, let result = step.result else {
                    return nil
                }
                let text = "\(source.file):\(source.line): \(step.key) -> \(result.onOneLine)"
                return seen.insert(text).inserted ? text : nil
            }
    }

    static func place(_ test: RoutingTest) -> String { "\(test.place.file):\(test.place.line)" }

    static func summary(_ outcomes: [TestOutcome]) -> String {
        let failed = outcomes.count { !$0.isPassed }
        return "\(outcomes.count) \(outcomes.count == 1 ? "test" : "tests"), \(failed) failed"
    }

    /// JUnit's XML, as CI systems read it.
    static func junit(_ outcomes: [TestOutcome]) -> [String] {
        let failed = outcomes.count { !$0.isPassed }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuite name=\"postroom test\" tests=\"\(outcomes.count)\" failures=\"\(failed)\">",
        ]
        for outcome in outcomes {
            let test = outcome.test
            let start =
                "  <testcase classname=\"\(escaped(test.place.file))\" "
                + "name=\"\(escaped("\(ExplanationText.name(test.address)) \(test.text)"))\" "
                + "file=\"\(escaped(test.place.file))\" line=\"\(test.place.line)\""
            guard !outcome.isPassed else {
                lines.append(start + "/>")
                continue
            }
            lines += [
                start + ">",
                "    <failure message=\"\(escaped("expected \(test.text)"))\">"
                    + escaped(([outcome.actual] + causes(outcome)).joined(separator: "\n")) + "</failure>",
                "  </testcase>",
            ]
        }
        return lines + ["</testsuite>"]
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t": result.unicodeScalars.append(character)
            default: result.unicodeScalars.append(character.value < 0x20 ? "\u{FFFD}" : character)
            }
        }
        return result
    }
}
