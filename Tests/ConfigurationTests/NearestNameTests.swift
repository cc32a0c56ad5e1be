import ConfigurationSemantics
import ParameterCatalogue
import TestSupport
import Testing

/// The name that was meant, against a comparison of all names letter by letter.
@Suite struct NearestNameTests {
    @Test func `the nearest name is the one that a comparison of all names finds`() {
        var random = SeededRandom("NearestNameTests")
        let names = ParameterCatalogue.all.map(\.name)
        let known = NearestNames(names)
        for _ in 0..<SeededRandom.cases(30) {
            let name = mistyped(random.pick(names), &random)
            #expect(known.nearest(to: name) == naive(name, names), "\(name)")
        }
    }

    @Test(
        arguments: [
            ("mynetwork", "mynetworks"), ("mynetwroks", "mynetworks"), ("smtpd_bnaer", "smtpd_banner"),
            ("relayhost", "relayhost"), ("nothing_like_it", nil), ("", nil),
        ] as [(String, String?)])
    func `two mistakes are seen through, and no more`(name: String, meant: String?) {
        #expect(
            NearestName.of(name, in: ["mynetworks", "mydestination", "smtpd_banner", "relayhost"]) == meant)
    }

    /// With up to three letters changed, added, removed or swapped.
    private func mistyped(_ name: String, _ random: inout SeededRandom) -> String {
        var letters = Array(name)
        for _ in 0..<random(4) {
            let index = random(letters.count - 1)
            switch random(4) {
            case 0: letters[index] = random.pick(Array("aexyz_ä"))
            case 1: letters.insert(random.pick(Array("aexyz_")), at: index)
            case 2: letters.remove(at: index)
            default: letters.swapAt(index, index + 1)
            }
        }
        return String(letters)
    }

    private func naive(_ name: String, _ names: [String]) -> String? {
        let limit = name.utf8.count < 8 ? 1 : 2
        let distances = names.map { distance(Array(name.utf8), Array($0.utf8)) }
        guard let least = distances.min(), least <= limit else { return nil }
        return distances.firstIndex(of: least).map { names[$0] }
    }

    private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var table = [[Int]](repeating: Array(0...right.count), count: left.count + 1)
        for row in 0...left.count { table[row][0] = row }
        for row in 1..<left.count + 1 {
            for column in 1..<right.count + 1 {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                var least = min(table[row - 1][column], table[row][column - 1]) + 1
                least = min(least, table[row - 1][column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
                {
                    least = min(least, table[row - 2][column - 2] + 1)
                }
                table[row][column] = least
            }
        }
        return table[left.count][right.count]
    }
}
