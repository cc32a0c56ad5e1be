import Foundation

/// The example of a rule under fixtures/lint: `bad` with the places marked where the rule finds something, `good` without.
///
/// A mark is a comment below its line: `#` and carets below the range, and what else is said. A range that begins in the
/// first column is marked by carets that follow the `#` at once. What goes on in the next line is marked up to the end of
/// its first. The file `options` has words for the command line.
struct Fixture {
    struct Mark: Hashable, Comparable, CustomStringConvertible {
        var file: String
        var line: Int
        var columns: Range<Int>

        var description: String { "\(file):\(line):\(columns.lowerBound)-\(columns.upperBound - 1)" }

        static func < (left: Mark, right: Mark) -> Bool {
            (left.file, left.line, left.columns.lowerBound)
                < (right.file, right.line, right.columns.lowerBound)
        }
    }

    static let root: String = {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return tests.deletingLastPathComponent().path
    }()

    let path: String

    init(rule: String) { path = Self.root + "/fixtures/lint/" + rule }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

    func text(_ name: String) throws -> String {
        try String(decoding: Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
    }

    var options: [String] {
        get throws {
            guard exists("options") else { return [] }
            return try text("options").split { $0.isWhitespace }.map(String.init)
        }
    }

    /// The marks of all files in `bad`.
    var marks: Set<Mark> {
        get throws {
            let files = try FileManager.default.subpathsOfDirectory(atPath: path + "/bad")
            var marks: Set<Mark> = []
            for file in files {
                let url = URL(fileURLWithPath: path + "/bad/" + file)
                guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
                    continue
                }
                marks.formUnion(Self.marks(in: try text("bad/" + file), "bad/" + file))
            }
            return marks
        }
    }

    private static func marks(in text: String, _ file: String) -> [Mark] {
        var marks: [Mark] = []
        var lastLine = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let match = line.firstMatch(of: /^#(\s*)(\^+)/) else {
                lastLine = index + 1
                continue
            }
            let blanks = match.1.count
            let start = blanks == 0 ? 1 : blanks + 2
            let end = blanks + 2 + match.2.count
            marks.append(Mark(file: file, line: lastLine, columns: start..<end))
        }
        return marks
    }
}
