/// Finds the name that somebody probably meant.
public enum NearestName {
    /// The known name that is closest, when it is close enough to be meant.
    ///
    /// - Parameter limit: how many letters may be different, missing, too many or swapped; without it two, in a short
    ///   name one.
    public static func of(_ name: String, in names: some Sequence<String>, limit: Int? = nil) -> String? {
        let wanted = Array(name.utf8)
        let limit = limit ?? (wanted.count < 8 ? 1 : 2)
        var best: (name: String, distance: Int)?
        for candidate in names where abs(candidate.utf8.count - wanted.count) <= limit {
            let limit = best.map { $0.distance - 1 } ?? limit
            if let distance = distance(wanted, Array(candidate.utf8), limit: limit) {
                best = (candidate, distance)
            }
        }
        return best?.name
    }

    /// How many letters differ; `nil` when it is more than `limit` (optimal string alignment).
    private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
        guard limit >= 0 else { return nil }
        var before: [Int] = []
        var previous = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let isSame = left[row] == right[column]
                var cost = min(current[column], previous[column + 1]) + 1
                cost = min(cost, previous[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, before[column - 1] + 1)
                }
                current.append(cost)
            }
            if (current.min() ?? 0) > limit { return nil }
            (before, previous) = (previous, current)
        }
        let result = previous[right.count]
        return result <= limit ? result : nil
    }
}
