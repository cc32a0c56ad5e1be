/// Finds the name that somebody probably meant.
public enum NearestName {
    /// The known name that is closest, when it is close enough to be meant; the first of several.
    ///
    /// - Parameter limit: how many letters may be different, missing, too many or swapped; without it two, in a short
    ///   name one.
    public static func of(_ name: String, in names: some Sequence<String>, limit: Int? = nil) -> String? {
        NearestNames(names).nearest(to: name, limit: limit)
    }
}

/// Known names that are asked more than once.
public struct NearestNames: Sendable {
    private var names: [String] = []
    private var outlines: [Outline] = []

    /// What tells that two names are too far apart without a comparison of their letters.
    private struct Outline {
        var length: Int
        /// A bit for each letter, modulo 64, that occurs.
        var letters: UInt64 = 0

        init(_ name: String) {
            length = name.utf8.count
            for byte in name.utf8 { letters |= 1 << UInt64(byte & 63) }
        }

        /// Whether the names may have no more than that many differences: a letter that is different changes two bits, one
        /// that is missing one.
        func mayBeNear(_ other: Outline, limit: Int) -> Bool {
            abs(length - other.length) <= limit && (letters ^ other.letters).nonzeroBitCount <= 2 * limit
        }
    }

    public init(_ names: some Sequence<String>) {
        for name in names {
            self.names.append(name)
            outlines.append(Outline(name))
        }
    }

    /// As `NearestName.of`.
    public func nearest(to name: String, limit: Int? = nil) -> String? {
        let wanted = Array(name.utf8)
        let outline = Outline(name)
        var limit = limit ?? (wanted.count < 8 ? 1 : 2)
        var best: String?
        for index in outlines.indices where outlines[index].mayBeNear(outline, limit: limit) {
            let candidate = names[index]
            guard let distance = Self.distance(wanted, Array(candidate.utf8), limit: limit) else { continue }
            best = candidate
            limit = distance - 1
            if limit < 0 { break }
        }
        return best
    }

    /// How many letters differ; `nil` when it is more than `limit` (optimal string alignment).
    private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
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
