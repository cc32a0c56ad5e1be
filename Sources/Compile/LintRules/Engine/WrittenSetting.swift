import ByteScanning
import ConfigurationSemantics
import ConfigurationSyntax
import ParameterCatalogue

/// A setting that somebody wrote, in main.cf or with `-o` in master.cf.
public struct WrittenSetting {
    public var name: String
    /// `nil` for a name that is no parameter.
    public var definition: ParameterDefinition?
    public var setting: Setting
    /// Where it counts: main.cf, or one service.
    public var scope: ServiceScope
    public var nameRange: SourceRange
    public var valueRange: SourceRange

    public var isOverride: Bool { scope.service != nil }

    /// The value with names replaced; `nil` when it cannot be had.
    public var value: [UInt8]? {
        guard setting.text.contains(ASCII.dollar), definition?.isRaw != true else { return setting.text }
        return scope.expand(setting.text)
    }

    public var text: String { String(decoding: value ?? setting.text, as: UTF8.self) }

    /// Where a part of the text stands.
    public func range(_ part: Range<Int>) -> SourceRange { scope.range(of: setting, part) ?? valueRange }
}

extension LintContext {
    func allWrittenSettings() -> [WrittenSetting] {
        var last: [String: Int] = [:]
        let settings = mainSettings
        for (index, setting) in settings.enumerated() { last[setting.name.string] = index }
        let ofMain = settings.indices.filter { last[settings[$0].name.string] == $0 }.map { index in
            let (name, value, _) = settings[index]
            return WrittenSetting(
                name: name.string, definition: definition(of: name.string),
                setting: Setting(text: value.bytes, origin: .main(value)), scope: main,
                nameRange: range(inMain: name), valueRange: range(inMain: value))
        }
        return ofMain + services.flatMap(overrides)
    }

    private func overrides(of scope: ServiceScope) -> [WrittenSetting] {
        guard let service = scope.service else { return [] }
        return service.overrides.map { override in
            let setting = Setting(text: override.value, origin: .override(override))
            let whole = range(inMaster: override.text)
            return WrittenSetting(
                name: override.name, definition: definition(of: override.name), setting: setting,
                scope: scope, nameRange: range(inMaster: override.text, Self.name(of: override)),
                valueRange: scope.range(of: setting) ?? whole)
        }
    }

    /// Where the name of an override is in its text.
    private static func name(of override: MasterService.Override) -> Range<Int> {
        let text = override.text.bytes
        let name = Array(override.name.utf8)
        for start in text.indices where text[start...].starts(with: name) {
            return start..<start + name.count
        }
        return 0..<text.count
    }
}
