/// All that is known of a parameter of main.cf (postconf(5) of Postfix 3.12).
public struct ParameterDefinition: Sendable {
    /// Where the value comes from that a parameter has when main.cf is silent.
    public enum Default: Sendable, Equatable, ExpressibleByStringLiteral {
        /// A text, with `$name` in it as it stands in the manual.
        case text(String)
        /// The machine or the process decides.
        case computed

        public init(stringLiteral text: String) { self = .text(text) }
    }

    public let name: String
    public let defaultValue: Default
    public let type: ParameterType
    /// Limits that are enforced: of the value for numbers, of the length for text.
    public let minimum: Int?
    public let maximum: Int?
    /// The words of a keyword or a set, with commas between; or what a value of another type looks like.
    public let allowed: String
    /// What the text means, where the type does not say it.
    public let meaning: String
    /// Whether `$name` stays as it is when the parameter is read.
    public let isRaw: Bool
    /// The version of Postfix that brought it; empty when that is long ago.
    public let since: String
    public let lifecycle: ParameterLifecycle
    /// The programs that read it, with blanks between; `*` for all of them.
    public let programs: String
    /// One line.
    public let summary: String

    /// The default as text; empty where it is computed.
    public var defaultText: String {
        switch defaultValue {
        case .text(let text): text
        case .computed: ""
        }
    }

    /// Whether a program reads it.
    ///
    /// - Parameter program: the name of a daemon as master.cf has it.
    public func isRead(by program: String) -> Bool {
        programs.split(separator: " ").contains { $0 == "*" || $0 == program }
    }
}
