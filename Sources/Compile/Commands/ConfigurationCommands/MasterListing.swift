import ByteScanning
import CommandSupport
import ConfigurationSemantics
import ParameterCatalogue

/// Prints entries of master.cf, their fields, or the parameters that they set (postconf(1), `-M -F -P`).
struct MasterListing {
    private let configuration: Configuration
    private let options: PostconfOptions
    private let layout: ValueLayout

    init(_ configuration: Configuration) {
        self.configuration = configuration
        options = configuration.options
        layout = ValueLayout(options)
    }

    /// Those that the command line names, or all.
    func run(_ output: inout OutputBuffer) throws(FatalError) {
        guard !options.operands.isEmpty else {
            for entry in configuration.master.entries { _ = try show(entry, nil, &output) }
            return
        }
        let patterns = try patterns()
        var matched: Set<Int> = []
        for entry in configuration.master.entries {
            for (number, pattern) in patterns.enumerated() where pattern.matches(entry) {
                if try show(entry, pattern.member, &output) { matched.insert(number) }
            }
        }
        for (number, pattern) in patterns.enumerated() where !matched.contains(number) {
            configuration.reporter.warning(
                Array("unmatched request: \"".utf8) + pattern.text + Array("\"".utf8))
        }
    }

    private func patterns() throws(FatalError) -> [ServicePattern] {
        var patterns: [ServicePattern] = []
        for word in options.operands {
            let count = options.mode == .masterEntries ? 1...2 : 1...3
            guard let pattern = ServicePattern(word, parts: count) else { throw FatalError(form) }
            if options.mode == .masterFields { try checkField(pattern.member) }
            patterns.append(pattern)
        }
        return patterns
    }

    private var form: String {
        switch options.mode {
        case .masterEntries: "-M option requires service_name[/type]"
        case .masterFields: "-F option requires service_name[/type[/field]]"
        default: "-P option requires service_name[/type[/parameter]]"
        }
    }

    private func checkField(_ member: [UInt8]?) throws(FatalError) {
        guard let member else { return }
        guard ServiceField(rawValue: String(decoding: member, as: UTF8.self)) != nil else {
            throw FatalError(ServiceField.unknown(member))
        }
    }

    /// Whether the entry has what was asked for.
    private func show(
        _ entry: MasterEntry, _ member: [UInt8]?, _ output: inout OutputBuffer
    ) throws(FatalError) -> Bool {
        switch options.mode {
        case .masterEntries: try showEntry(entry, &output)
        case .masterFields: try showFields(entry, member, &output)
        default: return try showParameters(entry, member, &output)
        }
        return true
    }

    private func showEntry(_ entry: MasterEntry, _ output: inout OutputBuffer) throws(FatalError) {
        let words = try expanded(entry).words
        if options.has(.json) {
            layout.append(entry.label, EntryLayout.line(words), to: &output)
        } else {
            EntryLayout(folds: options.has(.fold)).append(words, to: &output)
        }
    }

    private func showFields(
        _ entry: MasterEntry, _ member: [UInt8]?, _ output: inout OutputBuffer
    ) throws(FatalError) {
        for field in ServiceField.allCases {
            let name = Array(field.rawValue.utf8)
            guard member == nil || member == name else { continue }
            let label = entry.label + [ASCII.slash] + name
            guard field == .command, !options.has(.hidesValues) else {
                layout.append(label, entry.words[field.column], to: &output)
                continue
            }
            let words = try expanded(entry).words
            if options.has(.json) {
                var line = OutputBuffer()
                EntryLayout(folds: false).append(command: words, column: 0, to: &line)
                layout.append(label, line.takeLine(), to: &output)
                continue
            }
            let prefix = options.has(.hidesNames) ? [] : label + Array(" = ".utf8)
            output.append(prefix.span)
            EntryLayout(folds: options.has(.fold)).append(command: words, column: prefix.count, to: &output)
            output.append(ASCII.newline)
        }
    }

    private func showParameters(
        _ entry: MasterEntry, _ member: [UInt8]?, _ output: inout OutputBuffer
    ) throws(FatalError) -> Bool {
        var names = Array(entry.parameters.keys)
        if options.listsInherited, options.has(.expands) {
            names = Array(Set(names).union(inheritedNames))
        }
        if let member { names = names.filter { Array($0.utf8) == member } }
        var scope = configuration.scope(of: entry)
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            do throws(ExpansionFailure) {
                var text = entry.parameters[name]
                if options.has(.expands), !options.has(.hidesValues) { text = try scope.expandedValue(name) }
                layout.append(entry.label + [ASCII.slash] + name.utf8, text ?? [], to: &output)
            } catch {
                throw configuration.reporter.failure(error)
            }
        }
        return !names.isEmpty
    }

    /// The parameters that an entry has without setting them.
    private var inheritedNames: Set<String> {
        configuration.names.user.union(
            ParameterCatalogue.all.filter(KnownNames.isBuiltIn).map(\.name))
    }

    /// The entry with the names in the values of `-o` replaced, if that is asked for.
    private func expanded(_ entry: MasterEntry) throws(FatalError) -> MasterEntry {
        guard options.has(.expands) else { return entry }
        var entry = entry
        var scope = configuration.scope(of: entry)
        for index in entry.overrideIndexes {
            do throws(ExpansionFailure) {
                entry.words[index] = try scope.expand("-o", entry.words[index])
            } catch {
                throw configuration.reporter.failure(error)
            }
        }
        return entry
    }
}
