import ByteScanning
import Diagnostics
import TableFormat

/// One pattern of a rule, as it stands between its delimiters.
public struct PatternExpression: Sendable, Equatable {
    public var text: [UInt8]
    /// What the flags behind the closing delimiter and the `!` before the opening one make of the defaults.
    public var flags: PatternImage.Flags
    /// Where `text` begins in the text of its logical line.
    public var offset: Int

    public init(text: [UInt8], flags: PatternImage.Flags, offset: Int) {
        self.text = text
        self.flags = flags
        self.offset = offset
    }
}

/// The result of a rule, and where it names the largest group.
public struct PatternResult: Sendable, Equatable {
    public var template: PatternImage.Template
    /// Where in the text of the logical line the largest group is named.
    public var offsetOfLargestGroup: Int

    public init(template: PatternImage.Template = .init(), offsetOfLargestGroup: Int = 0) {
        self.template = template
        self.offsetOfLargestGroup = offsetOfLargestGroup
    }
}

/// One logical line of a pcre or regexp table that says something (pcre_table(5), regexp_table(5)).
public struct PatternStatement: Sendable, Equatable {
    public enum Action: Sendable, Equatable {
        /// `/pattern/flags result`; for `regexp` also `/pattern/flags!/pattern/flags result`.
        case rule(PatternExpression, second: PatternExpression?, PatternResult)
        /// `if /pattern/flags`
        case openBlock(PatternExpression)
        /// `endif`, and where text follows it that does not belong there.
        case closeBlock(extraText: Int?)
    }

    public var action: Action
    public var line: LogicalLine

    public init(action: Action, line: LogicalLine) {
        self.action = action
        self.line = line
    }
}
