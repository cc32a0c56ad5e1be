import CommandSupport

/// What differs between two configurations.
struct DiffReport {
    let parameters: [Difference]
    let services: [Difference]
    let rows: [Difference]
    let routes: [Difference]
    /// The tables that either side cannot ask here, with the reasons.
    let unknown: [Difference]

    init(_ old: ComparedConfiguration, _ new: ComparedConfiguration) {
        parameters = Difference.between(old.parameters, new.parameters)
        services = Difference.between(old.services, new.services)
        let (before, after) = (old.rows, new.rows)
        rows = Set(before.keys).union(after.keys).sorted().flatMap { table in
            Difference.between(before[table] ?? [:], after[table] ?? [:]).map { row in
                var row = row
                row.context = table
                return row
            }
        }
        routes = RouteDifference(old, new).differences(old.system, new.system)
        let (oldUnknown, newUnknown) = (Self.unknown(old), Self.unknown(new))
        unknown = Set(oldUnknown.keys).union(newUnknown.keys).sorted().map {
            Difference(name: $0, old: oldUnknown[$0], new: newUnknown[$0])
        }
    }

    private static func unknown(_ side: ComparedConfiguration) -> [String: String] {
        side.system.unknownTables.reduce(into: [:]) { $0[$1.table] = $1.reason }
    }

    /// Whether nothing that is known differs.
    var isEmpty: Bool { parameters.isEmpty && services.isEmpty && rows.isEmpty && routes.isEmpty }

    var lines: [String] {
        section("parameters", parameters) { ($0.name, " = ") }
            + section("services", services) { ($0.name, "  ") }
            + section("rows", rows) { ("\($0.context)  \($0.name)", "  ") }
            + section("routes", routes) { difference in
                let sender = difference.context.isEmpty ? "" : " from \(difference.context)"
                return (difference.name + sender, "  ")
            }
            + section("not known here", unknown) { ($0.name, "  ") }
    }

    private func section(
        _ title: String, _ differences: [Difference], _ name: (Difference) -> (String, String)
    ) -> [String] {
        guard !differences.isEmpty else { return [] }
        return ["\(title):"]
            + differences.flatMap { difference -> [String] in
                let (name, separator) = name(difference)
                let old = difference.old.map { "- \(name)\(separator)\($0)" }
                let new = difference.new.map { "+ \(name)\(separator)\($0)" }
                return [old, new].compactMap(\.self)
            }
    }

    var json: JSONValue {
        .object([
            ("parameters", .array(parameters.map { Self.json($0, "parameter") })),
            ("services", .array(services.map { Self.json($0, "service") })),
            ("rows", .array(rows.map { Self.json($0, "key", context: "table") })),
            ("routes", .array(routes.map { Self.json($0, "address", context: "sender") })),
            ("unknown", .array(unknown.map { Self.json($0, "table") })),
        ])
    }

    private static func json(_ difference: Difference, _ name: String, context: String? = nil) -> JSONValue {
        func value(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
        let first = context.map { [($0, JSONValue.string(difference.context))] } ?? []
        return .object(
            first + [
                (name, .string(difference.name)), ("old", value(difference.old)),
                ("new", value(difference.new)),
            ])
    }
}
