/// The difference of two texts with three lines around each change, as `diff -u` shows it.
struct UnifiedDiff {
    let file: String
    let before: [String]
    let after: [String]

    private static let context = 3

    private enum Line {
        case same(String), removed(String), added(String)

        var isSame: Bool { if case .same = self { true } else { false } }
    }

    var text: String {
        let lines = changes
        guard lines.contains(where: { !$0.isSame }) else { return "" }
        var text = "--- \(file)\n+++ \(file)\n"
        var index = 0
        while let first = lines[index...].firstIndex(where: { !$0.isSame }) {
            let start = max(index, first - Self.context)
            var end = first + 1
            while let next = lines[end...].prefix(2 * Self.context + 1).firstIndex(where: { !$0.isSame }) {
                end = next + 1
            }
            let stop = min(lines.count, end + Self.context)
            text += hunk(lines, start..<stop)
            index = stop
        }
        return text
    }

    private func hunk(_ lines: [Line], _ range: Range<Int>) -> String {
        var old = 1
        var new = 1
        for line in lines[..<range.lowerBound] { count(line, &old, &new) }
        var (oldCount, newCount) = (0, 0)
        for line in lines[range] { count(line, &oldCount, &newCount) }
        let body = lines[range].map { line in
            switch line {
            case .same(let text): " \(text)\n"
            case .removed(let text): "-\(text)\n"
            case .added(let text): "+\(text)\n"
            }
        }
        return "@@ -\(old),\(oldCount) +\(new),\(newCount) @@\n" + body.joined()
    }

    private func count(_ line: Line, _ old: inout Int, _ new: inout Int) {
        switch line {
        case .same:
            old += 1
            new += 1
        case .removed: old += 1
        case .added: new += 1
        }
    }

    /// All lines in order, what was removed before what was added.
    private var changes: [Line] {
        let difference = after.difference(from: before)
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [Line] = []
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if old < before.count, removed.contains(old) {
                lines.append(.removed(before[old]))
                old += 1
            } else if new < after.count, added.contains(new) {
                lines.append(.added(after[new]))
                new += 1
            } else {
                lines.append(.same(before[old]))
                old += 1
                new += 1
            }
        }
        return lines
    }
}
