import CommandSupport
import Synchronization
import TableCompiler

/// One line of progress for tables that are compiled side by side: that of the table that came forward last.
final class SharedProgress: Sendable {
    private let display = Mutex(ProgressDisplay(label: "postroom build"))

    func update(_ table: String, _ progress: BuildProgress) {
        let phase = progress.phase == .reading ? "reading" : "writing"
        display.withLock {
            $0.update(rows: progress.rows, phase: "\(phase) \(table)", fraction: progress.fraction)
        }
    }

    func finish() { display.withLock { $0.finish() } }
}
