import ByteScanning
import CommandSupport
import ConfigurationLayout
import ConfigurationSyntax
import PosixSupport

/// `postroom fmt`: the canonical layout of configuration files and maps (postroom-fmt(1)).
public enum FormatCommand {
    private static let usage = """
        usage: postroom fmt [--check] [--stdout] [--type main|master|map|patterns] file ...

        """

    enum Kind: String {
        case main, master, map, patterns
    }

    /// Returns 0 when all was done, 1 when a file has another layout and `--check` was given, 2 for a failure.
    public static func run(_ words: [[UInt8]]) -> Int32 {
        if words == [Array("--help".utf8)] {
            print(usage, terminator: "")
            return 0
        }
        do throws(FatalError) { return try perform(words) } catch {
            Messages(program: "postroom fmt").fatal(error.description)
            return 2
        }
    }

    /// What the words of the command line say.
    private struct Options {
        var files: [String] = []
        var isCheck = false
        var isPrinted = false
        var kind: Kind?

        init(_ words: [[UInt8]]) throws(FatalError) {
            let scanner = LongOptionScanner(flags: ["check", "stdout"], options: ["type"])
            for element in try scanner.scan(words) {
                switch element {
                case .flag("check"): isCheck = true
                case .flag: isPrinted = true
                case .operand(let file): files.append(file)
                case .option(_, let value):
                    guard let given = Kind(rawValue: value) else {
                        throw FatalError("--type: unknown word \"\(value)\"")
                    }
                    kind = given
                }
            }
            guard !files.isEmpty else { throw FatalError("no files; \(FormatCommand.usage)") }
        }
    }

    private static func perform(_ words: [[UInt8]]) throws(FatalError) -> Int32 {
        let options = try Options(words)
        var differs = false
        for file in options.files {
            let (before, after) = try texts(of: file, options.kind ?? kind(of: file))
            if options.isPrinted {
                var output = OutputBuffer()
                output.append(after.span)
                do throws(SystemError) { try output.flush() } catch { throw FatalError("\(error)") }
            } else if before != after {
                differs = true
                print(options.isCheck ? "\(file): would be laid out anew" : "\(file): laid out anew")
                if !options.isCheck { try write(after, to: file) }
            }
        }
        return options.isCheck && differs ? 1 : 0
    }

    /// By the name: main.cf, master.cf, tables of patterns by their ending, and maps.
    static func kind(of file: String) -> Kind {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        if name.hasPrefix("main.cf") { return .main }
        if name.hasPrefix("master.cf") { return .master }
        return name.hasSuffix(".pcre") || name.hasSuffix(".regexp") ? .patterns : .map
    }

    private static func texts(
        of file: String, _ kind: Kind
    ) throws(FatalError) -> (before: [UInt8], after: [UInt8]) {
        let before: [UInt8]
        do throws(SystemError) { before = try FileDescriptor(opening: file).readToEnd() } catch {
            throw FatalError("\(error)")
        }
        let source = SourceFile(path: file, bytes: before)
        switch kind {
        case .main: return (before, MainLayout.text(of: source))
        case .master: return (before, MasterLayout.text(of: source))
        case .map: return (before, MapLayout.text(of: source, grammar: .rows))
        case .patterns: return (before, MapLayout.text(of: source, grammar: .patterns))
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(FatalError) {
        do throws(SystemError) {
            let mode = try FileStatus.ofFile(at: path)?.permissions ?? 0o644
            let file = try ReplacementFile(replacing: path, mode: mode, locked: false)
            try file.write(bytes.span, at: 0)
            try file.publish(size: bytes.count)
        } catch {
            throw FatalError("\(error)")
        }
    }
}
