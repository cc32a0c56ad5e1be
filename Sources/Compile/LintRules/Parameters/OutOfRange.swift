import ByteScanning

/// A number or a time outside the limits that programs enforce: they stop when they start.
struct OutOfRange: Rule {
    static let documentation = RuleDocumentation(
        "parameter/out-of-range", .error, "A number or time outside its limits",
        what: """
            A number or a time is below the smallest or above the largest value that the programs take. It is an error
            where a program that is sure to run reads it, and with `--target postroom`; otherwise a warning.
            """,
        why: "A program that cannot read its configuration serves nobody.",
        atRunTime: "`fatal: invalid NAME parameter value` when the program starts, again and again.",
        mend:
            "Use a value within the limits that `postconf(5)` gives. Zero means \"no limit\" for some, not for all."
    )

    func check(_ context: LintContext, _ findings: inout Findings) {
        let running = context.running
        for setting in context.writtenSettings {
            guard case .outOfRange(let limit) = ValueCheck.fault(of: setting) else { continue }
            findings.add(
                at: setting.valueRange,
                "\"\(setting.name)\" is \(printable(setting.value ?? [])); it has to be \(limit)",
                severity: running.reads(setting) || context.target.isPostroom ? .error : .warning)
        }
    }
}
