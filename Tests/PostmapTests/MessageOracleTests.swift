import Foundation
import TestSupport
import Testing

/// `postmap -q - -h -b -m` beside Debian's: each key of a random message is printed by both.
@Suite(.enabled(if: Oracle.isInstalled, "postfix is not installed"))
struct MessageOracleTests {
    @Test(arguments: Oracle.parts)
    func `random messages have the same headers and body lines`(part: Int) throws {
        let oracle = try Oracle()
        try oracle.write(Array("/^((.|\\n)*)$/ found\n".utf8), "all")
        var random = SeededRandom("messages", part: part)
        for _ in 0..<Oracle.cases / 4 {
            let message = Self.message(&random)
            let words = [
                "-q", "-", random.pick(["-h", "-b", "-hm", "-bm", "-hb", "-hbm", "-hbmU"]), "pcre:all",
            ]
            let theirs = try oracle.postfix(words, input: message)
            let ours = try oracle.postroom(words, input: message)
            #expect(
                theirs.status == ours.status && theirs.output == ours.output,
                "\(words) \(message.debugDescription) \(theirs.output.debugDescription) \(ours)")
        }
    }

    private static let lines = [
        "Subject: a", "To : b", " continued", "\tmore", "", "", "text", ": x", "--xx", "--xx", "--yy",
        "--xx--",
        "--yy--", "--xxy", "-- ", "Content-Type: multipart/mixed; boundary=xx",
        "Content-Type: multipart/digest; boundary=\"yy\"", "content-type: MULTIPART/x; a=b; Boundary = yy",
        "Content-Type: message/rfc822", "Content-Type: message/partial", "Content-Type: text/plain", "A: b\r",
        "Content-Type: (c) multipart / mixed (d); boundary=(e)xx;", "X:", "From x", " ",
        "Content-Type: multipart/a",
        "Content-Type: multipart/mixed; boundary=xx; boundary=yy", "Content-Type: multipart/mixed;",
        " boundary=xx",
        "Content-Type: message", "Content-Type:", "\u{FC}: x", "Content-Type: multipart; boundary=yy",
        "Content-Type: multipart/mixed boundary=xx", "Content-Type: multipart/mixed; boundary=\"x\\x\"",
        "Content-Type: multipart/mixed; boundary=\"\"",
    ]

    private static func message(_ random: inout SeededRandom) -> String {
        let count = random(16)
        var text = (0..<count).map { _ in random.pick(lines) }.joined(separator: "\n")
        if random(4) > 0 { text += "\n" }
        return text
    }

    @Test func `the options go with a query of standard input alone`() throws {
        let oracle = try Oracle()
        for words in [["-h", "-q", "x"], ["-m", "-s"], ["-b"]] {
            let answer = try oracle.postroom(words + ["static:x"])
            #expect(answer.status == 1)
            #expect(answer.errors == "postmap: fatal: specify -b -h or -m only with \"-q -\"\n")
        }
        let answer = try oracle.postroom(["-m", "-q", "-", "static:x"], input: "a\n")
        #expect(answer.output == "a\tx\n")
        #expect(answer.errors == "postmap: warning: ignoring -m option without -b or -h\n")
    }
}
