import ByteScanning
import ParameterCatalogue

/// A number or a time outside the limits that programs enforce: they stop when they start.
struct OutOfRange: Rule {
    static let documentation = RuleDocumentation(
        "parameter/out-of-range", .error, "A number or time outside its limits",
        what: """
            A number or a time is below the smallest or above the largest value that the programs take. It is an error
            where a program that is sure to run reads it, otherwise a warning.
            """,
        why: "A program that cannot read its configuration serves nobody.",
        atRunTime: "`fatal: invalid NAME parameter value` when the program starts, again and again.",
        mend:
            "Use a value within the limits that `postconf(5)` gives. Zero means \"no limit\" for some, not for all."
    )

    func check(_ context: LintContext, _ findings: inout Findings) {
        let running = context.running
        for setting in context.writtenSettings {
            guard let definition = setting.definition, let value = setting.value,
                let (number, unit) = Self.number(value, definition)
            else { continue }
            var limit: String?
            if let minimum = definition.minimum, number < minimum { limit = "at least \(minimum)\(unit)" }
            if let maximum = definition.maximum, number > maximum { limit = "at the most \(maximum)\(unit)" }
            if case .integer = definition.type, number > Int(Int32.max) { limit = "at the most \(Int32.max)" }
            guard let limit else { continue }
            findings.add(
                at: setting.valueRange, "\"\(setting.name)\" is \(printable(value)); it has to be \(limit)",
                severity: running.reads(setting) ? .error : .warning)
        }
    }

    /// The number that the limits are for, times in seconds.
    private static func number(
        _ value: [UInt8], _ definition: ParameterDefinition
    ) -> (Int, unit: String)? {
        switch definition.type {
        case .integer, .size: return ValueCheck.number(value).map { ($0, "") }
        case .time(let unit):
            let digits = value.prefix(while: ASCII.isDigit)
            guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
            let given = digits.count < value.count ? TimeUnit(letter: value[digits.count]) : unit
            return given.flatMap { number.multiplied(by: $0.rawValue) }.map { ($0, " seconds") }
        default: return nil
        }
    }
}
