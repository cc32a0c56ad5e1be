import Foundation
import TestSupport
import Testing

/// Tables whose name is their content, asked through both programs.
@Suite(.enabled(if: Oracle.isInstalled, "postfix is not installed"))
struct NamedTableOracleTests {
    @Test(arguments: Oracle.parts)
    func `random nested tables answer alike`(part: Int) throws {
        let oracle = try Oracle()
        try oracle.write(Array("a 1\nB 2\nlong three words\na 4\nÄ 5\n".utf8), "text")
        var random = SeededRandom("named tables", part: part)
        let keys = ["a", "A", "b", "long", "\u{C4}", "root", "HOME", "", "x=y", "1"]
        let options: [[String]] = [[], [], ["-f"], ["-u"], ["-r"], ["-w"]]
        for _ in 0..<Oracle.cases / 4 {
            let words = random.pick(options) + ["-q", random.pick(keys), Self.table(&random, depth: 0)]
            let theirs = try oracle.postfix(words)
            let ours = try oracle.postroom(words)
            #expect(
                theirs.status == ours.status && theirs.output == ours.output, "\(words) \(theirs) \(ours)")
        }
    }

    private static func table(_ random: inout SeededRandom, depth: Int) -> String {
        let separators = [",", ", ", " ", " , "]
        switch random(depth < 3 ? 9 : 6) {
        case 0: return "inline:{a=1\(random.pick(separators))b=a}"
        case 1: return "inline:{{a = two words}\(random.pick(separators)){A=b=c},B={x y}}"
        case 2: return random.pick(["static:value", "static:{two words}", "static:{}", "static:a b,c"])
        case 3: return random.pick(["texthash:text", "environ:x", "randmap:{a}", "randmap:{ {a b} }"])
        case 4: return random.pick(["unix:passwd.byname", "unix:group.byname", "inline:{Ä=1, root=a}"])
        case 5:
            return random.pick(["pcre:{{/^(.)$/ $1}}", "cidr:{{1.2.3.4 x}}", "regexp:{{/a/ b}, {/./ a}}"])
        case 6: return list("unionmap", &random, depth)
        case 7: return list("pipemap", &random, depth)
        // Each fatal error of Postfix takes a second.
        default: return random(12) == 0 ? broken(&random) : list("unionmap", &random, depth)
        }
    }

    private static func list(_ type: String, _ random: inout SeededRandom, _ depth: Int) -> String {
        // A name with blanks ends at the first one in a list.
        var members: [String] = []
        while members.count <= random(3) {
            let member = table(&random, depth: depth + 1)
            if !member.hasPrefix("static:a ") { members.append(member) }
        }
        return "\(type):{\(members.joined(separator: random.pick([",", ", ", " "])))}"
    }

    private static func broken(_ random: inout SeededRandom) -> String {
        random.pick([
            "inline:{}", "inline:{a}", "inline:{a=b", "inline:{{a=b}x}", "unionmap:{}", "unionmap:{static}",
            "pipemap:{nosuch:x}", "randmap:{}", "randmap:x", "static:{a", "static:{a}b", "unix:x", "fail:x",
            "unionmap:{fail:x}", "texthash:nosuch", "static:", "inline:{{a b=c}}",
        ])
    }
}
