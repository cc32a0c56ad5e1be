import Foundation
import TestSupport

/// Our program, as it is called.
enum Program {
    struct Answer {
        var status: Int32
        var output: String
        var errors: String
    }

    static let path = BuiltProgram.postroom

    static func run(
        _ words: [String], in directory: String, environment: [String: String] = [:]
    ) throws -> Answer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = words
        process.currentDirectoryURL = URL(fileURLWithPath: directory)
        if !environment.isEmpty {
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let messages = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Answer(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: messages, as: UTF8.self))
    }

    struct Report: Decodable {
        struct Finding: Decodable {
            var rule: String
            var severity: String
            var message: String
            var file: String
            var line: Int
            var column: Int
            var endLine: Int
            var endColumn: Int
            var fixable: Bool
        }
        var version: Int
        var findings: [Finding]
    }

    /// What `postroom check --format json` finds.
    static func check(_ words: [String], in directory: String) throws -> Report {
        let answer = try run(["check", "--format", "json"] + words, in: directory)
        guard answer.status != 2 else { throw Failure(message: answer.errors) }
        return try JSONDecoder().decode(Report.self, from: Data(answer.output.utf8))
    }

    struct Failure: Error {
        var message: String
    }
}
