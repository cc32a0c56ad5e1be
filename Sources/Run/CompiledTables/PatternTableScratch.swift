import PatternMatching

/// What a lookup writes to, kept for the next one so that it need not be allocated. One lookup has it at a
/// time.
final class PatternTableScratch: @unchecked Sendable {
    // SAFETY: handed from lookup to lookup through a locked pool, and used by the one that has it.
    /// A bit for each literal that was seen.
    var seen: [UInt64]
    /// The literals that were seen.
    var found: [Int] = []
    /// A bit for each rule one of whose literals was seen.
    var candidates: [UInt64]
    /// The blocks that the rule at hand is in and whose condition holds, outermost first.
    var openBlocks: [Int] = []
    /// The conditions that have to hold before the rule at hand is tried, innermost first.
    var pendingBlocks: [Int] = []
    let registers: MatchRegisters
    /// For patterns whose groups nobody wants.
    let noRegisters = MatchRegisters(groupCount: 0)

    init(rules: Int, literals: Int, groups: Int) {
        seen = Array(repeating: 0, count: literals / 64 + 1)
        candidates = Array(repeating: 0, count: rules / 64 + 1)
        registers = MatchRegisters(groupCount: groups)
    }

    func reset() {
        for literal in found { seen[literal >> 6] = 0 }
        found.removeAll(keepingCapacity: true)
        for word in candidates.indices { candidates[word] = 0 }
        openBlocks.removeAll(keepingCapacity: true)
        pendingBlocks.removeAll(keepingCapacity: true)
    }
}
