import Glibc

/// Keeps what ends a process waiting while there is something to clean up.
public enum SignalPause {
    /// Runs work; SIGINT, SIGTERM and SIGHUP that come meanwhile take effect after it, in this thread and in those that
    /// the work makes.
    public static func during<Result, Failure: Error>(
        _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var blocked = sigset_t()
        var before = sigset_t()
        unsafe sigemptyset(&blocked)
        for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&blocked, signal) }
        unsafe pthread_sigmask(SIG_BLOCK, &blocked, &before)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        return try work()
    }
}
