import Foundation
import Testing

/// What rules predict, with Debian's Postfix as the judge: each bad example makes it say what `postfix.txt` has
/// (`make coverage` measures anew).
@Suite(.enabled(if: PrivatePostfix.canRun, "needs root and postfix"))
struct RunTimeTests {
    /// How many run side by side; most of their time is waiting.
    private static let places = DispatchSemaphore(value: 8)
    /// Where the ports of this process begin; another one may run the same tests on this machine.
    private static let firstPort = 20_000 + Int(getpid() % 16) * 750
    private static let isUpdating = ProcessInfo.processInfo.environment["POSTROOM_UPDATE_MEASUREMENTS"] == "1"

    @Test(arguments: Trial.all)
    func `Postfix says what was measured`(trial: Trial) async throws {
        let number = try #require(Trial.all.firstIndex { $0.rule == trial.rule })
        let path = Fixture(rule: trial.rule).path + "/postfix.txt"
        let recorded = (try? String(contentsOfFile: path, encoding: .utf8)).map(Measurement.init(parsing:))
        let expected = Self.isUpdating ? nil : recorded
        let measured = try await Self.onThread {
            try Measurement(trial, port: Self.firstPort + 10 * number, expecting: expected)
        }
        if Self.isUpdating {
            try measured.description.write(toFile: path, atomically: true, encoding: .utf8)
            return
        }
        let known = try #require(recorded, "\(path) is missing; make coverage writes it")
        #expect(known.sections.map(\.title) == measured.sections.map(\.title))
        for (was, now) in zip(known.sections, measured.sections) {
            if was.lines.isEmpty || !was.isOfDaemons && !was.isFatal {
                #expect(was.lines == now.lines, "\(was.title)")
                continue
            }
            guard was.isOfDaemons else {
                // It stops at the first mistake, and which one that is depends on the order of a hash table.
                #expect(now.isFatal, "\(was.title): \(now.lines)")
                continue
            }
            // Daemons that are started again and again say the same at different times.
            let missing = was.lines.filter { !now.lines.contains($0) }
            #expect(missing == [], "\(now.lines.joined(separator: "\n"))")
        }
    }

    private static func onThread<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                places.wait()
                defer { places.signal() }
                continuation.resume(with: Result { try work() })
            }
        }
    }
}
