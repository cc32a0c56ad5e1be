import PosixSupport

/// Runs both programs in turn and prints a row of the table for each kind of work.
struct Report {
    let ours: [String]
    let rounds: Int
    let directory: String
    private let theirs = ["/usr/sbin/postmap", "-c", "."]

    /// Whole processes: medians of their times.
    func compare(_ work: String, goal: String, _ words: [String], input: String? = nil) {
        var times: (theirs: [Double], ours: [Double]) = ([], [])
        for _ in 0..<rounds {
            times.theirs.append(run(theirs + words, input).wall)
            times.ours.append(run(ours + words, input).wall)
        }
        row(work, median(times.theirs), median(times.ours), goal: goal)
    }

    /// Processes that are over at once: a hundred of each, in turn.
    func compareMany(_ work: String, goal: String, _ words: [String]) {
        var times: (theirs: [Double], ours: [Double]) = ([], [])
        for _ in 0..<rounds * 20 {
            times.theirs.append(run(theirs + words, nil).wall)
            times.ours.append(run(ours + words, nil).wall)
        }
        row(work, median(times.theirs), median(times.ours), goal: goal)
    }

    /// Other programs than postmap, a hundred runs of each, in turn; `prepare` comes before each run of ours.
    func compareMany(
        _ work: String, goal: String, theirs: [String], ours: [String], prepare: () -> Void = {}
    ) {
        var times: (theirs: [Double], ours: [Double]) = ([], [])
        for _ in 0..<rounds * 20 {
            times.theirs.append(Run(theirs, in: directory, isQuiet: true).wall)
            prepare()
            times.ours.append(Run(ours, in: directory, isQuiet: true).wall)
        }
        row(work, median(times.theirs), median(times.ours), goal: goal)
    }

    /// Ours alone, in this process.
    func measure(_ work: String, goal: String, _ body: () -> Void) {
        var times: [Double] = []
        for _ in 0..<rounds * 20 {
            let start = ContinuousClock.now
            body()
            times.append((ContinuousClock.now - start) / .seconds(1))
        }
        print("| \(work) | | \(seconds(median(times))) | | \(goal) |")
    }

    /// Ours alone: whole processes, the median of their times.
    func measureProcess(_ work: String, goal: String, _ words: [String]) {
        let times = (0..<rounds).map { _ in Run(words, in: directory).wall }
        print("| \(work) | | \(seconds(median(times))) | | \(goal) |")
    }

    func compareMemory(_ work: String, _ words: [String]) {
        var peaks: (theirs: [Int], ours: [Int]) = ([], [])
        for _ in 0..<rounds {
            peaks.theirs.append(peak(theirs + words))
            peaks.ours.append(peak(ours + words))
        }
        let (theirs, ours) = (median(peaks.theirs), median(peaks.ours))
        let ratio = rounded(Double(theirs) / Double(ours))
        print("| \(work) | \(theirs) KB | \(ours) KB | \(ratio) | 1 |")
    }

    func compareLookups(_ lookups: LookupBenchmark) throws {
        var times: (theirs: [Double], ours: [Double]) = ([], [])
        for _ in 0..<rounds {
            times.theirs.append(lookups.reference() / Double(lookups.count))
            times.ours.append(try lookups.ours() / Double(lookups.count))
        }
        row(
            "lookup in process, beside `mdb_get` in C", median(times.theirs), median(times.ours), goal: "0.87"
        )
    }

    func compareRouting(_ routing: RoutingBenchmark) throws {
        var times: (theirs: [Double], ours: [Double]) = ([], [])
        for _ in 0..<rounds {
            times.theirs.append(routing.reference())
            times.ours.append(try routing.ours())
        }
        let rate = Int(1 / median(times.ours))
        row(
            "an address through canonical, virtual and transport maps of 1,000,000 rows: \(rate) a second on one "
                + "core, beside the same \(rounded(routing.lookups)) `mdb_get` in C",
            median(times.theirs), median(times.ours), goal: "")
    }

    /// Ours alone: time and memory that is not page cache.
    func measureLarge(_ work: String, _ words: [String]) {
        let run = Run(ours + words, in: directory, watchesMemory: true)
        print("| \(work) | | \(seconds(run.wall)), \(run.peakAnonymous / 1024) MB | | |")
    }

    /// By way of time(1), because a child's peak includes the size of the process that starts it.
    private func peak(_ words: [String]) -> Int {
        let output = directory + "/peak"
        _ = Run(["/usr/bin/time", "-f", "%M", "-o", output] + words, in: directory)
        do {
            let text = String(decoding: try FileDescriptor(opening: output).readToEnd(), as: UTF8.self)
            return text.split(separator: "\n").last.flatMap { Int($0) } ?? 0
        } catch {
            stop("\(error)")
        }
    }

    private func run(_ words: [String], _ input: String?) -> Run {
        Run(words, in: directory, input: input.map { directory + "/" + $0 })
    }

    private func row(_ work: String, _ theirs: Double, _ ours: Double, goal: String) {
        print("| \(work) | \(seconds(theirs)) | \(seconds(ours)) | \(rounded(theirs / ours)) | \(goal) |")
    }

    private func seconds(_ time: Double) -> String {
        switch time {
        case ..<1e-4: "\(Int(time * 1e9)) ns"
        case ..<0.1: "\(rounded(time * 1e3)) ms"
        default: "\(rounded(time)) s"
        }
    }

    /// Three digits.
    private func rounded(_ value: Double) -> String {
        value >= 100 ? "\(Int(value.rounded()))" : "\(Double(Int((value * 100).rounded())) / 100)"
    }
}
