import ParameterCatalogue

/// The part of main.cf(5) between its two marks: every parameter by subject.
struct ManualReference {
    static let begin = ".\\\" BEGIN PARAMETERS"
    static let end = ".\\\" END PARAMETERS"

    /// The page with the part between the marks made anew; `nil` when it has no marks.
    func page(_ page: String) -> String? {
        guard let begin = page.firstRange(of: Self.begin + "\n"), let end = page.firstRange(of: Self.end) else {
            return nil
        }
        return page[..<begin.upperBound] + text + page[end.lowerBound...]
    }

    private var text: String {
        let subjects = ParameterCatalogue.subjects + [ParameterCatalogue.transportSubject]
        return subjects.map { subject in
            ".SS \(escaped(subject.title))\n"
                + subject.parameters.sorted { $0.name < $1.name }.map(entry).joined()
        }.joined()
    }

    private func entry(_ parameter: ParameterDefinition) -> String {
        var lines = [".TP", "\\fB\(escaped(parameter.name))\\fR (\(defaultText(parameter)))"]
        lines.append(line(sentence(parameter.summary)))
        lines.append(line(sentence(facts(parameter))))
        if let fate = fate(parameter.lifecycle) { lines.append(line(fate)) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func defaultText(_ parameter: ParameterDefinition) -> String {
        switch parameter.defaultValue {
        case .computed: "computed"
        case .text(""): "empty"
        case .text(let text): "default: \(escaped(text))"
        }
    }

    private func facts(_ parameter: ParameterDefinition) -> String {
        var facts = [typeName(parameter)]
        switch (parameter.minimum, parameter.maximum) {
        case (let low?, let high?): facts.append("\(low) to \(high)")
        case (let low?, nil): facts.append("\(low) or more")
        case (nil, let high?): facts.append("\(high) at the most")
        case (nil, nil): break
        }
        if !parameter.allowed.isEmpty { facts.append(parameter.allowed) }
        if parameter.isRaw { facts.append("names are replaced when it is used") }
        if !parameter.since.isEmpty { facts.append("since Postfix \(parameter.since)") }
        if !parameter.programs.isEmpty {
            facts.append(
                parameter.programs.hasPrefix("*") ? "for all programs" : "for \(parameter.programs)")
        }
        return facts.joined(separator: "; ")
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
        return what + (since.isEmpty ? "" : " since Postfix \(since)")
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

    private func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    }
}
