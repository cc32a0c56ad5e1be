import Foundation
import FoundationXML
import TestSupport
import Testing

/// `postroom test`.
@Suite struct RoutingTestTests {
    private func run(_ tests: String, _ words: String...) throws -> ProgramRun {
        let directory = try Directory.sample()
        try directory.write(tests, "routes")
        var answer = try ProgramRun(
            [BuiltProgram.postroom, "test", "-c", directory.path] + words + [directory.path + "/routes"])
        answer.output = answer.output.replacingOccurrences(of: directory.path, with: "DIR")
        answer.errors = answer.errors.replacingOccurrences(of: directory.path, with: "DIR")
        return answer
    }

    @Test(arguments: [
        "anna@mail.example.com local:", "anna@mail.example.com local:mail.example.com",
        "anna+x@mail.example.com local:", "x@far.example relay:[mx.far.example]:25",
        "sales@example.org anna@mail.example.com, b@far.example",
        "sales@example.org b@far.example relay:[mx.far.example]:25,\n  anna@mail.example.com local:",
        "no@example.org reject", "no@example.org reject 5.1.1", "no@example.org reject 550 5.1.1",
        "x@far.example client=203.0.113.1 reject 5.7.1", "x@far.example client=192.0.2.1 accept",
        "x@far.example from=<> client=192.0.2.1=a.example accept", "anna -> anna@example.com",
    ]) func `what is so passes`(test: String) throws {
        let answer = try run(test + "\n")
        #expect(answer.status == 0, "\(answer.output)")
        #expect(answer.output.hasSuffix("1 test, 0 failed\n"))
    }

    @Test(arguments: [
        "anna@mail.example.com smtp:", "anna@mail.example.com local:elsewhere", "anna -> anna",
        "sales@example.org anna@mail.example.com", "no@example.org accept", "no@example.org reject 5.7.1",
        "no@example.org local:", "anna@mail.example.com reject",
    ]) func `what is not so fails`(test: String) throws {
        #expect(try run(test + "\n").status == 1)
    }

    @Test func `a failure shows the row that is responsible`() throws {
        let answer = try run("# routes\nx@far.example smtp:\n", "--only-failures")
        #expect(
            answer.output == """
                FAIL  DIR/routes:2  x@far.example
                      expected: smtp:
                      actual:   x@far.example relay:[mx.far.example]:25
                      DIR/transport:1: far.example -> relay:[mx.far.example]:25
                1 test, 1 failed

                """)
    }

    @Test func `a failure is a difference`() throws {
        let answer = try run("x@far.example smtp:\n", "--diff")
        #expect(
            answer.output.contains(
                "-x@far.example smtp:\n+x@far.example x@far.example relay:[mx.far.example]:25\n"))
    }

    @Test func `some are run`() throws {
        let answer = try run("anna@mail.example.com local:\nx@far.example smtp:\n", "--run", "anna*local")
        #expect(answer.status == 0)
        #expect(answer.output.contains("1 test,"))
    }

    @Test func `JUnit's form is XML`() throws {
        let answer = try run("x@far.example smtp:\n\"<&>\"@far.example relay:\n", "--junit")
        let parser = XMLParser(data: Data(answer.output.utf8))
        #expect(parser.parse())
        #expect(answer.output.contains("tests=\"2\" failures=\"1\""))
    }

    @Test func `coverage names what no test reached`() throws {
        let answer = try run("x@far.example relay:\n", "--coverage", "--fail-under", "90")
        #expect(answer.status == 1)
        #expect(answer.output.contains("not reached: DIR/virtual:2: sales@example.org\n"))
        #expect(!answer.output.contains("not reached: DIR/transport:1"))
        #expect(try run("x@far.example relay:\n", "--coverage", "--fail-under", "10").status == 0)
    }

    @Test func `restrictions count where they stand, rows in main.cf too`() throws {
        let directory = try Directory.sample()
        try directory.append(
            """
            smtpd_restriction_classes = careful
            careful = reject_unauth_destination
              permit_mynetworks
            transport_maps = inline:{ {one.example = smtp:[a]}, {two.example = smtp:[b]} },
              regexp:{ {/three/ smtp:[c]} {/four/ smtp:[d]} }
            smtpd_sender_restrictions = permit_mynetworks,
              check_sender_access inline:{x@y=DUNNO}
              permit_mynetworks
              check_sender_access inline:{x@z=OK}
            smtpd_recipient_restrictions = careful
            header_checks = regexp:{ {/x/ HOLD} }

            """, to: "main.cf")
        try directory.write(
            """
            x@two.example from=x@y client=203.0.113.1 reject
            x@two.example from=x@y client=192.0.2.1 reject
            x@two.example smtp:[b]
            x@three.example smtp:[c]

            """, "routes")
        let answer = try ProgramRun.postroom(
            "test", "--coverage", "-c", directory.path, directory.path + "/routes")
        let lines = answer.output.replacingOccurrences(of: directory.path, with: "DIR").split(separator: "\n")
        #expect(
            lines.filter { $0.hasPrefix("not reached: ") }.map { $0.dropFirst(13) } == [
                "DIR/virtual:2: sales@example.org", "inline:{ { owner = anna } }: owner",
                "inline:{ {one.example = smtp:[a]}, {two.example = smtp:[b]} }: one.example",
                "regexp:{ {/three/ smtp:[c]} {/four/ smtp:[d]} }: /four/", "inline:{ anna=x, bruno=x }: anna",
                "inline:{ anna=x, bruno=x }: bruno", "DIR/clients:1: 198.51.100.0/24",
                "inline:{x@z=OK}: x@z", "DIR/main.cf:16: careful: permit_mynetworks",
            ])
        #expect(lines.last?.hasPrefix("coverage: 12 of 21 rows") == true)
    }

    @Test(arguments: ["x@y", "x@y reject 9.9", "x@y client=nobody accept", "x@y accept it", "x@y -> a b"])
    func `a line that is no test is a mistake`(line: String) throws {
        let answer = try run(line + "\n")
        #expect(answer.status == 1)
        #expect(answer.errors.hasPrefix("DIR/routes:1:1: error: "))
    }
}
