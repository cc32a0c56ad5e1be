/// Finds cycles among rows that lead to other rows, each row visited once.
struct RowGraph {
    /// The rows that a row leads to.
    private let next: (Int) -> [Int]
    private let count: Int

    init(count: Int, next: @escaping (Int) -> [Int]) {
        self.count = count
        self.next = next
    }

    private enum Mark: UInt8 { case new, open, done }

    /// Cycles of two rows and more, each once, beginning with its first row.
    func cycles() -> [[Int]] {
        var marks = [Mark](repeating: .new, count: count)
        var found: [[Int]] = []
        var path: [(row: Int, rest: [Int])] = []
        for start in 0..<count where marks[start] == .new {
            let targets = next(start)
            guard !targets.isEmpty else {
                marks[start] = .done
                continue
            }
            marks[start] = .open
            path.append((start, targets))
            while let row = path[path.count - 1].rest.popLast() {
                visit(row, &marks, &path, &found)
                while let last = path.last, last.rest.isEmpty {
                    marks[last.row] = .done
                    path.removeLast()
                }
                if path.isEmpty { break }
            }
        }
        return found
    }

    private func visit(
        _ row: Int, _ marks: inout [Mark], _ path: inout [(row: Int, rest: [Int])], _ found: inout [[Int]]
    ) {
        switch marks[row] {
        case .done: break
        case .open:
            let rows = path.map(\.row)
            guard let first = rows.firstIndex(of: row), rows.count - first > 1 else { return }
            let cycle = rows[first...]
            let smallest = cycle.firstIndex(of: cycle.min() ?? row) ?? first
            found.append(Array(cycle[smallest...] + cycle[..<smallest]))
        case .new:
            marks[row] = .open
            path.append((row, next(row)))
        }
    }
}
