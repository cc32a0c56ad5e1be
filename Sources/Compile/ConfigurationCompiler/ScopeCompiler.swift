import ConfigurationSemantics
import ConfigurationSyntax
import Diagnostics
import GenerationFormat
import ParameterCatalogue

/// Gives every parameter of every scope its typed value.
struct ScopeCompiler {
    let directory: ConfigurationDirectory
    /// Where files of match lists are read; `nil` to leave them out.
    let files: SourceFiles?
    /// The scope of all programs, nothing expanded yet.
    private let base: ConfigurationScope

    var tables: TableReader
    private(set) var classes: [String: CompiledScope.Value] = [:]
    /// Parameters that have mistakes, and `smtpd_restriction_classes` for a class that has.
    private(set) var mistakenParameters: Set<String> = []
    private var findings = Findings()
    private var dependencies = NameDependencies()
    private var classNames: Set<String> = []
    private let readers = ParameterReaders()
    private var affectedNames: [Affected: [String]] = [:]
    /// What is known of parameters, those of transports too.
    private let definitions: [String: ParameterDefinition]

    /// Whether the default stands in for a value with a mistake.
    private let isLenient: Bool

    init(
        directory: ConfigurationDirectory, facts: SystemFacts, directoryName: String, files: SourceFiles?,
        isLenient: Bool
    ) {
        self.directory = directory
        self.isLenient = isLenient
        tables = TableReader(skipsUnreadableFiles: isLenient)
        self.files = files
        base = directory.scope(processName: "", facts: facts, directoryName: directoryName)
        let known = ParameterCatalogue.all.map { ($0.name, $0) }
        definitions = Dictionary(
            known + TransportNames(directory.services).definitions, uniquingKeysWith: { first, _ in first })
    }

    /// What is wrong with values.
    var diagnostics: [Diagnostic] { findings.diagnostics }

    /// The scope of all programs.
    mutating func global() -> CompiledScope {
        var scope = base
        classNames = Set(words("smtpd_restriction_classes", in: &scope))
        var compiled = CompiledScope()
        let names = parameterNames
        for name in names {
            collectDependencies(name, &scope)
            compiled.values[name] = value(name, in: &scope, service: nil)
        }
        for (name, setting) in directory.settings where definitions[name] == nil {
            dependencies.add(name, text: setting.text)
        }
        for name in classNames where RestrictionCatalogue.definition(of: name) == nil {
            classes[name] = restrictions(name, in: &scope, service: nil)
        }
        return compiled
    }

    /// The scope of a service: the values that are not those of all programs.
    mutating func scope(of service: MasterService, global: CompiledScope) -> CompiledScope {
        var overrides: [String: Setting] = [
            "service_name": Setting(text: service.name.bytes, origin: .computed),
            "process_name": Setting(text: service.command.bytes, origin: .computed),
        ]
        for override in service.overrides {
            overrides[override.name] = Setting(text: override.value, origin: .override(override))
        }
        var scope = base.with(overrides: overrides)
        var compiled = CompiledScope(service: service.label)
        var names = Set(overrides.keys.filter { definitions[$0] != nil })
        for name in overrides.keys { names.formUnion(affected(by: name, in: service.command.string)) }
        for name in names {
            guard let value = value(name, in: &scope, service: service.label),
                value.origin == .master || value.value != global.values[name]?.value
            else { continue }
            compiled.values[name] = value
        }
        return compiled
    }

    /// The parameters of a program whose values change with the value of a name.
    private mutating func affected(by name: String, in program: String) -> [String] {
        let key = Affected(name: name, program: program)
        if let names = affectedNames[key] { return names }
        let names = dependencies.closure(of: name).filter {
            definitions[$0] != nil && readers.program(program, reads: $0)
        }
        affectedNames[key] = Array(names)
        return Array(names)
    }

    private struct Affected: Hashable {
        let name: String
        let program: String
    }

    /// Those of the catalogue and of transports. A name that main.cf made up has its value in the values that have the
    /// name; it is of no use on its own.
    private var parameterNames: [String] {
        let own = definitions.keys.filter { ParameterCatalogue.definition(of: $0) == nil }
        let renamed = directory.settings.keys.filter {
            ParameterCatalogue.definition(of: $0)?.lifecycle.isBuiltIn == false
        }
        return ParameterCatalogue.all.filter(\.lifecycle.isBuiltIn).map(\.name) + own + renamed
    }

    private mutating func collectDependencies(_ name: String, _ scope: inout ConfigurationScope) {
        switch name {
        case "mydomain": dependencies.add(name, dependsOn: ["myhostname"])
        case "myhostname": dependencies.add(name, dependsOn: ["mydomain"])
        case "mynetworks":
            dependencies.add(name, dependsOn: ["mynetworks_style", "inet_interfaces", "inet_protocols"])
        default: break
        }
        do throws(ExpansionFailure) {
            if let setting = try scope.setting(name) { dependencies.add(name, text: setting.text) }
        } catch {
            // Reported when the value is made.
        }
    }

    private mutating func value(
        _ name: String, in scope: inout ConfigurationScope, service: String?
    ) -> CompiledScope.Value? {
        if let value = writtenValue(name, in: &scope, service: service) { return value }
        guard isLenient, definitions[name] != nil else { return nil }
        var defaults = scope.ofDefaults
        return writtenValue(name, in: &defaults, service: service)
    }

    private mutating func writtenValue(
        _ name: String, in scope: inout ConfigurationScope, service: String?
    ) -> CompiledScope.Value? {
        guard let text = text(name, in: &scope, service: service) else { return nil }
        let definition = definitions[name] ?? .ofUser(name)
        let value: CompiledValue
        switch definition.type {
        case .tableList:
            value = .tables(tables.tables(of: text, definition))
            add(tables.takeDiagnostics(), of: text)
        case .matchList: value = .matchList(matchList(text, definition, &scope))
        case .restrictionList: return restrictions(text)
        default:
            do throws(ScalarReader.Fault) {
                value = .encoded(try ScalarReader(definition: definition, value: text).read())
            } catch {
                add([error.diagnostic], of: text)
                return nil
            }
        }
        return compiled(text, definition.type, value)
    }

    /// Notes what is wrong with the value of a parameter or of a restriction class.
    private mutating func add(_ diagnostics: [Diagnostic], of text: ValueText) {
        findings.add(diagnostics, of: text)
        guard diagnostics.contains(where: { $0.severity == .error }) else { return }
        mistakenParameters.insert(text.name)
        if classNames.contains(text.name) { mistakenParameters.insert("smtpd_restriction_classes") }
    }

    private mutating func matchList(
        _ text: ValueText, _ definition: ParameterDefinition, _ scope: inout ConfigurationScope
    ) -> MatchListSource {
        var reader = MatchListReader(
            value: text, definition: definition,
            parentStyles: words("parent_domain_matches_subdomains", in: &scope), files: files)
        reader.read(&tables)
        add(reader.diagnostics + tables.takeDiagnostics(), of: text)
        return reader.list
    }

    private mutating func restrictions(
        _ name: String, in scope: inout ConfigurationScope, service: String?
    ) -> CompiledScope.Value? {
        guard let text = text(name, in: &scope, service: service) else { return nil }
        return restrictions(text)
    }

    private mutating func restrictions(_ text: ValueText) -> CompiledScope.Value {
        var reader = RestrictionListReader(value: text, classes: classNames)
        reader.read(&tables)
        add(reader.diagnostics + tables.takeDiagnostics(), of: text)
        return compiled(text, .restrictionList, .restrictions(reader.restrictions))
    }

    private func compiled(
        _ text: ValueText, _ type: ParameterType, _ value: CompiledValue
    ) -> CompiledScope.Value {
        let origin: ValueOrigin =
            switch text.setting.origin {
            case .builtIn: .builtIn
            case .computed, .commandLine: .computed
            case .main: .main
            case .override: .master
            }
        return CompiledScope.Value(
            type: ValueType(type), origin: origin, line: text.setting.position()?.line ?? 0, value: value)
    }

    /// The value of a name; `nil` when it has none or cannot be expanded, which is reported.
    private mutating func text(
        _ name: String, in scope: inout ConfigurationScope, service: String?
    ) -> ValueText? {
        do throws(ExpansionFailure) {
            guard let setting = try scope.setting(name) else { return nil }
            let bytes = name == "process_id" ? Array("0".utf8) : try scope.value(name) ?? []
            return valueText(name, bytes, setting, scope, service)
        } catch {
            mistakenParameters.insert(name)
            if classNames.contains(name) { mistakenParameters.insert("smtpd_restriction_classes") }
            report(error, of: name, scope, service)
            return nil
        }
    }

    private func valueText(
        _ name: String, _ bytes: [UInt8], _ setting: Setting, _ scope: ConfigurationScope, _ service: String?
    ) -> ValueText {
        let files = ValueText.Files(
            main: directory.main.source.path, master: directory.master?.source.path ?? "")
        return ValueText(
            name: name, bytes: bytes, setting: setting, service: service, files: files, scope: scope)
    }

    private mutating func report(
        _ failure: ExpansionFailure, of name: String, _ scope: ConfigurationScope, _ service: String?
    ) {
        func setting(_ name: String) -> Setting? { scope.overrides[name] ?? scope.main[name] }
        var owner = failure.name
        // Whatever compares the level fails for the one mistake in it.
        if case .malformedLevel = failure, setting(owner) == nil { owner = "compatibility_level" }
        var cycle: [String] = []
        if case .recursion(let names, _) = failure {
            guard findings.isNew(cycle: Set(names)) else { return }
            cycle = Self.rotated(Array(names.dropLast())) { setting($0)?.position() }
            owner = cycle.first ?? owner
        }
        let text = valueText(
            owner, [], setting(owner) ?? Setting(text: [], origin: .builtIn), scope, service)
        var diagnostic = text.diagnostic(failure.message)
        if case .syntax(let fault, _, _) = failure {
            diagnostic.position = text.setting.position(fault.offset)
        }
        if !cycle.isEmpty {
            let shown = (cycle + [owner]).map { "$\($0)" }.joined(separator: " -> ")
            diagnostic = text.diagnostic("the value contains itself: \(shown)")
            diagnostic.help = cycle.compactMap { name in
                setting(name)?.position().map { "\(name) in line \($0.line)" }
            }.joined(separator: ", ")
        }
        findings.add([diagnostic], of: text)
    }

    /// Names that contain each other, that which stands first in its file at the front.
    private static func rotated(
        _ cycle: [String], position: (String) -> SourcePosition?
    ) -> [String] {
        let end = SourcePosition(line: Int.max, column: 0)
        let first = cycle.indices.min { (position(cycle[$0]) ?? end) < (position(cycle[$1]) ?? end) } ?? 0
        return Array(cycle[first...] + cycle[..<first])
    }

    private func words(_ name: String, in scope: inout ConfigurationScope) -> [String] {
        do throws(ExpansionFailure) {
            return try (scope.value(name) ?? []).split(whereSeparator: WordScanner.isListSeparator)
                .map { String(decoding: $0, as: UTF8.self) }
        } catch {
            return []
        }
    }
}
