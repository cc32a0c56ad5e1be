/// The known name that is most like one that is not known.
public enum NearestName {
    /// - Returns: `nil` when none is like it.
    public static func of(_ name: String, among known: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().utf8)
        guard wanted.count >= 3 else { return nil }
        var limit = max(1, wanted.count / 5)
        var best: String?
        for candidate in known {
            let other = Array(candidate.utf8)
            guard abs(other.count - wanted.count) <= limit else { continue }
            let distance = distance(wanted, other, limit: limit)
            guard distance <= limit, distance > 0 || candidate != name else { continue }
            if best == nil || distance < limit { (best, limit) = (candidate, distance) }
        }
        return best
    }

    /// How many letters have to be changed, added, left out or swapped with their neighbour; more than `limit` when it
    /// is more than that.
    private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 1...max(1, left.count) where row <= left.count {
            var current = [row]
            for column in 1...max(1, right.count) where column <= right.count {
                let isSame = left[row - 1] == right[column - 1]
                var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
                {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                current.append(cost)
            }
            if (current.min() ?? 0) > limit { return limit + 1 }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
