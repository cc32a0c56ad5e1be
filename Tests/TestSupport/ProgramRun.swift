import Foundation

/// A program that was run to its end, and what it said.
public struct ProgramRun: Equatable, Sendable {
    /// The exit status; -1 when a signal ended it.
    public var status: Int32
    public var output: String
    public var errors: String

    public init(status: Int32, output: String, errors: String) {
        self.status = status
        self.output = output
        self.errors = errors
    }

    /// Runs a program, whose output may be of any length.
    ///
    /// - Parameters:
    ///   - words: the path of the program and its arguments.
    ///   - directory: where it runs; `nil`: the root of the repository.
    ///   - environment: is added to that of the tests.
    public init(
        _ words: [String], in directory: String? = nil, environment: [String: String] = [:],
        input: String = ""
    ) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.currentDirectoryURL = URL(fileURLWithPath: directory ?? BuiltProgram.repository)
        if !environment.isEmpty {
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        }
        let (output, errors, source) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = source
        try process.run()
        // Each of the three may be more than a pipe holds, and the program waits for whichever is full.
        let writing = Thread {
            try? source.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? source.fileHandleForWriting.close()
        }
        writing.start()
        let said = Reading(errors)
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : -1
        self.output = String(decoding: text, as: UTF8.self)
        self.errors = String(decoding: said.all, as: UTF8.self)
    }

    /// Runs our program.
    public static func postroom(
        _ words: String..., in directory: String? = nil, environment: [String: String] = [:],
        input: String = ""
    ) throws -> ProgramRun {
        try ProgramRun([BuiltProgram.postroom] + words, in: directory, environment: environment, input: input)
    }

    /// A pipe that a thread of its own reads to its end.
    private final class Reading: @unchecked Sendable {
        private let isFinished = DispatchSemaphore(value: 0)
        // Written before the semaphore is raised, and read after it.
        private var data = Data()

        init(_ pipe: Pipe) {
            let handle = pipe.fileHandleForReading
            Thread.detachNewThread { [self] in
                data = handle.readDataToEndOfFile()
                isFinished.signal()
            }
        }

        var all: Data {
            isFinished.wait()
            return data
        }
    }
}
