/// Makes the tables of a `LiteralAutomaton` from literals, each of which has owners, such as the rules that
/// require it.
public struct LiteralAutomatonBuilder {
    /// A literal and one of its owners.
    public struct Entry: Sendable {
        public var literal: [UInt8]
        public var owner: Int

        /// - Parameter literal: Not empty, in lower case.
        public init(literal: [UInt8], owner: Int) {
            self.literal = literal
            self.owner = owner
        }
    }

    /// The tables, to be read by `LiteralAutomaton`.
    public private(set) var tables: [UInt8] = []
    /// The owners of each literal, ascending, in the order of the numbers that the automaton reports.
    public private(set) var owners: [[Int]] = []

    private var labels: [UInt8] = [0]
    /// The first child of each state; the children of a state are numbered one after the other.
    private var children: [Int] = []
    private var failures: [Int] = [0]
    /// For each state, one more than the number of the longest literal that ends there.
    private var outputs: [Int] = [0]
    /// For each literal, one more than the number of the next longest that ends with it.
    private var shorter: [Int] = []

    public init(_ entries: [Entry]) {
        let sorted = entries.filter { !$0.literal.isEmpty }.sorted { Self.precedes($0, $1) }
        makeTrie(of: sorted)
        linkFailures()
        tables = encoded()
    }

    private static func precedes(_ one: Entry, _ other: Entry) -> Bool {
        for index in 0..<min(one.literal.count, other.literal.count) {
            let (byte, otherByte) = (one.literal[index], other.literal[index])
            if byte != otherByte { return byte < otherByte }
        }
        return (one.literal.count, one.owner) < (other.literal.count, other.owner)
    }

    /// Numbers the states breadth first. A state stands for the literals of a range that share their first
    /// bytes.
    private mutating func makeTrie(of sorted: [Entry]) {
        var ranges = [0..<sorted.count]
        var depths = [0]
        var state = 0
        while state < ranges.count {
            let depth = depths[state]
            var index = ranges[state].lowerBound
            let end = ranges[state].upperBound
            if depth > 0, sorted[index].literal.count == depth {
                var owned: [Int] = []
                while index < end, sorted[index].literal.count == depth {
                    if owned.last != sorted[index].owner { owned.append(sorted[index].owner) }
                    index += 1
                }
                owners.append(owned)
                outputs[state] = owners.count
            }
            children.append(ranges.count)
            while index < end {
                let label = sorted[index].literal[depth]
                let start = index
                while index < end, sorted[index].literal[depth] == label { index += 1 }
                ranges.append(start..<index)
                depths.append(depth + 1)
                labels.append(label)
                outputs.append(0)
            }
            state += 1
        }
        children.append(ranges.count)
        shorter = Array(repeating: 0, count: owners.count)
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
