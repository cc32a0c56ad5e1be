import Foundation
import TestSupport
import Testing

/// What the commands need and what they leave: nothing, whoever runs them.
@Suite struct TraceTests {
    private func runs(_ configuration: Directory) throws -> [[String]] {
        try configuration.write("anna@mail.example.com local:\n", "routes.tests")
        return [
            ["explain", "-c", configuration.path, "anna"],
            ["test", "-c", configuration.path, configuration.path + "/routes.tests"],
            ["diff", configuration.path, configuration.path], ["graph", "-c", configuration.path],
        ]
    }

    @Test func `nothing is left behind`() throws {
        let (configuration, temporary) = (try Directory.sample(), try Directory())
        for words in try runs(configuration) {
            let before = try configuration.names
            let answer = try ProgramRun(
                [BuiltProgram.postroom] + words, environment: ["TMPDIR": temporary.path])
            #expect(answer.status == 0, "\(words[0]): \(answer.errors)")
            #expect(try configuration.names == before)
            #expect(try temporary.names == [])
        }
    }

    @Test func `nothing is left behind by errors`() throws {
        let (configuration, temporary) = (try Directory.sample(), try Directory())
        let runs = try runs(configuration)
        try configuration.append("smtpd_delay_reject = soon\n", to: "main.cf")
        for (words, status) in zip(runs, [1, 2, 2, 1] as [Int32]) {
            let answer = try ProgramRun(
                [BuiltProgram.postroom] + words, environment: ["TMPDIR": temporary.path])
            #expect(answer.status == status, "\(words[0])")
            #expect(answer.errors.contains("main.cf:14:22: error: smtpd_delay_reject"))
            #expect(try temporary.names == [])
        }
    }

    @Test func `nothing is left behind by a signal`() throws {
        let (configuration, temporary) = (try Directory.sample(), try Directory())
        let rows = (0..<50_000).map { "user\($0 * 7919 % 50_000)@example.org anna@mail.example.com\n" }
        try configuration.write(rows.joined(), "virtual")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.postroom)
        process.arguments = ["explain", "-c", configuration.path, "anna"]
        process.environment = ["TMPDIR": temporary.path]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        while process.isRunning, try temporary.names.isEmpty { usleep(1000) }
        process.terminate()
        process.waitUntilExit()
        #expect(try temporary.names == [])
    }

    @Test func `a generation that is up to date is read, and another one is not`() throws {
        let (configuration, output) = (try Directory.sample(), try Directory())
        try configuration.append("compiled_directory = \(output.path)\n", to: "main.cf")
        #expect(try ProgramRun.postroom("build", "-c", configuration.path).status == 0)
        // A place that is not there tells that nothing is compiled.
        let nowhere = ["TMPDIR": "/nonexistent"]
        let first = try ProgramRun.postroom(
            "explain", "-c", configuration.path, "anna", environment: nowhere)
        #expect(first.status == 0, "\(first.errors)")
        try configuration.append("anna@example.com bruno@mail.example.com\n", to: "virtual")
        let second = try ProgramRun.postroom(
            "explain", "-c", configuration.path, "anna", environment: nowhere)
        #expect(second.status == 2)
        let third = try ProgramRun.postroom("explain", "-c", configuration.path, "anna")
        #expect(third.output.contains("=> bruno@mail.example.com"))
    }

    @Test(arguments: [
        ["explain"], ["explain", "--rewrite-only", "--resolve-only", "x"], ["explain", "--client", "x", "y"],
        ["explain", "-c", "/nonexistent", "x"], ["explain", "--service", "no/inet", "x"],
        ["explain", "--nonsense", "x"], ["test"], ["test", "/nonexistent"], ["diff", "x"],
        ["diff", "/nonexistent", "."], ["graph", "x"], ["graph", "--svg", "--dot"],
        ["test", "--fail-under", "many", "x"],
    ]) func `what cannot run says so with status 2`(words: [String]) throws {
        let configuration = words.contains("-c") ? [] : ["-c", "conf-examples/null-client"]
        let answer = try ProgramRun(
            [BuiltProgram.postroom, words[0]] + configuration + words.dropFirst())
        #expect(answer.status == 2)
        #expect(answer.errors.contains("postroom \(words[0]): fatal: "))
        #expect(answer.output == "")
    }
}
