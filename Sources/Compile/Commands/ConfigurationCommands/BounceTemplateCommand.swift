import ByteScanning
import CommandSupport
import ConfigurationSemantics
import ParameterCatalogue

/// `postconf -t`, `postconf -b`: the templates of delivery status notifications, as they are or expanded.
struct BounceTemplateCommand {
    private let options: PostconfOptions
    private let reporter: Reporter

    init(_ options: PostconfOptions, _ reporter: Reporter) {
        self.options = options
        self.reporter = reporter
    }

    func run(_ output: inout OutputBuffer) throws(FatalError) {
        guard options.operands.count <= 1 else {
            throw FatalError("options -b and -t require at most one template file")
        }
        var scope = try mainScope()
        var path = options.operands.first.map { String(decoding: $0, as: UTF8.self) }
        if path == nil {
            do throws(ExpansionFailure) { path = try scope.text("bounce_template_file") } catch {
                throw reporter.failure(error)
            }
        }
        let file = try path.flatMap { $0.isEmpty ? nil : $0 }.map { (path) throws(FatalError) in
            try BounceTemplateFile(path, reporter)
        }
        for (number, kind) in BounceTemplate.Kind.allCases.enumerated() {
            if number > 0 { output.append(ASCII.newline) }
            let template = file?.templates[kind] ?? BounceTemplate(kind)
            if options.mode == .templates {
                show(template, kind, &output)
            } else {
                try showExpanded(template, kind, scope, &output)
            }
        }
    }

    private func mainScope() throws(FatalError) -> ConfigurationScope {
        let main = try MainFile(
            try Configuration.source(reporter.directory + "/main.cf"), reporter, known: [:])
        return ConfigurationScope(
            main: main.settings,
            defaults: DefaultValues(
                facts: .current, transports: TransportNames([(name: String, command: String)]()),
                processName: reporter.messages.program, directory: reporter.directory))
    }

    private func show(_ template: BounceTemplate, _ kind: BounceTemplate.Kind, _ output: inout OutputBuffer) {
        output.append("\(kind.name) = <<EOF\n")
        for header in BounceTemplate.Header.allCases {
            guard let value = template.headers[header] else { continue }
            output.append("\(header.rawValue): ")
            output.append(value.span)
            output.append(ASCII.newline)
        }
        output.append(ASCII.newline)
        for line in template.body { output.append(line.span) }
        output.append("EOF\n")
    }

    private func showExpanded(
        _ template: BounceTemplate, _ kind: BounceTemplate.Kind, _ scope: ConfigurationScope,
        _ output: inout OutputBuffer
    ) throws(FatalError) {
        var expansion = BounceExpansion(scope, reporter, file: template.file, kind: kind)
        output.append("expanded_\(kind.rawValue)_text = <<EOF\n")
        for line in template.body {
            let expanded = try expansion.expand(line)
            output.append(expanded.span)
        }
        output.append("EOF\n")
    }
}

/// Replaces the names in the text of a template.
private struct BounceExpansion {
    private var scope: ConfigurationScope
    private let reporter: Reporter
    private let file: String
    private let kind: BounceTemplate.Kind

    private static let units: [(name: String, unit: TimeUnit)] = [
        ("seconds", .seconds), ("minutes", .minutes), ("hours", .hours), ("days", .days), ("weeks", .weeks),
    ]

    init(_ scope: ConfigurationScope, _ reporter: Reporter, file: String, kind: BounceTemplate.Kind) {
        self.scope = scope
        self.reporter = reporter
        self.file = file
        self.kind = kind
    }

    mutating func expand(_ line: [UInt8]) throws(FatalError) -> [UInt8] {
        guard line.contains(ASCII.dollar) else { return line }
        let text = Array(line.dropLast())
        let shown = Reporter.shown(text)
        for (parameter, name, unit) in Self.timeNames {
            guard String(decoding: text, as: UTF8.self).contains(name) else { continue }
            scope.overrides[name] = Setting(text: try time(parameter, name, unit), origin: .commandLine)
        }
        let known = scope.undefinedNames
        do throws(ExpansionFailure) {
            let expanded = try scope.expand("", text)
            guard scope.undefinedNames == known else {
                throw ExpansionFailure.invalid(
                    "\(file): undefined $name in \(kind.rawValue) template: \(shown)", name: "")
            }
            return expanded + [ASCII.newline]
        } catch {
            if case .invalid(let message, _) = error { throw FatalError(message) }
            reporter.warning(error.warning)
            throw FatalError("\(file): bad $name syntax in \(kind.rawValue) template: \(shown)")
        }
    }

    /// The names of times in other units than their parameters have.
    private static let timeNames: [(parameter: String, name: String, unit: TimeUnit)] =
        ["bounce_queue_lifetime", "delay_warning_time", "maximal_queue_lifetime"].flatMap { parameter in
            units.map { (parameter, "\(parameter)_\($0.name)", $0.unit) }
        }

    /// The value of a parameter in whole units.
    private mutating func time(
        _ parameter: String, _ name: String, _ unit: TimeUnit
    ) throws(FatalError) -> [UInt8] {
        let text: [UInt8]
        do throws(ExpansionFailure) { text = try scope.value(parameter) ?? [] } catch {
            throw reporter.failure(error)
        }
        guard let seconds = Self.seconds(text, parameter) else {
            throw FatalError("parameter \(parameter): bad time value or unit: \(Reporter.shown(text))")
        }
        let count = seconds / unit.rawValue
        if count == 0, seconds > 0 {
            let word = name.split(separator: "_").last ?? ""
            reporter.warning(
                "\(file): zero result in \(kind.rawValue) template conversion of parameter \"\(name)\"")
            reporter.warning(
                "please reduce time unit \"\(word)\" of \"\(name)\" in \(kind.rawValue) template")
            reporter.warning("for instructions see the bounce(5) manual")
        }
        return Array(String(count).utf8)
    }

    /// `nil` for what is no time.
    private static func seconds(_ text: [UInt8], _ parameter: String) -> Int? {
        let digits = text.prefix(while: ASCII.isDigit)
        guard let count = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        var unit = TimeUnit.seconds
        if case .time(let own) = ParameterCatalogue.definition(of: parameter)?.type { unit = own }
        if let letter = text.dropFirst(digits.count).first {
            guard let given = TimeUnit(letter: letter) else { return nil }
            unit = given
        }
        let (seconds, isTooLarge) = count.multipliedReportingOverflow(by: unit.rawValue)
        return isTooLarge ? nil : seconds
    }
}
