import AddressRouting
import CommandSupport
import ConfigurationCompiler
import RouteExplanation

/// The JSON form of an explanation (postroom-explain(1)).
enum ExplanationJSON {
    static func value(_ explanation: Explanation) -> JSONValue {
        .object([
            ("address", .string(explanation.address)),
            ("recipients", .array(explanation.recipients.map(value))),
            ("steps", .array(explanation.steps.map(value))),
            ("error", value(explanation.error)),
            ("unknown", .array(unknown(explanation))),
        ])
    }

    /// What is not known: tables, then restrictions.
    private static func unknown(_ explanation: Explanation) -> [JSONValue] {
        explanation.unknownTables.map(value)
            + explanation.unknowns.map { JSONValue.object([("restriction", .string($0))]) }
    }

    static func value(_ table: UnknownTable) -> JSONValue {
        .object([
            ("table", .string(table.table)), ("source", value(table.source)),
            ("reason", .string(table.reason)),
        ])
    }

    static func value(_ recipient: Explanation.Recipient) -> JSONValue {
        .object([
            ("recipient", .string(recipient.address)), ("transport", text(recipient.transport)),
            ("nexthop", text(recipient.nextHop)), ("class", text(recipient.addressClass?.rawValue)),
            ("error", value(recipient.error)),
        ])
    }

    static func value(_ step: ExplainedStep) -> JSONValue {
        .object(
            [
                ("step", .string(step.step)), ("table", text(step.table ?? step.parameter)),
                ("key", .string(step.key)), ("source", value(step.source)), ("result", text(step.result)),
            ] + (step.unknown.map { [("unknown", .string($0))] } ?? []))
    }

    static func value(_ source: SourceLine?) -> JSONValue {
        guard let source else { return .null }
        return .object([("file", .string(source.file)), ("line", .number(source.line))])
    }

    static func value(_ reply: RoutingReply?) -> JSONValue {
        guard let reply else { return .null }
        return .object([
            ("code", .number(reply.code)), ("dsn", .string(reply.enhancedCode)),
            ("text", .string(reply.text)),
        ])
    }

    private static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}
