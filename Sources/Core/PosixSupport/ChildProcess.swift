import Glibc

/// Another program that is run to its end.
public enum ChildProcess {
    /// Runs a program that is looked for in `PATH`, with this process's environment and standard error, and nothing to
    /// read or to print to.
    ///
    /// - Returns: its exit status; 128 and the number of the signal that ended it.
    /// - Throws: `SystemError` when it cannot be started.
    public static func run(_ words: [String]) throws(SystemError) -> Int32 {
        guard let program = words.first else { return 0 }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        // SAFETY: the copies of the words live until the program has been started, which copies them.
        var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
        defer {
            unsafe arguments.forEach { unsafe free($0) }
            unsafe posix_spawn_file_actions_destroy(&actions)
        }
        var process: pid_t = 0
        let code = unsafe posix_spawnp(&process, program, &actions, nil, &arguments, environ)
        guard code == 0 else { throw SystemError("run", program, code: code) }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw SystemError("wait for", program) }
        }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
}
