import Diagnostics
import Synchronization

/// Diagnostics that come from a closure that may be called anywhere.
final class Collected: Sendable {
    private let list = Mutex<[Diagnostic]>([])

    func append(_ diagnostic: Diagnostic) { list.withLock { $0.append(diagnostic) } }

    var all: [Diagnostic] { list.withLock { $0 } }
}
