import ConfigurationSyntax
import ParameterCatalogue

/// What parameters mean in one place: for all programs, or for one service of master.cf.
///
/// A name is looked up among the overrides of the place, then in main.cf, then among the defaults.
public struct ConfigurationScope: Sendable {
    /// Bytes of an expanded value.
    public static let maximumSize = 1 << 20

    /// The settings that come before all others, by name.
    public var overrides: [String: Setting]
    /// The settings of main.cf by name, the last of each.
    public let main: [String: Setting]
    /// `nil` where only what somebody wrote counts.
    private let defaults: DefaultValues?
    private var expanded: [String: [UInt8]] = [:]
    /// Names that were met in values and are nowhere defined.
    public private(set) var undefinedNames: Set<String> = []
    var evaluation = Evaluation()

    /// Where an evaluation is.
    struct Evaluation {
        /// The parameters whose text is being expanded, the outermost first.
        var path: [String] = []
        /// Parts of texts inside parts of texts.
        var depth = 0
    }

    public init(main: [String: Setting], overrides: [String: Setting] = [:], defaults: DefaultValues?) {
        self.main = main
        self.overrides = overrides
        self.defaults = defaults
    }

    /// The scope of a program in which some settings come before all others.
    public func with(overrides: [String: Setting]) -> ConfigurationScope {
        ConfigurationScope(main: main, overrides: overrides, defaults: defaults)
    }

    /// The same scope in which nobody has set anything.
    public var ofDefaults: ConfigurationScope { ConfigurationScope(main: [:], defaults: defaults) }

    /// The same settings without the defaults.
    var written: ConfigurationScope {
        ConfigurationScope(main: main, overrides: overrides, defaults: nil)
    }

    /// The text of a parameter, not expanded; `nil` for a name that nobody defines.
    public mutating func setting(_ name: String) throws(ExpansionFailure) -> Setting? {
        if let setting = overrides[name] ?? main[name] { return setting }
        guard let defaults else { return nil }
        return try defaults.setting(name, in: &self)
    }

    /// The value of a parameter as programs see it; `nil` for a name that nobody defines.
    public mutating func value(_ name: String) throws(ExpansionFailure) -> [UInt8]? {
        if ParameterCatalogue.definition(of: name)?.isRaw == true { return try setting(name)?.text }
        return try reference(name)
    }

    /// The value as text, where what is not UTF-8 becomes U+FFFD; empty for a name that nobody defines.
    public mutating func text(_ name: String) throws(ExpansionFailure) -> String {
        String(decoding: try value(name) ?? [], as: UTF8.self)
    }

    /// The value of a parameter with all names in it replaced, even where programs do so later; `nil` for a name that
    /// nobody defines.
    public mutating func expandedValue(_ name: String) throws(ExpansionFailure) -> [UInt8]? {
        try reference(name)
    }

    /// What `$name` stands for.
    mutating func reference(_ name: String) throws(ExpansionFailure) -> [UInt8]? {
        if let value = expanded[name] { return value }
        guard let setting = try setting(name) else {
            undefinedNames.insert(name)
            return nil
        }
        if case .computed = setting.origin { return setting.text }
        let value = try expand(name, setting.text)
        expanded[name] = value
        return value
    }
}
