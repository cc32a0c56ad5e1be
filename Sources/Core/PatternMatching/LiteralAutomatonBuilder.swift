/// Makes the tables of a `LiteralAutomaton` from literals.
public struct LiteralAutomatonBuilder {
    /// The tables, to be read by `LiteralAutomaton`.
    public private(set) var tables: [UInt8] = []
    /// The literals in the order of the numbers that the automaton reports.
    public private(set) var literals: [[UInt8]] = []

    private var labels: [UInt8] = [0]
    /// The first child of each state; the children of a state are numbered one after the other.
    private var children: [Int] = []
    private var failures: [Int] = [0]
    /// For each state, one more than the number of the longest literal that ends there.
    private var outputs: [Int] = [0]
    /// For each literal, one more than the number of the next longest that ends with it.
    private var shorter: [Int] = []

    /// - Parameter literals: Not empty, in lower case; duplicates count once.
    public init(_ literals: [[UInt8]]) {
        let sorted = Self.sortedWithoutDuplicates(literals.filter { !$0.isEmpty })
        makeTrie(of: sorted)
        linkFailures()
        tables = encoded()
    }

    private static func sortedWithoutDuplicates(_ literals: [[UInt8]]) -> [[UInt8]] {
        var sorted: [[UInt8]] = []
        for literal in literals.sorted(by: { $0.lexicographicallyPrecedes($1) }) where literal != sorted.last {
            sorted.append(literal)
        }
        return sorted
    }

    /// Numbers the states breadth first. A state stands for the literals of a range that share their first bytes.
    private mutating func makeTrie(of sorted: [[UInt8]]) {
        var ranges = [0..<sorted.count]
        var depths = [0]
        var state = 0
        while state < ranges.count {
            let depth = depths[state]
            var index = ranges[state].lowerBound
            let end = ranges[state].upperBound
            if index < end, sorted[index].count == depth {
                literals.append(sorted[index])
                outputs[state] = literals.count
                index += 1
            }
            children.append(ranges.count)
            while index < end {
                let label = sorted[index][depth]
                let start = index
                while index < end, sorted[index][depth] == label { index += 1 }
                ranges.append(start..<index)
                depths.append(depth + 1)
                labels.append(label)
                outputs.append(0)
            }
            state += 1
        }
        children.append(ranges.count)
        shorter = Array(repeating: 0, count: literals.count)
    }

    /// The failure of a state is the state of the longest proper suffix of its text; it has a smaller number.
    private mutating func linkFailures() {
        failures = Array(repeating: 0, count: labels.count)
        for state in labels.indices {
            for child in children[state]..<children[state + 1] {
                let failure = state == 0 ? 0 : failureOfChild(labeled: labels[child], of: state)
                failures[child] = failure
                if outputs[child] == 0 {
                    outputs[child] = outputs[failure]
                } else {
                    shorter[outputs[child] - 1] = outputs[failure]
                }
            }
        }
    }

    private func failureOfChild(labeled label: UInt8, of state: Int) -> Int {
        var candidate = failures[state]
        while true {
            if let child = child(of: candidate, labeled: label) { return child }
            if candidate == 0 { return 0 }
            candidate = failures[candidate]
        }
    }

    private func child(of state: Int, labeled label: UInt8) -> Int? {
        var low = children[state]
        var high = children[state + 1]
        while low < high {
            let middle = low + (high - low) / 2
            if labels[middle] < label { low = middle + 1 } else { high = middle }
        }
        return low < children[state + 1] && labels[low] == label ? low : nil
    }

    private func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(LiteralAutomaton.size(states: labels.count, literals: shorter.count))
        bytes.appendNumber(UInt32(truncatingIfNeeded: labels.count))
        bytes.appendNumber(UInt32(truncatingIfNeeded: shorter.count))
        for numbers in [children, failures, outputs, shorter] {
            for number in numbers { bytes.appendNumber(UInt32(truncatingIfNeeded: number)) }
        }
        bytes.append(contentsOf: labels)
        return bytes
    }
}
