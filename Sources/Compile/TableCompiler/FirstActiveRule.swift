/// A row of slots, each on or off, and the first of them that is on and not hidden. Slots can be hidden
/// together, several times over. Every change takes time in the order of the logarithm of the number of
/// slots.
///
/// It is a binary tree over the slots. A node knows how often just its part of the row is hidden, and which
/// slot would be the first of its part if nothing outside the part hid it.
struct FirstActiveRule {
    private static let none = Int32.max

    /// The number of leaves, a power of two. The root is node 1, the children of node i are 2i and 2i + 1,
    /// slot s is leaf `leafCount + s`.
    private let leafCount: Int
    private var nodes: [Node]
    private var isOn: [Bool]

    private struct Node {
        var first = FirstActiveRule.none
        var hidings: Int32 = 0
    }

    /// All slots are off, none is hidden. There are fewer than 2^31.
    init(slotCount: Int) {
        var leafCount = 1
        while leafCount < slotCount { leafCount *= 2 }
        self.leafCount = leafCount
        nodes = Array(repeating: Node(), count: 2 * leafCount)
        isOn = Array(repeating: false, count: leafCount)
    }

    /// The first slot that is on and not hidden.
    var first: Int? { nodes[1].first == Self.none ? nil : Int(nodes[1].first) }

    mutating func setRule(_ slot: Int, isOn: Bool) {
        self.isOn[slot] = isOn
        var node = leafCount + slot
        while node > 0 {
            // When a node stays as it was, so do those above it.
            guard update(node) else { return }
            node /= 2
        }
    }

    /// Hides the slots once more.
    mutating func hide(_ slots: Range<Int>) { changeHidings(of: slots, by: 1) }

    /// Takes back one `hide` of the same slots.
    mutating func unhide(_ slots: Range<Int>) { changeHidings(of: slots, by: -1) }

    private mutating func changeHidings(of slots: Range<Int>, by change: Int32) {
        guard !slots.isEmpty else { return }
        var lower = leafCount + slots.lowerBound
        var upper = leafCount + slots.upperBound
        // From both ends of the range upwards, the largest parts that lie within it.
        while lower < upper {
            if !lower.isMultiple(of: 2) {
                changeHidings(at: lower, by: change)
                lower += 1
            }
            if !upper.isMultiple(of: 2) {
                upper -= 1
                changeHidings(at: upper, by: change)
            }
            lower /= 2
            upper /= 2
        }
        updateAncestors(of: leafCount + slots.lowerBound)
        updateAncestors(of: leafCount + slots.upperBound - 1)
    }

    private mutating func changeHidings(at node: Int, by change: Int32) {
        nodes[node].hidings &+= change
        _ = update(node)
    }

    private mutating func updateAncestors(of leaf: Int) {
        var node = leaf / 2
        while node > 0 {
            _ = update(node)
            node /= 2
        }
    }

    /// Brings a node in line with its children, or a leaf with its slot; whether it changed.
    private mutating func update(_ node: Int) -> Bool {
        let first: Int32
        if nodes[node].hidings > 0 {
            first = Self.none
        } else if node >= leafCount {
            first = isOn[node - leafCount] ? Int32(truncatingIfNeeded: node - leafCount) : Self.none
        } else {
            first = min(nodes[2 * node].first, nodes[2 * node + 1].first)
        }
        guard first != nodes[node].first else { return false }
        nodes[node].first = first
        return true
    }
}
