import TableFormat

/// Finds out which rule answers each address of one family.
///
/// A point moves over the addresses from the first to the last. Where a network begins or ends, its rule, or
/// its block, is turned on or off, and `FirstActiveRule` says which rule is the first of those that are on.
/// So n rules take time in the order of n log n, whatever they overlap, negate or enclose.
struct AddressSweep<Bits: FixedWidthInteger & UnsignedInteger & Sendable> {
    /// What is turned on or off.
    private struct Item {
        /// The slots of the rules: one for a rule, those of its content for a block.
        var slots: Range<Int>
        var isBlock: Bool
        /// Whether addresses outside the network are meant.
        var isNegated: Bool
    }

    /// A network begins, or the one before it has ended.
    private struct Event: AddressKeyed {
        var address: Bits
        var item: UInt32
    }

    private var items: [Item] = []
    private var events: [Event] = []
    /// What each slot answers.
    private var answers: [UInt32] = []
    /// Items of the blocks that have no end yet.
    private var openBlocks: [Int] = []

    init() {}

    /// Adds a rule after those added before, in the block that is open.
    mutating func addRule(_ network: ClosedRange<Bits>, isNegated: Bool, answer: UInt32) {
        let slot = answers.count
        answers.append(answer)
        add(Item(slots: slot..<(slot + 1), isBlock: false, isNegated: isNegated), network)
    }

    /// Begins a block: rules added before its end answer only addresses in the network, or outside it.
    mutating func beginBlock(_ network: ClosedRange<Bits>, isNegated: Bool) {
        openBlocks.append(items.count)
        add(Item(slots: answers.count..<answers.count, isBlock: true, isNegated: isNegated), network)
    }

    /// Ends the innermost block.
    mutating func endBlock() {
        guard let block = openBlocks.popLast() else { return }
        items[block].slots = items[block].slots.lowerBound..<answers.count
    }

    private mutating func add(_ item: Item, _ network: ClosedRange<Bits>) {
        let index = UInt32(truncatingIfNeeded: items.count)
        items.append(item)
        events.append(Event(address: network.lowerBound, item: index))
        if network.upperBound < .max { events.append(Event(address: network.upperBound &+ 1, item: index)) }
    }

    /// Ranges from address zero on, neighbours with different answers; empty when no rule answers at all.
    consuming func ranges() -> [AddressRangeImageContents.AddressRange<Bits>] {
        guard !answers.isEmpty else { return [] }
        sortByAddress(&events)
        // Of a negated item the sweep sees the end of the part before its network, so it begins turned on.
        var isOn = items.map(\.isNegated)
        var active = FirstActiveRule(slotCount: answers.count)
        // A new row has every rule off and nothing hidden: what differs from that is set.
        for (index, item) in items.enumerated() where isOn[index] != item.isBlock {
            set(isOn[index], item, in: &active)
        }
        var ranges: [AddressRangeImageContents.AddressRange<Bits>] = []
        ranges.reserveCapacity(events.count + 1)
        var address: Bits = 0
        var next = 0
        while true {
            while next < events.count, events[next].address == address {
                let item = Int(events[next].item)
                isOn[item].toggle()
                set(isOn[item], items[item], in: &active)
                next += 1
            }
            let answer = active.first.map { answers[$0] } ?? AddressRangeImage.noAnswer
            if ranges.last?.answer != answer { ranges.append(.init(start: address, answer: answer)) }
            guard next < events.count else { return ranges }
            address = events[next].address
        }
    }

    private func set(_ isOn: Bool, _ item: Item, in active: inout FirstActiveRule) {
        if !item.isBlock {
            active.setRule(item.slots.lowerBound, isOn: isOn)
        } else if isOn {
            active.unhide(item.slots)
        } else {
            active.hide(item.slots)
        }
    }
}
