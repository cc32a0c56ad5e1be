/// Something that stands at an address.
protocol AddressKeyed {
    associatedtype Bits: FixedWidthInteger & UnsignedInteger

    var address: Bits { get }
}

/// Sorts by address, keeping the order of what stands at the same address: a radix sort from the last digit
/// to the first, in time linear in the number of elements.
func sortByAddress<Element: AddressKeyed>(_ elements: inout [Element]) {
    // The histograms would cost more than the comparisons.
    guard elements.count > 1_000 else {
        elements.sort { $0.address < $1.address }
        return
    }
    var other = elements
    for shift in stride(from: 0, to: Element.Bits.bitWidth, by: digitLength) {
        let shift = Element.Bits(truncatingIfNeeded: shift)
        var positions = firstPositions(of: elements, shift)
        // All have the same digit.
        guard !positions.isEmpty else { continue }
        for element in elements {
            let digit = digit(of: element.address, shift)
            other[positions[digit]] = element
            positions[digit] &+= 1
        }
        swap(&elements, &other)
    }
}

/// Bits.
private let digitLength = 11

@inline(__always)
private func digit<Bits: FixedWidthInteger & UnsignedInteger>(of address: Bits, _ shift: Bits) -> Int {
    Int(truncatingIfNeeded: address &>> shift) & ((1 << digitLength) - 1)
}

/// Where the first element with each digit belongs; empty when all have the same digit.
private func firstPositions<Element: AddressKeyed>(of elements: [Element], _ shift: Element.Bits) -> [Int] {
    var positions = [Int](repeating: 0, count: 1 << digitLength)
    for element in elements { positions[digit(of: element.address, shift)] &+= 1 }
    var position = 0
    for index in positions.indices {
        guard positions[index] < elements.count else { return [] }
        (positions[index], position) = (position, position &+ positions[index])
    }
    return positions
}
