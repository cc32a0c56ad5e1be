import ParameterCatalogue

/// The part of main.cf(5) between its two marks: every parameter by subject.
struct ManualReference {
    static let begin = ".\\\" BEGIN PARAMETERS"
    static let end = ".\\\" END PARAMETERS"

    /// The page with the part between the marks made anew; `nil` when it has no marks.
    func page(_ page: String) -> String? {
        guard let begin = page.firstRange(of: Self.begin + "\n"), let end = page.firstRange(of: Self.end)
        else {
            return nil
        }
        return page[..<begin.upperBound] + text + page[end.lowerBound...]
    }

    private var text: String {
        let parameters = Dictionary(
            uniqueKeysWithValues: (ParameterCatalogue.all + ParameterCatalogue.perTransport).map {
                ($0.name, $0)
            })
        return ParameterCatalogue.subjects.map { subject in
            ".Ss \(escaped(subject.title))\n.Bl -tag -width Ds\n"
                + subject.names.sorted().compactMap { parameters[$0] }.map(entry).joined() + ".El\n"
        }.joined()
    }

    private func entry(_ parameter: ParameterDefinition) -> String {
        var lines = [".It Va \(parameter.name)", line(sentence(parameter.summary))]
        lines.append(line(facts(parameter)))
        switch parameter.defaultValue {
        case .computed: lines.append("computed by default.")
        case .text(""): lines.append("no default.")
        case .text(let text): lines += ["default", ".Li \(quoted(text)) ."]
        }
        if !parameter.programs.isEmpty { lines.append(line(programs(parameter))) }
        if !parameter.since.isEmpty { lines.append("Since \(parameter.since).") }
        if let fate = fate(parameter.lifecycle) { lines.append(".Em \(quoted(fate))") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func facts(_ parameter: ParameterDefinition) -> String {
        var facts = [typeName(parameter)]
        switch (parameter.minimum, parameter.maximum) {
        case (let low?, let high?): facts.append("\(low) to \(high)")
        case (let low?, nil) where low > 1 || parameter.type.isNumeric: facts.append("at least \(low)")
        case (nil, let high?): facts.append("at most \(high)")
        default: break
        }
        if !parameter.allowed.isEmpty { facts.append(parameter.allowed) }
        if parameter.isRaw { facts.append("not expanded when it is read") }
        return sentence(facts.joined(separator: "; ")).dropLast() + ";"
    }

    private func programs(_ parameter: ParameterDefinition) -> String {
        let names = parameter.programs.split(separator: " ")
        if names.contains("*") { return "For all programs." }
        return "For \(names.joined(separator: ", "))."
    }

    private func typeName(_ parameter: ParameterDefinition) -> String {
        let name =
            switch parameter.type {
            case .boolean: "yes or no"
            case .integer: "number"
            case .size: "number of bytes"
            case .time(let unit): "time, in \(unit) without a unit"
            case .string: "text"
            case .keyword: "word"
            case .keywordSet: "set of words"
            case .list: "list"
            case .tableList: "tables"
            case .matchList: "match list"
            case .restrictionList: "restrictions"
            case .address: "address"
            case .template: "template"
            case .user: "user"
            case .group: "group"
            case .path: "file name"
            case .command: "command"
            }
        return parameter.meaning.isEmpty ? name : "\(name): \(parameter.meaning)"
    }

    private func fate(_ lifecycle: ParameterLifecycle) -> String? {
        let (what, since, replacement): (String, String, String)
        switch lifecycle {
        case .current: return nil
        case .readOnly: return "It cannot be set."
        case .deprecated(let version, let name): (what, since, replacement) = ("Deprecated", version, name)
        case .renamed(let version, let name): (what, since, replacement) = ("Renamed", version, name)
        case .ignored(let version, let name): (what, since, replacement) = ("Ignored", version, name)
        case .obsolete(let version, let name): (what, since, replacement) = ("Obsolete", version, name)
        case .removed(let version, let name): (what, since, replacement) = ("Removed", version, name)
        }
        return what + (since.isEmpty ? "" : " since \(since)")
            + (replacement.isEmpty ? "." : "; use \(replacement).")
    }

    private func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
    }

    /// A line of text, which must not begin like a request.
    private func line(_ text: String) -> String {
        let escaped = escaped(text)
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }

    /// One argument of a macro, and not another macro.
    private func quoted(_ text: String) -> String {
        "\"\\&" + escaped(text).replacing("\"", with: "\"\"") + "\""
    }

    private func escaped(_ text: String) -> String { text.replacing("\\", with: "\\e") }
}

extension ParameterType {
    fileprivate var isNumeric: Bool {
        switch self {
        case .integer, .size, .time: true
        default: false
        }
    }
}
