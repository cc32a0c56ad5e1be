import CompiledTables
import Glibc
import ParameterCatalogue

/// Whole configurations: printing them, compiling them, reading what was compiled.
struct ConfigurationBenchmark {
    let report: Report
    let postroom: String
    let directory: String

    func run(_ workload: Workload) {
        stock()
        large(workload)
    }

    /// The configuration that Debian's postfix is installed with.
    private func stock() {
        let output = directory + "/stock-compiled"
        let theirs = ["/usr/sbin/postconf", "-c", "/etc/postfix", "-n"]
        let build = [postroom, "build", "-c", "/etc/postfix", "--output", output]
        report.compareMany(
            "`postconf -n`, start to exit", goal: "1", theirs: theirs,
            ours: [postroom, "postconf", "-c", "/etc/postfix", "-n"])
        _ = Run(build, in: directory)
        report.compareMany(
            "`postroom build` with nothing to do, beside Postfix's `postconf -n`", goal: "0.67",
            theirs: theirs,
            ours: build)
    }

    /// 200 services with overrides and 3,000 lines of main.cf.
    private func large(_ workload: Workload) {
        workload.writeConfiguration(services: 200, lines: 3000)
        let configuration = workload.path("configuration")
        let output = directory + "/large-compiled"
        let build = [postroom, "build", "-c", configuration, "--output", output]
        _ = Run(build, in: directory)
        report.compareMany(
            "compiling 200 services and 3,000 lines, beside printing them with Postfix's `postconf`",
            goal: "1",
            theirs: ["/usr/sbin/postconf", "-c", configuration], ours: build
        ) {
            // The tables stay; all else is compiled anew.
            _ = Run(["/bin/rm", "-rf", output + "/current", output + "/generations"], in: directory)
        }
        report.measure("reading the configuration of one of these services, in process", goal: "1 ms") {
            do {
                let configuration = try Generation(current: output).configuration(of: "127.0.0.1:10007/inet")
                guard configuration[.smtpdTimeout] == .seconds(107) else { stop("it was not compiled") }
            } catch {
                stop("\(error)")
            }
        }
    }
}
