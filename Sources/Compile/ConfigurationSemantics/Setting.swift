import ConfigurationSyntax
import Diagnostics

/// The text of a parameter's value and where it was written.
public struct Setting: Sendable {
    /// Not expanded.
    public var text: [UInt8]
    public var origin: Origin

    public enum Origin: Sendable {
        /// Nobody wrote it: the default.
        case builtIn
        /// The machine or the process decides.
        case computed
        /// main.cf
        case main(LineText)
        /// `-o` in master.cf.
        case override(MasterService.Override)
        /// `-o` of a command.
        case commandLine

        /// Whether an administrator wrote it.
        public var isExplicit: Bool {
            switch self {
            case .builtIn, .computed: false
            case .main, .override, .commandLine: true
            }
        }
    }

    public init(text: [UInt8], origin: Origin) {
        self.text = text
        self.origin = origin
    }

    /// Where byte `offset` of the text stands in its file; `nil` for what no file has.
    public func position(_ offset: Int = 0) -> SourcePosition? {
        switch origin {
        case .builtIn, .computed, .commandLine: nil
        case .main(let text): text.position(offset)
        case .override(let override): override.text.position(override.valueOffset + offset)
        }
    }
}
