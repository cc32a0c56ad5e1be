/// Which of several rows answers for each address, where the first that has it answers: disjoint ranges, made in one sweep
/// over the ends of all ranges.
struct AnsweringRows {
    /// Neighbouring addresses for which the same row answers.
    private struct Segment {
        var range: ClosedRange<UInt128>
        var row: Int
    }

    private struct Interval {
        var range: ClosedRange<UInt128>
        var row: Int
    }

    private var segments: [Segment] = []
    /// The rows that answer for some address.
    private(set) var rows: Set<Int> = []

    /// - Parameter sets: the addresses of each row, all of one family; `nil` for a row that has none.
    init(_ sets: [AddressSet?]) {
        var intervals: [Interval] = []
        for (row, set) in sets.enumerated() {
            for range in set?.ranges ?? [] { intervals.append(Interval(range: range, row: row)) }
        }
        intervals.sort {
            ($0.range.lowerBound, $0.row) < ($1.range.lowerBound, $1.row)
        }
        sweep(intervals)
    }

    private mutating func sweep(_ intervals: [Interval]) {
        var open = OpenRows()
        var next = 0
        var position: UInt128 = 0
        while true {
            while next < intervals.count, intervals[next].range.lowerBound <= position {
                open.insert(intervals[next].row, until: intervals[next].range.upperBound)
                next += 1
            }
            guard let first = open.first(at: position) else {
                guard next < intervals.count else { return }
                position = intervals[next].range.lowerBound
                continue
            }
            let limit = next < intervals.count ? intervals[next].range.lowerBound - 1 : first.last
            let end = min(first.last, limit)
            segments.append(Segment(range: position...end, row: first.row))
            rows.insert(first.row)
            guard end < .max else { return }
            position = end + 1
        }
    }

    /// The rows that answer for some addresses, in the order of the addresses, each once.
    ///
    /// - Parameter limit: how many are enough.
    func rows(for set: AddressSet, limit: Int) -> [Int] {
        var found: [Int] = []
        for range in set.ranges {
            var index = firstSegment(endingFrom: range.lowerBound)
            while index < segments.count, segments[index].range.lowerBound <= range.upperBound {
                if !found.contains(segments[index].row) { found.append(segments[index].row) }
                guard found.count < limit else { return found }
                index += 1
            }
        }
        return found
    }

    private func firstSegment(endingFrom address: UInt128) -> Int {
        var (low, high) = (0, segments.count)
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].range.upperBound < address { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Rows whose range a sweep is in, the first one on top: a binary heap.
private struct OpenRows {
    private var heap: [(row: Int, last: UInt128)] = []

    mutating func insert(_ row: Int, until last: UInt128) {
        heap.append((row, last))
        var index = heap.count - 1
        while index > 0, heap[index].row < heap[(index - 1) / 2].row {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    /// The first row that goes on at least to an address.
    mutating func first(at address: UInt128) -> (row: Int, last: UInt128)? {
        while let first = heap.first {
            if first.last >= address { return first }
            removeFirst()
        }
        return nil
    }

    private mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var index = 0
        while true {
            var smallest = index
            for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
                if heap[child].row < heap[smallest].row { smallest = child }
            }
            guard smallest != index else { return }
            heap.swapAt(index, smallest)
            index = smallest
        }
    }
}
