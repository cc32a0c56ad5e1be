import CommandSupport
import CompiledTables
import PosixSupport
import TableCompiler
import TableFormat

/// `postroom compile` and `postroom lookup`: a `cidr`, `pcre` or `regexp` table compiled into a file, and asked there.
public enum RuleCommands {
    /// `postroom compile TYPE:FILE OUTPUT`; exit status 1 when nothing was written.
    public static func compile(_ words: [[UInt8]]) -> Int32 {
        let messages = Messages(program: "postroom compile")
        return run(messages) { () throws(FatalError) in
            guard words.count == 2 else { throw FatalError("usage: postroom compile type:file output") }
            let (text, output) = (try CommandSupport.name(words[0]), try CommandSupport.name(words[1]))
            let table: TableReference
            do throws(UnknownTableType) { table = try TableReference(text, defaultType: .cidr) } catch {
                throw FatalError("\(error)")
            }
            let mode: UInt32
            do throws(SystemError) {
                // As of an index: who can read the source can read what is made of it.
                mode = 0o600 | (try FileStatus.ofFile(at: table.name)?.permissions ?? 0o644) & 0o044
            } catch {
                throw FatalError("\(error)")
            }
            do throws(TableOpener.Failure) {
                _ = try opener(messages).compile(table, to: output, mode: mode)
            } catch {
                throw FatalError("\(error)")
            }
            return 0
        }
    }

    /// `postroom lookup FILE KEY...`: prints each value with the line of the source that gave it; exit status 1 when
    /// a key has none.
    public static func lookup(_ words: [[UInt8]]) -> Int32 {
        let messages = Messages(program: "postroom lookup")
        return run(messages) { () throws(FatalError) in
            guard words.count >= 2 else { throw FatalError("usage: postroom lookup file key ...") }
            let path = try CommandSupport.name(words[0])
            let table: any ExplainedTable
            do throws(RuleTableFile.Failure) {
                table = try RuleTableFile.open(path, name: path) { messages.warning($0) }
            } catch {
                throw FatalError("\(error)")
            }
            var output = OutputBuffer()
            var isFound = true
            do {
                for key in words.dropFirst() {
                    guard let answer = try table.explainedValue(for: key.span) else {
                        isFound = false
                        continue
                    }
                    output.append(Array("line \(answer.line): ".utf8).span)
                    output.append(answer.value.span)
                    output.append(UInt8(ascii: "\n"))
                }
                try output.flush()
            } catch {
                throw FatalError("\(error)")
            }
            return isFound ? 0 : 1
        }
    }

    private static func run(_ messages: Messages, _ work: () throws(FatalError) -> Int32) -> Int32 {
        do throws(FatalError) { return try work() } catch {
            messages.fatal(error.description)
            return 1
        }
    }

    private static func opener(_ messages: Messages) -> TableOpener {
        TableOpener(
            policy: KeyPolicy(folding: .none, checksUTF8: false), duplicates: .report, readsFiles: false,
            report: { messages.report($0) }, warn: { messages.warning($0) }, log: { messages.plain($0) },
            opened: { _ in })
    }
}
