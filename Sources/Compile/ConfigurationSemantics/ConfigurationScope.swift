import ConfigurationSyntax
import ParameterCatalogue

/// What parameters mean in one place: for all programs, or for one service of master.cf.
///
/// A name is looked up among the overrides of the place, then in main.cf, then among the defaults.
public struct ConfigurationScope: Sendable {
    /// Bytes of an expanded value.
    public static let maximumSize = 1 << 20
    /// Names inside names.
    static let maximumDepth = 100

    /// The settings that come before all others, by name.
    public var overrides: [String: Setting]
    /// The settings of main.cf by name, the last of each.
    public let main: [String: Setting]
    private let defaults: DefaultValues
    private var expanded: [String: [UInt8]] = [:]
    /// Names that were met in values and are nowhere defined.
    public private(set) var undefinedNames: Set<String> = []
    private var path: [String] = []

    public init(main: [String: Setting], overrides: [String: Setting] = [:], defaults: DefaultValues) {
        self.main = main
        self.overrides = overrides
        self.defaults = defaults
    }

    /// The scope of a program in which some settings come before all others.
    public func with(overrides: [String: Setting]) -> ConfigurationScope {
        ConfigurationScope(main: main, overrides: overrides, defaults: defaults)
    }

    /// The text of a parameter, not expanded; `nil` for a name that nobody defines.
    public mutating func setting(_ name: String) throws(ExpansionFailure) -> Setting? {
        if let setting = overrides[name] ?? main[name] { return setting }
        return try defaults.setting(name, in: &self)
    }

    /// The value of a parameter as programs see it; `nil` for a name that nobody defines.
    public mutating func value(_ name: String) throws(ExpansionFailure) -> [UInt8]? {
        if let value = expanded[name] { return value }
        guard let setting = try setting(name) else { return nil }
        if case .computed = setting.origin { return setting.text }
        guard ParameterCatalogue.definition(of: name)?.isRaw != true else { return setting.text }
        let value = try expand(name, setting.text)
        expanded[name] = value
        return value
    }

    /// The value as text, where what is not UTF-8 becomes U+FFFD; empty for a name that nobody defines.
    public mutating func text(_ name: String) throws(ExpansionFailure) -> String {
        String(decoding: try value(name) ?? [], as: UTF8.self)
    }

    /// A text with the names in it replaced.
    ///
    /// - Parameter name: the parameter that has the text, for messages and to notice a value that contains itself.
    public mutating func expand(_ name: String, _ text: [UInt8]) throws(ExpansionFailure) -> [UInt8] {
        guard text.contains(UInt8(ascii: "$")) else { return text }
        if let first = path.firstIndex(of: name) { throw .recursion(path[first...] + [name]) }
        guard path.count < Self.maximumDepth else { throw .tooDeep(path) }
        let macro: MacroText
        do throws(MacroFault) { macro = try MacroText(text) } catch { throw .syntax(error, name: name) }
        path.append(name)
        defer { path.removeLast() }
        return try evaluate(macro, name)
    }

    private mutating func evaluate(_ macro: MacroText, _ owner: String) throws(ExpansionFailure) -> [UInt8] {
        var result: [UInt8] = []
        for part in macro.parts {
            switch part {
            case .text(let text): result += text
            case .name(let name):
                if let value = try value(name.text) {
                    result += value
                } else {
                    undefinedNames.insert(name.text)
                }
            case .conditional(let name, let ifSet, let ifEmpty):
                // Whether a name is set is judged by its text, before names in it are replaced.
                let isSet = try setting(name.text)?.text.isEmpty == false
                if let branch = isSet ? ifSet : ifEmpty { result += try evaluate(branch, owner) }
            case .comparison(let comparison): result += try evaluate(comparison, owner)
            case .function(_, let argument):
                let domain = try evaluate(argument, owner)
                guard let ascii = InternationalDomain.ascii(domain) else {
                    throw .malformedDomain(domain, name: owner)
                }
                result += ascii
            }
            guard result.count <= Self.maximumSize else { throw .tooLong(name: owner) }
        }
        return result
    }

    private mutating func evaluate(
        _ comparison: MacroText.Comparison, _ owner: String
    ) throws(ExpansionFailure) -> [UInt8] {
        let left = try evaluate(comparison.left, owner)
        let right = try evaluate(comparison.right, owner)
        let holds: Bool
        do throws(CompatibilityLevel.Malformed) { holds = try comparison.relation.holds(left, right) } catch {
            throw .malformedLevel(error.text, name: owner)
        }
        if holds {
            guard let branch = comparison.ifTrue else { return Array("true".utf8) }
            return try evaluate(branch, owner)
        }
        guard let branch = comparison.ifFalse else { return [] }
        return try evaluate(branch, owner)
    }
}
