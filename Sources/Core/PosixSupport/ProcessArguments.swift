import Glibc

/// The words of this process's command line as the system gave them, which need not be UTF-8.
public enum ProcessArguments {
    /// The name of the program first.
    public static var words: [[UInt8]] {
        (0..<Int(CommandLine.argc)).compactMap { number in
            // SAFETY: the system keeps the words for the life of the process; nothing here changes them.
            unsafe CommandLine.unsafeArgv[number].map { word in
                unsafe Array(UnsafeRawBufferPointer(start: word, count: strlen(word)))
            }
        }
    }
}
