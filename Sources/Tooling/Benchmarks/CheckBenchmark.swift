/// `postroom check` of configurations with many lines and large maps.
struct CheckBenchmark {
    let report: Report
    let postroom: String

    func run(_ workload: Workload) {
        workload.writeCheckedConfiguration("checked", lines: 1000, maps: 10, rows: 10_000)
        measure(
            "1,000 lines of main.cf and ten maps of 10,000 rows", goal: "200 ms", workload.path("checked"))
        workload.writeCheckedConfiguration("checked-large", lines: 10, maps: 1, rows: 1_000_000)
        measure("one map of 1,000,000 rows", goal: "3 s", workload.path("checked-large"))
    }

    private func measure(_ what: String, goal: String, _ directory: String) {
        report.measureProcess("`postroom check`: \(what)", goal: goal, [postroom, "check", directory])
    }
}
