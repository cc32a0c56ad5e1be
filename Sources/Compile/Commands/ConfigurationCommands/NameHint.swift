import ParameterCatalogue

/// The known name that a misspelt one is nearest to.
struct NameHint {
    private let names: [[UInt8]]

    /// - Parameter names: those that main.cf and master.cf brought.
    init(_ names: some Sequence<String>) {
        self.names = names.map { Array($0.utf8) } + ParameterCatalogue.all.map { Array($0.name.utf8) }
    }

    /// What to add to a message about a name; empty when nothing is near.
    func text(for name: String) -> String {
        nearest(to: Array(name.utf8)).map { "; did you mean \"\(String(decoding: $0, as: UTF8.self))\"?" }
            ?? ""
    }

    private func nearest(to name: [UInt8]) -> [UInt8]? {
        // One mistake in a short name, two or three in a long one.
        var limit = min(3, name.count / 5)
        guard limit > 0 else { return nil }
        var nearest: [UInt8]?
        for candidate in names where candidate != name && abs(candidate.count - name.count) <= limit {
            let distance = Self.distance(name, candidate, limit: limit)
            if distance < limit || (distance == limit && nearest == nil) {
                nearest = candidate
                limit = distance
            }
        }
        return nearest
    }

    /// Insertions, deletions, replacements and exchanges of neighbours that make one name the other (the restricted
    /// Damerau-Levenshtein distance); anything above `limit` when there are more.
    private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row] + [Int](repeating: 0, count: right.count)
            for column in 1..<right.count + 1 {
                let isSame = left[row - 1] == right[column - 1]
                var best = min(
                    last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
                {
                    best = min(best, beforeLast[column - 2] + 1)
                }
                current[column] = best
            }
            guard current.contains(where: { $0 <= limit }) else { return limit + 1 }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
