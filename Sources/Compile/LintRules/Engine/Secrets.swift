import ByteScanning
import ConfigurationSyntax
import Diagnostics
import TableFormat

/// Hides passwords in lines that are shown.
public struct Secrets {
    /// Files whose values are passwords, or whose settings have some.
    private let files: Set<String>
    /// Bytes of configuration files that hold some.
    private let ranges: [SourceRange]

    static let mask: UInt8 = UInt8(ascii: "*")

    public init(of context: LintContext) {
        var files: Set<String> = []
        var ranges: [SourceRange] = []
        for use in context.tableUses {
            if use.isSecret {
                if let path = use.path { files.insert(context.files.location(of: path)) }
                if use.path == nil, let range = use.word.nearestRange { ranges.append(range) }
            }
            switch use.table?.type {
            case .ldap, .mysql, .pgsql, .mongodb:
                if let path = use.path { files.insert(context.files.location(of: path)) }
            default: break
            }
        }
        for (name, value, _) in context.mainSettings where Self.isSecretName(name.string) {
            ranges.append(context.range(inMain: value))
        }
        for override in context.directory.services.flatMap(\.overrides) where Self.isSecretName(override.name)
        {
            ranges.append(context.range(inMaster: override.text))
        }
        self.files = files
        self.ranges = ranges
    }

    /// Names of parameters that main.cf has for ldap, mysql and pgsql tables, such as `accounts_bind_pw`; tables of
    /// passwords are named, but are none.
    private static func isSecretName(_ name: String) -> Bool {
        name.hasSuffix("_bind_pw") || name.hasSuffix("_password")
    }

    /// A line of a file with asterisks in the place of what is secret.
    public func shown(_ file: String, _ text: TextLines, line: Int) -> [UInt8] {
        let range = text.range(ofLine: line)
        var bytes = text.bytes.span.bytes(range)
        if files.contains(file), bytes.first != ASCII.numberSign {
            let key = bytes.prefix { !ASCII.isSpace($0) && $0 != ASCII.equals }.count
            hide(key..<bytes.count, in: &bytes)
        }
        for secret in ranges where secret.file == file {
            let part = secret.bytes.clamped(to: range)
            hide(part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound, in: &bytes)
        }
        return bytes
    }

    /// Whether a line has something to hide.
    public func hides(_ file: String, _ text: TextLines, line: Int) -> Bool {
        shown(file, text, line: line) != text.text(ofLine: line)
    }

    private func hide(_ range: Range<Int>, in bytes: inout [UInt8]) {
        for index in range where !ASCII.isSpace(bytes[index]) && bytes[index] != ASCII.equals {
            bytes[index] = Self.mask
        }
    }
}
