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
                isAmongOptions = word.first == ASCII.hyphen && word != MasterEntry.endOfOptions
                if isAmongOptions, MasterEntry.takesValue(word), index < words.count {
                    line.breakNext()
                    line.appendSpaced(word + [ASCII.space] + Self.braced(words[index]), to: &output)
                    line.breakNext()
                    index += 1
                } else {
                    line.appendSpaced(word, to: &output)
                }
            } else {
                line.appendSpaced(Self.braced(word), to: &output)
            }
        }
    }

    /// A word that is not one without braces around it.
    private static func braced(_ word: [UInt8]) -> [UInt8] {
        word.contains(where: WordScanner.isBlank) ? [ASCII.openBrace] + word + [ASCII.closeBrace] : word
    }

    /// The line that is being printed.
    private struct Line {
        let folds: Bool
        var column: Int

        mutating func append(_ word: [UInt8], to output: inout OutputBuffer) {
            output.append(word.span)
            column += word.count
        }

        mutating func appendSpaced(_ word: [UInt8], to output: inout OutputBuffer) {
            if folds, column + 1 + word.count >= ValueLayout.lineLength {
                output.appendContinuation()
                column = ValueLayout.indentation
            } else {
                output.append(ASCII.space)
                column += 1
            }
            append(word, to: &output)
        }

        /// What comes next begins a line, if lines are folded.
        mutating func breakNext() {
            if folds { column = ValueLayout.lineLength }
        }
    }
}
