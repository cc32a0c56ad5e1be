import ByteScanning

/// A JSON text (RFC 8259) that a command prints for programs.
public indirect enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case number(Int)
    /// A number of seconds, with a precision of microseconds.
    case seconds(Double)
    case string(String)
    case array([JSONValue])
    /// Members in their order.
    case object([(String, JSONValue)])

    /// One line.
    public var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let number): String(number)
        case .seconds(let seconds): Self.decimal(seconds)
        case .string(let text): Self.quoted(text)
        case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0) + ":" + $1.text }.joined(separator: ",") + "}"
        }
    }

    private static func decimal(_ seconds: Double) -> String {
        let micro = Int((seconds * 1_000_000).rounded())
        let fraction = String(micro % 1_000_000)
        return "\(micro / 1_000_000)." + String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
    }

    private static func quoted(_ text: String) -> String {
        "\"" + String(decoding: JSONRow.escaped(Array(text.utf8)), as: UTF8.self) + "\""
    }
}
