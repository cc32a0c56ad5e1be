import Glibc
import Synchronization

/// Work in several threads at once.
public enum Parallel {
    /// Calls `body` with each number below `count`, on as many processors as there are; returns when all are done.
    public static func forEach(count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let work = Work(count: count, body: body)
        let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        var threads: [pthread_t] = []
        for _ in 1..<max(1, min(count, processors)) {
            var thread = pthread_t()
            let context = unsafe Unmanaged.passRetained(work).toOpaque()
            let status = unsafe pthread_create(
                &thread, nil,
                { context in
                    // SAFETY: the reference was retained for this thread alone.
                    if let context = unsafe context {
                        unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
                    }
                    return nil
                }, context)
            if status == 0 {
                threads.append(thread)
            } else {
                unsafe Unmanaged<Work>.fromOpaque(context).release()
            }
        }
        work.run()
        for thread in threads { pthread_join(thread, nil) }
    }

    private final class Work: Sendable {
        private let next = Atomic<Int>(0)
        private let count: Int
        private let body: @Sendable (Int) -> Void

        init(count: Int, body: @escaping @Sendable (Int) -> Void) {
            self.count = count
            self.body = body
        }

        func run() {
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < count else { return }
                body(number)
            }
        }
    }
}
