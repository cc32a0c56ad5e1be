import Foundation
import TestSupport

/// Our program, as it is called.
enum Program {
    static func run(
        _ words: [String], in directory: String, environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try ProgramRun([BuiltProgram.postroom] + words, in: directory, environment: environment)
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
