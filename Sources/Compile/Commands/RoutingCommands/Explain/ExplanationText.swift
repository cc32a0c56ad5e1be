import AddressRouting
import RouteExplanation

/// An explanation for people: what happened, in order, and what came of it.
enum ExplanationText {
    static func lines(_ explanation: Explanation) -> [String] {
        [name(explanation.address)] + steps(explanation) + outcome(explanation)
    }

    private static func steps(_ explanation: Explanation) -> [String] {
        explanation.steps.enumerated().flatMap { number, step -> [String] in
            let titles = explanation.sections.filter { $0.start == number }.map { "  \($0.title):" }
            return titles + ["    " + line(step)]
        }
    }

    /// The address, with brackets where there is nothing else.
    static func name(_ address: String) -> String { address.isEmpty ? "<>" : address }

    private static func line(_ step: ExplainedStep) -> String {
        var text = padded(step.step) + subject(step)
        let source = step.source.map { "  (\($0.file):\($0.line))" } ?? ""
        if let reason = step.unknown { return text + unknown(step, reason) }
        switch step.step {
        case "lookup", "list": text += "\"\(step.key)\": \(step.result?.onOneLine ?? "not found")"
        case "restriction": text += step.key + ": " + (step.result?.onOneLine ?? "says nothing")
        default: text += "\(step.key) -> \(step.result?.onOneLine ?? "nothing")"
        }
        return text + source
    }

    /// What is not known: for a table, where it is named; why is said at the end.
    private static func unknown(_ step: ExplainedStep, _ reason: String) -> String {
        guard let table = step.table else {
            return "\(step.key): not known here, \(reason.onOneLine)"
        }
        let place = step.source.map { "\($0.file):\($0.line) " } ?? ""
        return "\"\(step.key)\": not known here: \(place)\(table)"
    }

    /// The parameter and the table.
    private static func subject(_ step: ExplainedStep) -> String {
        let table = step.unknown == nil ? step.table : nil
        let words = [step.parameter, table].compactMap(\.self)
        return words.isEmpty ? "" : words.joined(separator: " ") + "  "
    }

    private static func padded(_ word: String) -> String {
        word + String(repeating: " ", count: max(1, 14 - word.count))
    }

    private static func outcome(_ explanation: Explanation) -> [String] {
        let tables = explanation.unknownTables
        var lines = tables.isEmpty ? [] : ["  if what is not known here says nothing:"]
        for recipient in explanation.recipients {
            lines.append("  => " + text(recipient))
            lines += recipient.deliveries.map { "     " + $0 }
        }
        if let answers = explanation.answers {
            for (command, reply) in [
                ("connection", answers.connection), ("HELO", answers.helo), ("MAIL FROM", answers.mail),
                ("RCPT TO", answers.recipient),
            ] {
                guard let reply else { continue }
                lines.append(
                    "  \(command): " + String(repeating: " ", count: max(0, 9 - command.count)) + "\(reply)")
            }
        } else if let error = explanation.error {
            lines.append("  refused: \(error)")
        }
        if !explanation.unknowns.isEmpty {
            lines.append("  not known here: \(explanation.unknowns.joined(separator: ", "))")
        }
        return lines + tables.map { "  not known here: \($0)" }
    }

    static func text(_ recipient: Explanation.Recipient) -> String {
        guard let transport = recipient.transport, let addressClass = recipient.addressClass else {
            return name(recipient.address) + (recipient.error.map { "  \($0)" } ?? "")
        }
        return
            "\(name(recipient.address))  class \(addressClass.rawValue), \(transport):\(recipient.nextHop ?? "")"
    }
}
