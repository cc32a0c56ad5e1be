import Foundation
import Testing

/// What `postconf` writes and prints where no Postfix is at hand, and where we differ from it.
struct PostconfTests {
    private func run(_ words: [String], main: String = "", master: String = "") throws
        -> ConfigurationRun.Answer
    {
        try answer(words, ["main.cf": Array(main.utf8), "master.cf": Array(master.utf8)])
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static let main = """
        # head

        myorigin = a
          b
        # inner
          c
        relayhost=x
        """

    @Test(arguments: [
        (["-e", "myorigin = new"], "# head\n\nmyorigin = new\n# inner\nrelayhost=x"),
        (["relayhost="], "# head\n\nmyorigin = a\n  b\n# inner\n  c\nrelayhost = \n"),
        (["-#", "myorigin"], "# head\n\n#myorigin = a\n#  b\n# inner\n#  c\nrelayhost=x"),
        (["-X", "relayhost", "absent"], "# head\n\nmyorigin = a\n  b\n# inner\n  c\n"),
        (["-e", "a=1", "b=2"], main + "\na = 1\nb = 2\n"),
    ])
    func `an edit of main.cf keeps the rest`(words: [String], expected: String) throws {
        let answer = try run(words, main: Self.main)
        #expect(text(answer.main) == expected)
        #expect(answer.status == 0 && answer.errors.isEmpty)
    }

    private static let master = """
        smtp inet n - y - - smtpd
        #smtp inet n - y - 1 postscreen
        foo unix - n n - - pipe -o a=1
        # inner
          flags=D
        """

    @Test(arguments: [
        (
            ["-M", "smtp/inet=smtp inet n - n - - smtpd -o b=2"],
            "smtp       inet  n       -       n       -       -       smtpd\n    -o b=2\n#smtp inet n - y - 1 postscreen\nfoo unix - n n - - pipe -o a=1\n# inner\n  flags=D"
        ),
        (["-MX", "foo/unix"], "smtp inet n - y - - smtpd\n#smtp inet n - y - 1 postscreen\n# inner\n"),
        (
            ["-M#", "foo/unix"],
            "smtp inet n - y - - smtpd\n#smtp inet n - y - 1 postscreen\n#foo unix - n n - - pipe -o a=1\n# inner\n#  flags=D"
        ),
        (
            ["-F", "foo/unix/chroot=y"],
            "smtp inet n - y - - smtpd\n#smtp inet n - y - 1 postscreen\n# inner\nfoo        unix  -       n       y       -       -       pipe\n    -o a=1\n    flags=D\n"
        ),
        (
            ["-P", "foo/unix/b=3"],
            "smtp inet n - y - - smtpd\n#smtp inet n - y - 1 postscreen\n# inner\nfoo        unix  -       n       n       -       -       pipe\n    -o a=1\n    -o b=3\n    flags=D\n"
        ),
        (
            ["-PX", "foo/unix/a"],
            "smtp inet n - y - - smtpd\n#smtp inet n - y - 1 postscreen\n# inner\nfoo        unix  -       n       n       -       -       pipe flags=D\n"
        ),
        (
            ["-M", "new/unix=new unix - - - - - x"],
            master + "\nnew        unix  -       -       -       -       -       x\n"
        ),
    ])
    func `an edit of master.cf keeps the rest`(words: [String], expected: String) throws {
        let answer = try run(words, master: Self.master)
        #expect(text(answer.master) == expected)
        #expect(answer.status == 0 && answer.errors.isEmpty)
    }

    @Test func `JSON has one object a line`() throws {
        let main = "myorigin = a \"b\"\\\n"
        #expect(
            try text(run(["-j", "myorigin", "relayhost"], main: main).output)
                == "{\"myorigin\": \"a \\\"b\\\"\\\\\"}\n{\"relayhost\": \"\"}\n")
        #expect(
            try text(run(["-Mj", "foo"], master: Self.master).output)
                == "{\"foo/unix\": \"foo unix - n n - - pipe -o a=1 flags=D\"}\n"
        )
        #expect(try text(run(["-Pj"], master: Self.master).output) == "{\"foo/unix/a\": \"1\"}\n")
        #expect(
            try text(run(["-Fj", "foo/unix/command"], master: Self.master).output)
                == "{\"foo/unix/command\": \"pipe -o a=1 flags=D\"}\n")
    }

    @Test(arguments: [
        ("smtpd_baner = x", "unused parameter: smtpd_baner=x; did you mean \"smtpd_banner\"?"),
        ("zorg = x", "unused parameter: zorg=x"),
        ("myorigin = $myhostnam", "undefined parameter: myhostnam; did you mean \"myhostname\"?"),
        (
            "smtp_use_tls = yes",
            "support for parameter \"smtp_use_tls\" will be removed; instead, specify \"smtp_tls_security_level\""
        ),
        (
            "virtual_maps = x",
            "support for parameter \"virtual_maps\" will be removed; instead, specify \"virtual_alias_maps\""
        ),
        (
            "smtpd_tls_eecdh_grade = auto",
            "support for parameter \"smtpd_tls_eecdh_grade\" will be removed; instead, do not specify (leave at default)"
        ),
    ])
    func `names that mean nothing, or soon will not, are warned of`(main: String, warning: String) throws {
        let errors = try text(run(["-n"], main: main).errors)
        #expect(errors == "postconf: warning: DIRECTORY/main.cf: \(warning)\n")
        let quiet = try text(run(["-nq"], main: main).errors)
        #expect(quiet.isEmpty || quiet.contains("undefined parameter"))
    }

    @Test func `-P -P -x shows what a service inherits`() throws {
        let answer = try run(
            ["-PPx", "foo/unix/relayhost", "foo/unix/a"], main: "relayhost = r", master: Self.master)
        #expect(text(answer.output) == "foo/unix/relayhost = r\nfoo/unix/a = 1\n")
    }

    @Test func `what there is none of is not listed`() throws {
        #expect(try text(run(["-a"]).output) == "dovecot\n")
        #expect(try run(["-A"]).output.isEmpty)
        #expect(try text(run(["-l"]).output) == "flock\nfcntl\ndotlock\n")
        let types = try text(run(["-m"]).output)
        #expect(types.contains("lmdb\n") && !types.contains("ldap"))
        let facts = try run(["-T", "run-version"])
        #expect(facts.status == 0 && facts.output.isEmpty)
    }

    @Test func `templates are shown as they are and expanded`() throws {
        let template = """
            failure_template = <<END
            Charset: utf-8
            Subject: gone

            From $myhostname, $$5, after $maximal_queue_lifetime_hours hours
            END
            """
        let main = "myhostname = a.example\nbounce_template_file = DIRECTORY/template\n"
        let files = ["main.cf": main, "template": template + "\n"].mapValues { Array($0.utf8) }
        let plain = text(try answer(["-t"], files).output)
        #expect(
            plain.hasPrefix(
                "failure_template = <<EOF\nCharset: utf-8\nFrom: Mail Delivery System <MAILER-DAEMON>\nSubject: gone\n"
            ))
        let expanded = text(try answer(["-b"], files).output)
        #expect(
            expanded.hasPrefix("expanded_failure_text = <<EOF\nFrom a.example, $5, after 120 hours\nEOF\n\n"))
    }

    private func answer(_ words: [String], _ files: [String: [UInt8]]) throws -> ConfigurationRun.Answer {
        let run = try ConfigurationRun(files)
        let link = NSTemporaryDirectory() + "postconf-link-" + UUID().uuidString
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: ConfigurationRun.postroom)
        defer { try? FileManager.default.removeItem(atPath: link) }
        try run.start(link, words.map { Array($0.utf8) })
        return try run.answer()
    }
}
