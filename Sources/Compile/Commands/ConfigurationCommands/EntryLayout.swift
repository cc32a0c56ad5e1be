import ByteScanning
import CommandSupport
import ConfigurationSyntax

/// How a line of master.cf is printed: columns, then the command and its arguments, folded or not.
struct EntryLayout {
    let folds: Bool

    /// Where each column but the first begins.
    private static let columnStarts = [11, 17, 25, 33, 41, 49, 57]

    /// The whole line, with its newline.
    func append(_ words: [[UInt8]], to output: inout OutputBuffer) {
        var column = 0
        for (number, start) in Self.columnStarts.enumerated() {
            let word = words[number]
            output.append(word.span)
            column += word.count
            repeat {
                output.append(ASCII.space)
                column += 1
            } while column < start
        }
        append(command: words, column: column, to: &output)
        output.append(ASCII.newline)
    }

    /// The words with one blank between them.
    static func line(_ words: [[UInt8]]) -> [UInt8] {
        var command = OutputBuffer()
        EntryLayout(folds: false).append(command: words, column: 0, to: &command)
        let columns = words[..<MasterEntry.commandColumn].flatMap { $0 + [ASCII.space] }
        return columns + command.takeLine()
    }

    /// The command and its arguments.
    ///
    /// - Parameter column: how much of the line is taken.
    func append(command words: [[UInt8]], column: Int, to output: inout OutputBuffer) {
        var line = Line(folds: folds, column: column)
        line.append(words[MasterEntry.commandColumn], to: &output)
        var index = MasterEntry.commandColumn + 1
        var isAmongOptions = true
        while index < words.count {
            let word = words[index]
            index += 1
            if isAmongOptions {
                isAmongOptions = MasterEntry.isOption(word)
                if isAmongOptions, MasterEntry.takesValue(word), index < words.count {
                    line.breakNext()
                    line.appendSpaced(word, to: &output)
                    output.append(ASCII.space)
                    Self.appendBraced(words[index], to: &output)
                    line.breakNext()
                    index += 1
                } else {
                    line.appendSpaced(word, to: &output)
                }
            } else {
                line.appendSpaced(word, isBraced: Self.needsBraces(word), to: &output)
            }
        }
    }

    /// Whether a word would not be one without braces around it.
    private static func needsBraces(_ word: [UInt8]) -> Bool { word.contains(where: WordScanner.isBlank) }

    private static func appendBraced(_ word: [UInt8], to output: inout OutputBuffer) {
        let isBraced = needsBraces(word)
        if isBraced { output.append(ASCII.openBrace) }
        output.append(word.span)
        if isBraced { output.append(ASCII.closeBrace) }
    }

    /// The line that is being printed.
    private struct Line {
        let folds: Bool
        var column: Int
        var isContinuation = false

        init(folds: Bool, column: Int) {
            self.folds = folds
            self.column = column
        }

        mutating func append(_ word: [UInt8], to output: inout OutputBuffer) {
            output.append(word.span)
            column += word.count
        }

        /// - Parameter isBraced: whether braces go around it, which do not count for the end of the line.
        mutating func appendSpaced(
            _ word: [UInt8], isBraced: Bool = false, to output: inout OutputBuffer
        ) {
            if folds, column + 1 + word.count >= ValueLayout.lineLength {
                output.appendContinuation()
                column = ValueLayout.indentation
                isContinuation = true
            } else if !isContinuation || column > ValueLayout.indentation {
                output.append(ASCII.space)
                column += 1
            }
            if isBraced { output.append(ASCII.openBrace) }
            append(word, to: &output)
            if isBraced {
                output.append(ASCII.closeBrace)
                column += 2
            }
        }

        /// What comes next begins a line, if lines are folded.
        mutating func breakNext() {
            if folds { column = ValueLayout.lineLength }
        }
    }
}
