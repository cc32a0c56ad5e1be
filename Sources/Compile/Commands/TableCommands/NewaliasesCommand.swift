import CommandSupport
import PosixSupport

/// `newaliases`: rebuilds every alias database that main.cf names in `alias_database` (newaliases(1)).
public struct NewaliasesCommand {
    private static let usageStatus: Int32 = 64
    private static let temporaryFailureStatus: Int32 = 75

    /// Runs the command and returns its exit status: that of postalias, 64 for a wrong option, 75 for an argument.
    ///
    /// The options are those of sendmail(1); what has no meaning here is accepted and ignored.
    public static func run(_ words: [[UInt8]], name: String) -> Int32 {
        let messages = Messages(program: name)
        let parsed: (elements: [OptionScanner.Element], operands: [[UInt8]])
        do throws(OptionScanner.Fault) {
            let flags = "GIUacimntvx"
            parsed = try OptionScanner(flags: flags, options: "ABCFLNORVXbefhopqr").scan(words)
        } catch {
            messages.report(error)
            messages.fatal("usage: \(name) [options]")
            return usageStatus
        }
        guard parsed.operands.isEmpty else {
            messages.fatal("alias initialization mode requires no recipient")
            return temporaryFailureStatus
        }
        var options: [[UInt8]] = []
        var directory: [UInt8]?
        var tables: [[UInt8]] = []
        for element in parsed.elements {
            switch element {
            case .option("C", let value):
                directory = value
                options += [Array("-c".utf8), value]
            case .option("o", let value) where value.first == UInt8(ascii: "A"):
                tables = [Array(value.dropFirst())]
            case .flag("v"): options.append(Array("-v".utf8))
            case .flag, .option: break
            }
        }
        if tables.isEmpty {
            do throws(SystemError) {
                let directory = directory.map { String(decoding: $0, as: UTF8.self) }
                tables = try MainParameters(directory: directory).list("alias_database").map {
                    Array($0.utf8)
                }
            } catch {
                messages.fatal("\(error)")
                return 1
            }
        }
        guard !tables.isEmpty else { return 0 }
        return TableCommand.run(
            options + [Array("--".utf8)] + tables, program: .postalias, name: "postalias")
    }
}
