import Glibc
import PosixSupport

// Measures our postmap beside Postfix's, both alternating in one run, and prints the table of docs/performance.md.
// usage: Benchmarks POSTROOM [ROUNDS [routing | check]]; with the last word, only that benchmark.

func stop(_ reason: String) -> Never {
    print("bench: \(reason)")
    exit(1)
}

guard CommandLine.arguments.count >= 2 else { stop("usage: Benchmarks POSTROOM [ROUNDS [routing | check]]") }
let resolved = unsafe realpath(CommandLine.arguments[1], nil).map { unsafe String(cString: $0) }
guard let postroom = resolved else { stop("there is no \(CommandLine.arguments[1])") }
let rounds = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 5
var template = Array("/var/tmp/postroom-bench-XXXXXX".utf8CString)
guard unsafe mkdtemp(&template) != nil else { stop("cannot make a directory") }
let directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
defer { _ = Run(["/bin/rm", "-rf", directory], in: "/") }

var workload = Workload(directory: directory)
let report = Report(ours: [postroom, "postmap", "-c", "."], rounds: rounds, directory: directory)
print("| work | Postfix | here | ratio | goal |\n|---|---|---|---|---|")

@MainActor func benchmarkRouting() {
    do {
        try report.compareRouting(
            RoutingBenchmark(&workload, postroom: postroom, directory: directory))
    } catch {
        stop("\(error)")
    }
}

if let only = CommandLine.arguments.dropFirst(3).first {
    switch only {
    case "routing": benchmarkRouting()
    case "check": CheckBenchmark(report: report, postroom: postroom).run(workload)
    default: print("bench: there is no benchmark \(only)")
    }
    _ = Run(["/bin/rm", "-rf", directory], in: "/")
    exit(0)
}
ConfigurationBenchmark(report: report, postroom: postroom, directory: directory).run(workload)
CheckBenchmark(report: report, postroom: postroom).run(workload)
workload.writeMap(count: 1_000_000)
report.compare("build 1,000,000 rows, random order", goal: "4", ["lmdb:random"])
report.compare("build 1,000,000 rows, sorted input", goal: "8", ["lmdb:sorted"])
report.compare("`-q -`, 1,000,000 hits, `lmdb:`", goal: "2", ["-q", "-", "lmdb:random"], input: "keys")
_ = Run(["/usr/sbin/postmap", "-c", ".", "cdb:random"], in: directory)
report.compare(
    "`-q -`, 1,000,000 hits, Postfix with `cdb:`", goal: "1", ["-q", "-", "cdb:random"], input: "keys")
report.compareMemory("peak memory of `postmap -q`, index of 130 MB", ["-q", "absent", "lmdb:random"])
report.compareMany("one `postmap -q`, start to exit", goal: "1", ["-q", "absent", "lmdb:random"])
do {
    let lookups = LookupBenchmark(
        index: workload.path("random.lmdb"),
        keys: try FileDescriptor(opening: workload.path("keys")).readToEnd())
    try report.compareLookups(lookups)
} catch {
    stop("\(error)")
}
benchmarkRouting()
workload.writeNetworks(count: 100_000)
report.compare(
    "`cidr:`, 100,000 networks, 100,000 queries", goal: "300", ["-q", "-", "cidr:networks"],
    input: "addresses")
workload.writePatterns(count: 10_000)
report.compare(
    "`pcre:`, 10,000 patterns, 10,000 queries", goal: "50", ["-q", "-", "pcre:patterns"],
    input: "subjects")
for count in [2_500_000, 5_000_000, 10_000_000] {
    workload.writeLargeMap("large", count: count)
    report.measureLarge("build \(count) rows", ["lmdb:large"])
}
