extension IPv6Address: CustomStringConvertible {
    /// The canonical form of RFC 5952: lower case, no leading zeros, the first of the longest runs of two or
    /// more zero groups as `::`. IPv4-mapped and IPv4-compatible addresses end in dotted decimal, as
    /// `inet_ntop` prints them.
    public var description: String {
        let gap = longestZeroRun
        let dotted = isPrintedDotted(gap)
        let groupCount = dotted ? 6 : 8
        var text = ""
        var index = 0
        while index < groupCount {
            if index == gap.lowerBound, !gap.isEmpty {
                text += "::"
                index = gap.upperBound
                continue
            }
            if index > 0, !text.hasSuffix(":") { text += ":" }
            text += String(group(index), radix: 16)
            index += 1
        }
        guard dotted else { return text }
        if !text.hasSuffix(":") { text += ":" }
        return text + IPv4Address(bits: UInt32(truncatingIfNeeded: bits)).description
    }

    private func group(_ index: Int) -> UInt16 {
        UInt16(truncatingIfNeeded: bits >> UInt128(112 - 16 * index))
    }

    /// The first of the longest runs of zero groups; empty when no run has two groups.
    private var longestZeroRun: Range<Int> {
        var longest = 0..<0
        var start = 0
        for index in 0..<8 {
            if group(index) != 0 {
                start = index + 1
            } else if index + 1 - start > max(1, longest.count) {
                longest = start..<(index + 1)
            }
        }
        return longest
    }

    private func isPrintedDotted(_ gap: Range<Int>) -> Bool {
        gap == 0..<6 || gap == 0..<5 && group(5) == 0xFFFF
    }
}
