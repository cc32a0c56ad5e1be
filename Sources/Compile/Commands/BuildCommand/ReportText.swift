import CommandSupport
import ConfigurationCompiler
import Diagnostics

/// What `postroom build` says of a build, for people and for programs.
enum ReportText {
    /// The version of the JSON form.
    private static let version = 1

    static func lines(_ report: GenerationBuild.Report) -> [String] {
        guard report.result != .refused else { return [] }
        let compiled = report.tables.filter { $0.state == .compiled }
        var lines = compiled.map { table in
            let rows = table.rows.map { ", \($0) \($0 == 1 ? "row" : "rows")" } ?? ""
            return "compiled \(table.reference)\(rows), \(duration(table.seconds))"
        }
        lines.append(summary(report, compiled: compiled.count))
        return lines
    }

    private static func summary(_ report: GenerationBuild.Report, compiled: Int) -> String {
        let unchanged = report.tables.count { $0.state == .unchanged }
        let parts =
            "\(count(report.services, "service")), \(count(compiled, "table")) compiled, \(unchanged) up to date"
        switch report.result {
        case .refused: return refusal(report)
        case .upToDate(let number):
            return "generation \(number) is up to date, \(duration(report.seconds))"
        case .published(let number):
            return "generation \(number) is in force: \(parts), \(duration(report.seconds))"
        case .wouldPublish(let number):
            return
                "generation \(number) would be made: \(parts), \(duration(report.seconds)); nothing was changed"
        }
    }

    /// What is said after the errors.
    static func refusal(_ report: GenerationBuild.Report) -> String {
        "\(count(report.errorCount, "error")); nothing was changed"
    }

    static func json(_ report: GenerationBuild.Report) -> JSONValue {
        let (result, number): (String, JSONValue) =
            switch report.result {
            case .refused: ("refused", .null)
            case .upToDate(let number): ("up-to-date", .number(number))
            case .published(let number): ("published", .number(number))
            case .wouldPublish(let number): ("would-publish", .number(number))
            }
        return .object([
            ("version", .number(version)), ("result", .string(result)), ("generation", number),
            ("directory", .string(report.directory)), ("services", .number(report.services)),
            ("seconds", .seconds(report.seconds)),
            ("tables", .array(report.tables.map(json))),
            ("diagnostics", .array(report.diagnostics.map(json))),
        ])
    }

    private static func json(_ table: TableOutcome) -> JSONValue {
        .object([
            ("table", .string(table.reference)), ("state", .string(table.state.rawValue)),
            ("rows", table.rows.map(JSONValue.number) ?? .null), ("seconds", .seconds(table.seconds)),
        ])
    }

    private static func json(_ diagnostic: Diagnostic) -> JSONValue {
        .object([
            ("severity", .string(diagnostic.severity.rawValue)), ("file", .string(diagnostic.file)),
            ("line", diagnostic.position.map { .number($0.line) } ?? .null),
            ("column", diagnostic.position.map { .number($0.column) } ?? .null),
            ("message", .string(diagnostic.message)),
            ("help", diagnostic.help.map(JSONValue.string) ?? .null),
        ])
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// Milliseconds below ten seconds, then seconds with a tenth.
    private static func duration(_ seconds: Double) -> String {
        if seconds < 0.01 {
            let tenths = Int((seconds * 10_000).rounded())
            return "\(tenths / 10).\(tenths % 10) ms"
        }
        if seconds < 10 { return "\(Int((seconds * 1000).rounded())) ms" }
        let tenths = Int((seconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) s"
    }
}
