import ConfigurationCompiler
import PosixSupport
import RouteExplanation

/// What of a configuration no test reached: rows, rules, restrictions.
struct TestCoverage {
    struct Part {
        var what: String
        var isReached: Bool
    }

    let parts: [Part]

    private struct RestrictionKey: Hashable {
        var list: String
        var ordinal: Int
    }

    init(_ system: RoutingSystem, _ outcomes: [TestOutcome]) throws(CommandStop) {
        let steps = outcomes.flatMap(\.steps)
        do throws(SystemError) {
            parts = Self.rows(system, steps) + (try Self.restrictions(system, steps))
        } catch { throw .fatal("\(error)") }
    }

    private static func rows(_ system: RoutingSystem, _ steps: [ExplainedStep]) -> [Part] {
        var origins = system.origins
        var reached: Set<RowPlace> = []
        for step in steps {
            guard let table = step.table, let result = step.result else { continue }
            let place = origins.place(of: Array(step.key.utf8), in: table, giving: Array(result.utf8))
            if let place { reached.insert(place) }
        }
        var seen: Set<RowPlace> = []
        return system.routingTables.flatMap { table in
            system.origins.placedRows(of: table).filter { seen.insert($0.place).inserted }.map { row in
                Part(
                    what: "\(text(row.place)): \(String(decoding: row.key, as: UTF8.self))",
                    isReached: reached.contains(row.place))
            }
        }
    }

    private static func text(_ place: RowPlace) -> String {
        switch place {
        case .line(let line): "\(line.file):\(line.line)"
        case .item(let table, _): table
        }
    }

    private static func restrictions(
        _ system: RoutingSystem, _ steps: [ExplainedStep]
    ) throws(SystemError) -> [Part] {
        var reached: Set<RestrictionKey> = []
        for step in steps where step.step == "restriction" {
            guard let list = step.parameter, let ordinal = step.ordinal else { continue }
            reached.insert(RestrictionKey(list: list, ordinal: ordinal))
        }
        return try RestrictionPlaces(system).places.map { place in
            let line = place.line.map { "\($0.file):\($0.line): " } ?? ""
            return Part(
                what: "\(line)\(place.list): \(place.text)",
                isReached: reached.contains(RestrictionKey(list: place.list, ordinal: place.ordinal)))
        }
    }

    var reached: Int { parts.count(where: \.isReached) }

    /// In percent; all of nothing is everything.
    var percentage: Double { parts.isEmpty ? 100 : Double(reached) * 100 / Double(parts.count) }

    var lines: [String] {
        let tenths = Int((percentage * 10).rounded(.down))
        let summary =
            "coverage: \(reached) of \(parts.count) rows, rules and restrictions, \(tenths / 10).\(tenths % 10) %"
        return parts.filter { !$0.isReached }.map { "not reached: \($0.what)" } + [summary]
    }
}
