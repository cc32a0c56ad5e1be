import Foundation
import TableSources
import TestSupport
import Testing

/// Our `postalias` beside Debian's.
///
/// One difference of 3.7.11 is expected: since Postfix 3.12 (snapshot 20260312, "Incompatible changes": the search key
/// is stored in external, quoted form) a name that needs quotes is stored with them.
@Suite(.enabled(if: Oracle.isInstalled, "postfix is not installed"))
struct AliasOracleTests {
    @Test(arguments: Oracle.parts)
    func `random alias files give the same rows, warnings by line and status`(part: Int) throws {
        let oracle = try Oracle()
        var random = SeededRandom("alias files", part: part)
        let options = [[], ["-f"], ["-u"], ["-w"], ["-r"], ["-N"], ["-n"]]
        for number in 0..<Oracle.cases / 4 {
            let source = Self.source(&random)
            let flags = options[number % options.count]
            try oracle.write(source, "theirs")
            try oracle.write(source, "ours")
            let theirs = try oracle.postfix(flags + ["lmdb:theirs"], program: "postalias")
            let ours = try oracle.postroom(flags + ["lmdb:ours"], program: "postalias")
            let text = String(decoding: source, as: UTF8.self).debugDescription
            #expect(theirs.status == ours.status, "\(flags) \(text)")
            let reading: [String] = flags.contains("-u") ? ["-u"] : []
            let listed = try oracle.postfix(reading + ["-s", "lmdb:theirs"], program: "postmap").output
            let mine = try oracle.postroom(reading + ["-s", "lmdb:ours"], program: "postalias").output
            #expect(try listed == oracle.postroom(reading + ["-s", "lmdb:theirs"]).output, "\(text)")
            #expect(try mine == oracle.postfix(reading + ["-s", "lmdb:ours"]).output, "\(text)")
            #expect(Self.rows(listed, quoting: true) == Self.rows(mine, quoting: false), "\(flags) \(text)")
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

    /// Sorted rows without those that tell when the index was made.
    private static func rows(_ text: String, quoting: Bool) -> [String] {
        // By bytes: to `String`, CR LF is one character.
        text.utf8.split(separator: 10).map { row in
            let parts = row.split(separator: 9, maxSplits: 1, omittingEmptySubsequences: false)
            let key = quoting ? AliasLine.quoted(Array(parts[0])) : Array(parts[0])
            return String(decoding: key + [9] + (parts.count > 1 ? Array(parts[1]) : []), as: UTF8.self)
        }.filter { !$0.hasPrefix("YP_") && !$0.hasPrefix("@\t") && !$0.hasPrefix("\"@\"\t") }.sorted()
    }

    private static let pieces: [[UInt8]] =
        [
            "name", "Name2", "owner-list", "\"two words\"", "\"a,b\"", "|/bin/cmd", "\"|cmd a, b\"", "/file",
            ":include:/x", "user@example.com", "<u@e>", "(comment)", "(a (b) c)", "(open", "[1.2.3.4]", "[",
            "]", ")", ":", ":", ": ", ",", ", ", ";", "\\", "\\\"", "\"", " ", " ", "\r", "\u{B}", ".", "@",
            "\n ", "\n#c\n", "\n", "x\u{1}y", "\u{FC}", "#",
        ].map { Array($0.utf8) } + [[0xFF], [0], [0xC3]]

    private static func source(_ random: inout SeededRandom) -> [UInt8] {
        var source: [UInt8] = []
        for _ in 0..<1 + random(8) {
            if random(3) == 0 {
                source += Array("name\(random(4)): value\(random(9))\n".utf8)
            } else {
                if random(3) > 0 { source += Array("n\(random(9))".utf8) }
                for _ in 0...random(3) { source += random.pick(pieces) }
                if random(3) > 0 { source += Array(": ".utf8) }
                for _ in 0...random(6) { source += random.pick(pieces) }
                source.append(10)
            }
        }
        return source
    }

    @Test func `newaliases rebuilds all that alias_database names`() throws {
        let oracle = try Oracle()
        try oracle.write(Array("a: b\n".utf8), "first")
        try oracle.write(Array("c: d\n".utf8), "second")
        let tables = ["first", "second"].map { "lmdb:\(oracle.directory)/\($0)" }
        try oracle.write(
            Array("alias_database = \(tables[0]), \(tables[1])\nmyhostname = x.example\n".utf8), "main.cf")
        #expect(try oracle.run(command: "newaliases", ["-C", oracle.directory]).status == 0)
        for (name, row) in [("first", "a\tb"), ("second", "c\td")] {
            #expect(
                try oracle.postfix(["-s", "lmdb:\(name)"]).output
                    == "@\t@\nYP_LAST_MODIFIED\t1700000000\nYP_MASTER_NAME\tx.example\n\(row)\n")
        }
    }
}
