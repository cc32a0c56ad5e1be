import ConfigurationCompiler
import RouteExplanation

/// What of a configuration no test reached: rows, rules, restrictions.
struct TestCoverage {
    struct Part {
        var what: String
        var isReached: Bool
    }

    let parts: [Part]

    init(_ system: RoutingSystem, _ outcomes: [TestOutcome]) {
        var lines: Set<SourceLine> = []
        var restrictions: Set<String> = []
        for step in outcomes.flatMap(\.steps) {
            if step.table != nil, let source = step.source { lines.insert(source) }
            if step.step == "restriction", let list = step.parameter {
                restrictions.insert("\(list) \(step.key)")
            }
        }
        var parts: [Part] = []
        for table in system.routingTables {
            for row in system.origins.rows(of: table) {
                let key = String(decoding: row.key, as: UTF8.self)
                parts.append(
                    Part(
                        what: "\(row.origin.file):\(row.origin.line): \(key)",
                        isReached: lines.contains(row.origin)))
            }
        }
        for (name, list) in system.policy.lists {
            for restriction in list.restrictions {
                let isReached = restrictions.contains("\(name) \(restriction.name)")
                parts.append(Part(what: "\(name): \(restriction.name)", isReached: isReached))
            }
        }
        self.parts = parts
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
