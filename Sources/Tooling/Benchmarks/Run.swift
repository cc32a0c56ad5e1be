import Glibc

/// One run of a program: how long it took, from start to exit, and what it used.
struct Run {
    /// Seconds.
    var wall: Double
    /// Kilobytes, files that are mapped included.
    var peakResident: Int
    /// Kilobytes that are not pages of files, as seen every few milliseconds.
    var peakAnonymous: Int

    /// Runs a program in `directory`; its output is thrown away.
    ///
    /// - Parameters:
    ///   - watchesMemory: whether to look at the memory while it runs, which takes a little time.
    ///   - isQuiet: whether what it says on standard error is thrown away, too.
    init(
        _ words: [String], in directory: String, input: String? = nil, watchesMemory: Bool = false,
        isQuiet: Bool = false
    ) {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        if isQuiet { unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
        guard unsafe chdir(directory) == 0 else { stop("cannot go to \(directory)") }
        var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
        defer {
            unsafe arguments.forEach { unsafe free($0) }
            unsafe posix_spawn_file_actions_destroy(&actions)
        }
        let start = ContinuousClock.now
        var process: pid_t = 0
        guard unsafe posix_spawn(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
            stop("cannot run \(words[0])")
        }
        var usage = rusage()
        var status: Int32 = 0
        peakAnonymous = 0
        if watchesMemory {
            while unsafe wait4(process, &status, WNOHANG, &usage) == 0 {
                peakAnonymous = max(peakAnonymous, Self.anonymous(process))
                usleep(5000)
            }
        } else {
            while unsafe wait4(process, &status, 0, &usage) < 0 {}
        }
        wall = (ContinuousClock.now - start) / .seconds(1)
        peakResident = usage.ru_maxrss
        guard status & 0x7F == 0 else { stop("\(words) died of signal \(status & 0x7F)") }
    }

    private static func anonymous(_ process: pid_t) -> Int {
        guard let file = unsafe fopen("/proc/\(process)/status", "r") else { return 0 }
        defer { unsafe fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while unsafe fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if text.hasPrefix("RssAnon:") { return Int(text.split { !$0.isNumber }.first ?? "0") ?? 0 }
        }
        return 0
    }
}

/// The middle of an odd number of measurements.
func median<Value: Comparable>(_ values: [Value]) -> Value { values.sorted()[values.count / 2] }
