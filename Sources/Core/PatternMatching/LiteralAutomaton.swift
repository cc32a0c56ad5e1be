import ByteScanning

/// Finds which of many literals occur in a text, in one pass over it, letters' case aside (Aho and Corasick,
/// 1975).
///
/// The tables stay where they are, in an image that may be mapped. With n states, numbered breadth first from
/// the root, which is 0, and m literals, numbered from 0 so that none is shorter than the one before:
///
///     0        n
///     4        m
///     8        n + 1 numbers: the first child of each state; its last is the one before the next one's first
///     12 + 4n  n numbers: the failure of each state, smaller than the state
///     12 + 8n  n numbers: one more than the longest literal that ends at the state, or 0
///     12 + 12n m numbers: one more than the next longest literal that ends with the literal, or 0
///     12 + 12n + 4m   n bytes: the byte that leads to each state; among the children of a state they ascend
public struct LiteralAutomaton: Sendable {
    /// How many literals there are.
    public let literalCount: Int
    private let stateCount: Int
    /// Where the root leads; 0 when nowhere.
    private let root: [UInt32]

    /// Tables that are no automaton.
    public struct Malformed: Error, Sendable, Equatable {}

    static func size(states: Int, literals: Int) -> Int { 12 + 13 * states + 4 * literals }

    /// - Throws: `Malformed` when a number in `tables` points where it must not.
    public init(validating tables: Span<UInt8>) throws(Malformed) {
        guard tables.count >= 8 else { throw Malformed() }
        stateCount = Int(tables.number(at: 0))
        literalCount = Int(tables.number(at: 4))
        guard stateCount >= 1, literalCount < stateCount,
            tables.count == Self.size(states: stateCount, literals: literalCount)
        else { throw Malformed() }
        root = Self.rootTransitions(tables, states: stateCount)
        guard hasOrderedChildren(tables), hasDescendingLinks(tables) else { throw Malformed() }
    }

    private static func rootTransitions(_ tables: Span<UInt8>, states: Int) -> [UInt32] {
        var root = [UInt32](repeating: 0, count: 256)
        let labels = size(states: states, literals: Int(tables.number(at: 4))) - states
        let end = min(Int(tables.number(at: 12)), states)
        for child in 1..<max(1, end) { root[Int(tables[labels + child])] = UInt32(truncatingIfNeeded: child) }
        return root
    }

    private func hasOrderedChildren(_ tables: Span<UInt8>) -> Bool {
        guard tables.number(at: 8) == 1, tables.number(at: 8 + 4 * stateCount) == stateCount else {
            return false
        }
        var previous: UInt32 = 1
        for state in 0..<stateCount {
            let first = tables.number(at: 8 + 4 * state)
            guard first >= previous, first > state, first <= stateCount else { return false }
            previous = first
        }
        return true
    }

    private func hasDescendingLinks(_ tables: Span<UInt8>) -> Bool {
        let failures = 12 + 4 * stateCount
        for state in 0..<stateCount {
            guard tables.number(at: failures + 4 * state) < max(1, state) else { return false }
            guard tables.number(at: failures + 4 * (stateCount + state)) <= literalCount else { return false }
        }
        let shorter = 12 + 12 * stateCount
        for literal in 0..<literalCount where tables.number(at: shorter + 4 * literal) > literal {
            return false
        }
        return true
    }

    /// Adds to `found` the numbers of the literals that occur in `text` and whose bit in `seen` is not set,
    /// and sets their bits. `seen` has a bit for each literal, 64 to a word. `tables` are the validated ones.
    public func find(in text: Span<UInt8>, tables: Span<UInt8>, seen: inout [UInt64], found: inout [Int]) {
        let outputs = 12 + 8 * stateCount
        var state: UInt32 = 0
        for index in text.indices {
            state = step(from: state, over: ASCII.lowercased(text[index]), tables)
            guard state != 0 else { continue }
            var output = tables.number(at: outputs + 4 * Int(state))
            while output != 0 {
                let literal = Int(output - 1)
                let mask: UInt64 = 1 << UInt64(literal & 63)
                // Whoever saw this literal saw all that it ends with.
                if seen[literal >> 6] & mask != 0 { break }
                seen[literal >> 6] |= mask
                found.append(literal)
                output = tables.number(at: 12 + 12 * stateCount + 4 * literal)
            }
        }
    }

    @inline(__always)
    private func step(from start: UInt32, over byte: UInt8, _ tables: Span<UInt8>) -> UInt32 {
        var state = start
        while state != 0 {
            if let child = child(of: Int(state), labeled: byte, tables) { return child }
            state = tables.number(at: 12 + 4 * stateCount + 4 * Int(state))
        }
        return root[Int(byte)]
    }

    @inline(__always)
    private func child(of state: Int, labeled byte: UInt8, _ tables: Span<UInt8>) -> UInt32? {
        let labels = 12 + 12 * stateCount + 4 * literalCount
        var low = Int(tables.number(at: 8 + 4 * state))
        let end = Int(tables.number(at: 12 + 4 * state))
        var high = end
        while low < high {
            let middle = (low + high) >> 1
            if tables[labels + middle] < byte { low = middle + 1 } else { high = middle }
        }
        return low < end && tables[labels + low] == byte ? UInt32(truncatingIfNeeded: low) : nil
    }
}
