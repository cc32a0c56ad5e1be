import Foundation
import TestSupport
import Testing

/// Our `postmap` beside Debian's: the same random source goes through both programs.
@Suite(.enabled(if: Oracle.isInstalled, "postfix is not installed"))
struct PostmapOracleTests {
    @Test(arguments: Oracle.parts)
    func `random sources give the same index, warnings by line and status`(part: Int) throws {
        let oracle = try Oracle()
        var sources = RandomMaps(random: SeededRandom("map sources", part: part))
        let options = [[], ["-f"], ["-u"], ["-w"], ["-r"], ["-N"], ["-n"], ["-f", "-r"]]
        for number in 0..<Oracle.cases / 4 {
            let source = sources.next()
            let flags = options[number % options.count]
            try oracle.write(source, "theirs")
            try oracle.write(source, "ours")
            let theirs = try oracle.postfix(flags + ["lmdb:theirs"])
            let ours = try oracle.postroom(flags + ["lmdb:ours"])
            let text = String(decoding: source, as: UTF8.self).debugDescription
            #expect(theirs.status == ours.status, "\(flags) \(text)")
            let expected = try oracle.postfix(["-s", "lmdb:theirs"])
            #expect(try expected == oracle.postroom(["-s", "lmdb:theirs"]), "we read theirs: \(text)")
            #expect(try expected == oracle.postfix(["-s", "lmdb:ours"]), "they read ours: \(text)")
            #expect(try expected == oracle.postroom(["-s", "lmdb:ours"]), "we read ours: \(text)")
            let complaints = ours.errors.split(separator: "\n").filter {
                !$0.contains("duplicate entry") && !$0.contains("begins with white space")
            }.joined(separator: "\n")
            #expect(
                Oracle.lines(theirs.errors, pattern: ", line ([0-9]+): ")
                    == Oracle.lines(complaints, pattern: "ours:([0-9]+):").map {
                        Oracle.firstLine(of: $0, in: source)
                    },
                "\(theirs.errors)\(ours.errors)\(text)")
        }
    }

    @Test func `updates, deletions and streams answer alike`() throws {
        let oracle = try Oracle()
        try oracle.write(Array("a 1\nB 2\nc 3\n".utf8), "theirs")
        try oracle.write(Array("a 1\nB 2\nc 3\n".utf8), "ours")
        let steps: [(words: [String], input: String)] = [
            ([], ""), (["-i"], "d 4\nA 5\n"), (["-q", "D"], ""), (["-q", "-"], "a\nx\nB\nc"),
            (["-d", "b"], ""),
            (["-d", "b"], ""), (["-q", "-"], "x\ny\n"), (["-ri"], "a 6\n"), (["-s"], ""),
            (["-d", "-"], "a\nq\n"),
            (["-s"], ""), (["-q", "nothing"], ""), (["-q", "a", "-s"], ""), (["-X"], ""),
        ]
        for step in steps {
            let theirs = try oracle.postfix(step.words + ["lmdb:theirs"], input: step.input)
            let ours = try oracle.postroom(step.words + ["lmdb:ours"], input: step.input)
            #expect(theirs.status == ours.status && theirs.output == ours.output, "\(step) \(theirs) \(ours)")
        }
    }

    @Test(arguments: ["lmdb", "texthash", "pcre", "regexp", "cidr", "inline", "static", "randmap"])
    func `values that name files are read alike`(type: String) throws {
        let oracle = try Oracle()
        try oracle.write(Array("content of the first\n".utf8), "f1")
        try oracle.write(Array("second".utf8), "f2")
        try oracle.write(Array("1.2.3.4 f1\n1.2.3.5 nosuch\n1.2.3.6 f1, f2\n".utf8), "map")
        try oracle.write(Array("1.2.3.4 f1\n1.2.3.5 nosuch\n1.2.3.6 f1, f2\n".utf8), "cidr")
        try oracle.write(Array("/^1.*4/ f1\n/5(.)?$/ $1\n/6/ f1, f2\n".utf8), "pcre")
        try oracle.write(Array("/^1.*4/ f1\n/5(.)?$/ $1\n/6/ f1, f2\n".utf8), "regexp")
        let names = [
            "lmdb": "lmdb:map", "texthash": "texthash:map", "pcre": "pcre:pcre", "regexp": "regexp:regexp",
            "cidr": "cidr:cidr", "inline": "inline:{1.2.3.4=f1, {1.2.3.6=f1 f2}}", "static": "static:f2",
            "randmap": "randmap:{f2}",
        ]
        let name = try #require(names[type])
        if type == "lmdb" {
            _ = try oracle.postroom(["-F", name])
            let ours = try oracle.postfix(["-s", name])
            _ = try oracle.postfix(["-F", name])
            #expect(try ours == oracle.postfix(["-s", name]))
        }
        for key in ["1.2.3.4", "1.2.3.5", "1.2.3.6", "x"] {
            let theirs = try oracle.postfix(["-F", "-q", key, name])
            let ours = try oracle.postroom(["-F", "-q", key, name])
            #expect(theirs.status == ours.status && theirs.output == ours.output, "\(key) \(theirs) \(ours)")
        }
    }

    /// Random command lines over one map, which both programs change in the same way.
    @Test(arguments: Oracle.parts)
    func `random command lines answer alike`(part: Int) throws {
        let oracle = try Oracle()
        var random = SeededRandom("command lines", part: part)
        let keys = ["a", "B", "key", "Key2", "\u{C4}", "x y", "absent", "a@b.c", "-x"]
        for name in ["theirs", "ours"] {
            try oracle.write(Array("a 1\nkey two words\nÄ 4\n\"x y\" 5\na@b.c -\n".utf8), name)
        }
        _ = try oracle.postfix(["lmdb:theirs"])
        _ = try oracle.postroom(["lmdb:ours"])
        for _ in 0..<Oracle.cases / 4 {
            var words: [String] = []
            for flag in ["-f", "-u", "-w", "-r", "-o", "-p"] where random(5) == 0 { words.append(flag) }
            var input = ""
            let lines = (0..<random(4)).map { _ in random.pick(keys) }
            switch random(8) {
            case 0: words += ["-q", random.pick(keys)]
            case 1: words += ["-d", random.pick(keys)]
            case 2:
                words += ["-q", "-"]
                input = lines.joined(separator: "\n") + (random(2) == 0 ? "\n" : "")
            case 3:
                words += ["-d", "-"]
                input = lines.map { $0 + "\n" }.joined()
            case 4: words.append("-s")
            case 5: words.append("-q" + random.pick(keys))
            default:
                words.append("-i")
                input = lines.map { "\($0) value\(random(9))\n" }.joined()
            }
            let theirs = try oracle.postfix(words + ["lmdb:theirs"], input: input)
            let ours = try oracle.postroom(words + ["lmdb:ours"], input: input)
            #expect(
                theirs.status == ours.status && theirs.output == ours.output,
                "\(words) \(input.debugDescription) \(theirs) \(ours)")
        }
    }
}

/// Map sources that hold everything a grammar can stumble over.
struct RandomMaps {
    var random: SeededRandom

    private static let pieces: [[UInt8]] =
        [
            "key", "Key", "user@Example.com", "\"quoted key\"", "\"open", "\\\" x", " ", "  ", "\t", "\n",
            "\n", "\n ", "\n#comment\n", "# x", "\r\n", "value", "v1, v2", ":", "a", "b", "c", "\u{C4}",
            "\u{DF}", "\u{3A3}\u{3C2}", "\u{130}", "\n \n", "\u{B}", "\\", "\"",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0], [0xED, 0xA0, 0x80]]

    mutating func next() -> [UInt8] {
        var source: [UInt8] = []
        for _ in 0..<random(12) {
            if random(2) == 0 {
                source += Array("key\(random(6)) value\(random(9))\n".utf8)
            } else {
                for _ in 0...random(6) { source += random.pick(Self.pieces) }
                if random(2) == 0 { source.append(10) }
            }
        }
        return source
    }
}
