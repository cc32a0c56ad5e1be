import ByteScanning
import CommandSupport
import ConfigurationSemantics
import ConfigurationSyntax
import ParameterCatalogue

/// Finds which names the values of main.cf and master.cf use.
struct NameUses {
    private(set) var names: KnownNames
    private let reporter: Reporter
    private var scope: ConfigurationScope

    init(_ names: KnownNames, scope: ConfigurationScope, _ reporter: Reporter) {
        self.names = names
        self.scope = scope
        self.reporter = reporter
    }

    /// Looks through both files.
    mutating func find() throws(FatalError) {
        useNamesOfDefaults()
        try useNames(of: names.main.mapValues(\.text), in: nil)
        for (number, entry) in names.entries.enumerated() where !entry.parameters.isEmpty {
            try useNames(of: entry.parameters, in: number)
        }
    }

    /// Defaults of the mail system name what need not be set.
    private mutating func useNamesOfDefaults() {
        var made: [(name: String, entry: Int?)] = []
        for name in names.main.keys where !names.isProvided(name) { made.append((name, nil)) }
        for (number, entry) in names.entries.enumerated() {
            for name in entry.parameters.keys where !names.isProvided(name) { made.append((name, number)) }
        }
        guard !made.isEmpty else { return }
        let used = Self.namesOfDefaults()
        for (name, entry) in made where used.contains(name) {
            names.useIfDefined(name, in: entry)
            if KnownNames.isFormer(name) { names.list(name) }
        }
    }

    private static func namesOfDefaults() -> Set<String> {
        var used: Set<String> = []
        for definition in ParameterCatalogue.all
        where definition.lifecycle.isBuiltIn && !definition.isRaw && definition.defaultText.utf8.contains(36)
        {
            used.formUnion(MacroText(tolerating: Array(definition.defaultText.utf8)).names.map(\.text))
        }
        return used
    }

    private mutating func useNames(of settings: [String: [UInt8]], in entry: Int?) throws(FatalError) {
        try useClasses(settings, in: entry)
        for (name, text) in settings {
            let isRaw = ParameterCatalogue.definition(of: name)?.isRaw == true
            guard !isRaw else { continue }
            useNames(of: text, in: entry)
            if text.contains(where: Self.isSpecial), names.isProvided(name) {
                try useDatabases(name, text, settings, in: entry)
            }
        }
    }

    private mutating func useNames(of text: [UInt8], in entry: Int?) {
        guard text.contains(ASCII.dollar) else { return }
        let macro = MacroText(tolerating: text)
        for fault in macro.faults { reporter.warning(fault.description(in: text)) }
        for name in macro.names { names.use(name.text, in: entry) }
    }

    /// The lists of restrictions that `smtpd_restriction_classes` names.
    private mutating func useClasses(_ settings: [String: [UInt8]], in entry: Int?) throws(FatalError) {
        var place = scope
        if entry != nil {
            // Names in it are looked up in the entry alone.
            place = ConfigurationScope(
                main: settings.mapValues { Setting(text: $0, origin: .commandLine) }, defaults: nil)
        }
        let list: [UInt8]
        do throws(ExpansionFailure) {
            list = try place.writtenValue("smtpd_restriction_classes") ?? []
        } catch {
            throw reporter.failure(error, reader: "dictionary mail_dict: ")
        }
        let words = list.split(whereSeparator: { $0 == ASCII.comma || WordScanner.isBlank($0) })
        for word in words { names.use(String(decoding: word, as: UTF8.self), in: entry) }
    }

    /// What a value without tables, braces and names has nowhere.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == ASCII.colon || byte == ASCII.dollar || byte == ASCII.openBrace
    }

    /// The parameters of the tables of other systems that a value names.
    private mutating func useDatabases(
        _ name: String, _ text: [UInt8], _ settings: [String: [UInt8]], in entry: Int?
    ) throws(FatalError) {
        var value = text
        if text.contains(ASCII.dollar) {
            do throws(ExpansionFailure) {
                var place = scope
                if entry != nil {
                    place.overrides = settings.mapValues { Setting(text: $0, origin: .commandLine) }
                }
                value = try place.expand(name, text)
            } catch {
                throw reporter.failure(error)
            }
        }
        let file = entry.map { Array("master.cf:".utf8) + names.entries[$0].label } ?? Array("main.cf".utf8)
        let tables = DatabaseReference.all(in: value) { reporter.warning(file + Array(": ".utf8) + $0) }
        for table in tables {
            switch table.settings {
            case .file(let path): try DatabaseSettingsFile(path, table.kind, reporter).check()
            case .prefix(let prefix):
                for suffix in table.kind.suffixes { names.useIfDefined("\(prefix)_\(suffix)", in: entry) }
            }
        }
    }
}
