import Foundation
import TestSupport

/// Our program as a process.
struct CommandLine {
    struct Answer: Equatable {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Our program.
    static let postroom = BuiltProgram.postroom

    static func run(_ words: [String], input: String = "") throws -> Answer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        let (output, errors, source) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = source
        try process.run()
        source.fileHandleForWriting.write(Data(input.utf8))
        try source.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let isExit = process.terminationReason == .exit
        return Answer(status: isExit ? process.terminationStatus : -1, output: text, errors: said)
    }

    static func postroom(_ words: String..., input: String = "") throws -> Answer {
        try run([postroom] + words, input: input)
    }
}
