import AddressRouting

/// The steps of a walk through a configuration of which some tables may not be known here. Such a table counts as if it
/// had nothing, and the step says that its answer is not known.
struct WalkNotes: RoutingTrace {
    private(set) var steps: [RoutingStep] = []
    /// How often an answer was missing so far: what was decided while it grew depends on a table that is not known.
    private(set) var missingAnswers = 0
    private var isQuiet: Bool

    /// - Parameter isQuiet: whether missing answers alone are noted.
    init(isQuiet: Bool = false) { self.isQuiet = isQuiet }

    var goesOnWithoutAnswers: Bool { true }

    mutating func record(_ step: @autoclosure () -> RoutingStep) {
        if !isQuiet { steps.append(step()) }
    }

    mutating func record(missingAnswer step: RoutingStep) {
        missingAnswers += 1
        if !isQuiet || !steps.contains(step) { steps.append(step) }
    }

    /// Does something whose steps do not matter, but for answers that are missing.
    mutating func quietly<Result>(
        _ work: (inout WalkNotes) throws(RoutingFailure) -> Result
    ) throws(RoutingFailure) -> Result {
        let outer = isQuiet
        isQuiet = true
        defer { isQuiet = outer }
        return try work(&self)
    }
}
