import Foundation
import TestSupport
import Testing

/// What the options of `postroom check` do, in a directory of its own.
@Suite struct CheckCommandTests {
    /// Files that go away with the value.
    private final class Directory {
        let path = NSTemporaryDirectory() + "postroom-check-" + UUID().uuidString

        init(_ files: [String: String]) throws {
            for (name, text) in files { try write(text, name) }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ text: String, _ name: String) throws {
            let url = URL(fileURLWithPath: path + "/" + name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }

        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
        }

        func check(_ words: String...) throws -> ProgramRun {
            try Program.run(["check", "--format", "short"] + words, in: path)
        }
    }

    private static let clean = "compatibility_level = 3.6\nmyhostname = mail.example.com\n"

    @Test(
        arguments: [
            ([], "", 0), ([], "soft_bounce = maybe\n", 1), ([], "mynetwork = x\n", 0),
            (["--fail-on", "warning"], "mynetwork = x\n", 1),
            (["--fail-on", "never"], "soft_bounce = maybe\n", 0),
            (["--severity", "error"], "mynetwork = x\n", 0),
            (["--ignore", "parameter"], "soft_bounce = maybe\n", 0),
            (["--select", "master"], "soft_bounce = maybe\n", 0), (["--select", "nothing"], "", 2),
            (["--format", "html"], "", 2), (["--target", "postfix-2.9"], "", 2), (["--unknown"], "", 2),
            (["--target", "postfix-3.4"], "", 0), (["--target", "postroom"], "", 0),
            (["--target", "3.7"], "", 0), (["--target", "postfix-3.7.11"], "", 0),
            (["--target", "4.0"], "", 2),
            (["--explain", "x/y"], "", 2),
            (["--explain", "parameter/misspelt"], "", 0), (["--list-rules"], "", 0), (["--help"], "", 0),
        ] as [([String], String, Int32)])
    func `the exit status says what came of it`(options: [String], addition: String, status: Int32) throws {
        let directory = try Directory(["main.cf": Self.clean + addition])
        let words = options == ["--help"] ? ["check"] + options : ["check"] + options + ["."]
        #expect(try Program.run(words, in: directory.path).status == status)
    }

    @Test func `what to do in place of a table that is not served is said once`() throws {
        let addition =
            "virtual_alias_maps = mysql:/etc/a.cf, pgsql:/etc/b.cf\ntransport_maps = mysql:/etc/c.cf\n"
        let directory = try Directory(["main.cf": Self.clean + addition])
        let answer = try Program.run(
            ["check", "--target", "postroom", "--select", "table/unsupported-type", "."], in: directory.path)
        let lines = answer.output.split(separator: "\n")
        #expect(lines.count { $0.contains("Postroom answers no tables of type") } == 3)
        let advice = "help: export its rows to a text file, compile that with postmap and name it lmdb:file"
        #expect(lines.count { $0 == advice } == 1)
        let first = try #require(lines.firstIndex { $0 == advice })
        #expect(lines[..<first].count { $0.contains("Postroom answers") } == 1)
    }

    @Test func `a directory without main cf cannot be checked`() throws {
        let directory = try Directory(["x": ""])
        let answer = try directory.check(".")
        #expect(answer.status == 2)
        #expect(answer.errors == "postroom check: fatal: open ./main.cf: No such file or directory\n")
    }

    @Test(arguments: ["main.cf", "./master.cf", "."])
    func `the file main cf or master cf means its directory`(name: String) throws {
        let directory = try Directory(["main.cf": Self.clean + "soft_bounce = maybe\n"])
        let answer = try directory.check(name)
        #expect(answer.output.hasPrefix("./main.cf:3:15: error[parameter/wrong-type]"))
        let inRoot = try Directory(["etc/postfix/main.cf": Self.clean])
        #expect(try inRoot.check("--root", ".", "/etc/postfix/main.cf").status == 0)
        #expect(try inRoot.check("etc/postfix/main.cf").status == 0)
    }

    @Test func `an unknown target is told which ones there are`() throws {
        let directory = try Directory(["main.cf": Self.clean])
        let answer = try directory.check("--target", "postfix-2.9", ".")
        #expect(
            answer.errors
                == "postroom check: fatal: --target: unknown target \"postfix-2.9\"; it may be postfix-3.4, "
                + "postfix-3.5, postfix-3.6, postfix-3.7, postfix-3.8, postfix-3.9, postfix-3.10, postfix-3.11, "
                + "postfix-3.12 or postroom\n")
    }

    @Test func `many rows of one rule are not all shown to people, and to programs they are`() throws {
        func rows(_ count: Int) -> String {
            (1...count).map { "/example\($0)/ OK\n" }.joined()
        }
        let directory = try Directory([
            "main.cf": Self.clean + "smtpd_client_restrictions = check_client_access regexp:clients\n"
        ])
        let name = directory.path + "/clients"
        let main = Self.clean + "smtpd_client_restrictions = check_client_access regexp:\(name)\n"
        try directory.write(main, "main.cf")
        let words = ["check", "--select", "table/unanchored-pattern", directory.path]
        let end =
            "and 29 more of table/unanchored-pattern in \(name); --format short shows them\n\n"
            + "\(directory.path): 32 warnings\n"
        try directory.write(rows(32), "clients")
        let text = try Program.run(words, in: "/").output
        #expect(text.hasSuffix(end))
        #expect(text.split(separator: "\n").count { $0.contains(": warning[") } == 3)
        for format in ["short", "json", "sarif", "github"] {
            let all = try Program.run(["check", "--format", format] + words.dropFirst(), in: "/").output
            #expect(all.split(separator: "the pattern has no anchor").count >= 33, "\(format)")
        }
        try directory.write(rows(10), "clients")
        let few = try Program.run(words, in: "/").output
        #expect(few.split(separator: "\n").count { $0.contains(": warning[") } == 10)
    }

    @Test(arguments: [
        "myhostname = {{ fqdn }}", "{% if relay %}", "mydomain = <%= @domain %>",
        "relayhost = [{{ host }}]:587",
        "virtual_alias_maps = hash:{{ .Values.map | quote }}",
    ])
    func `a template is named as one and not checked`(line: String) throws {
        let directory = try Directory(["main.cf": "# {{ managed }}\n\(line)\nsoft_bounce = maybe\n"])
        let answer = try directory.check(".")
        #expect(answer.status == 2)
        #expect(answer.errors.contains("./main.cf:2: this is a template ("))
        #expect(answer.output == "")
    }

    @Test(arguments: [
        "mynetworks_style = ${{$compatibility_level} <level {2} ? {subnet} : {host}}",
        "virtual_alias_maps = inline:{{a = b}, {c = d}}", "sender_canonical_maps = pcre:{{/^a$/ b}}",
        "smtpd_milters = { inet:127.0.0.1:1, default_action = accept }",
    ])
    func `braces of Postfix are no template`(line: String) throws {
        let directory = try Directory(["main.cf": Self.clean + line + "\n"])
        #expect(try directory.check(".").status != 2)
    }

    @Test func `what was not looked at is said after the findings`() throws {
        let directory = try Directory([
            "main.cf": Self.clean + "relay_domains = /srv/mail/relays, lmdb:$config_directory/relays\n"
                + "virtual_alias_maps = lmdb:/srv/mail/virtual\n"
        ])
        let text = try Program.run(["check", "."], in: directory.path).output
        #expect(text.contains("2 tables outside of "))
        #expect(text.contains("were not looked at; --root names"))
        #expect(text.contains("there is no master.cf"))
        #expect(
            try !Program.run(["check", "--root", ".", "."], in: directory.path).output.contains("outside of"))
        #expect(
            try !Program.run(["check", "--select", "master", "."], in: directory.path).output.contains(
                "no master.cf"))
    }

    @Test func `a file for the log needs the service that writes it`() throws {
        let line = "maillog_file = /var/log/postfix.log\n"
        let services =
            "pickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\n"
            + "qmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\n"
            + "defer unix - - n - 0 bounce\n"
        let words = ["--select", "master/missing-service", "."]
        let directory = try Directory(["main.cf": Self.clean + line, "master.cf": services])
        let found = try Program.check(words, in: directory.path).findings
        #expect(found.map { "\($0.severity) \($0.line):\($0.column)" } == ["error 3:16"])
        let whole = try Directory([
            "main.cf": Self.clean + line, "master.cf": services + "postlog unix-dgram n - n - 1 postlogd\n",
        ])
        #expect(try Program.check(words, in: whole.path).findings.isEmpty)
    }

    @Test func `tables of a class that only a table names are looked at`() throws {
        let directory = try Directory([
            "main.cf": Self.clean + "smtpd_restriction_classes = apart\n"
                + "apart = check_sender_access lmdb:$config_directory/nothing, reject_rbl_client relays.ordb.org\n"
                + "smtpd_client_restrictions = check_client_access inline:{a.example=apart}\n"
        ])
        let found = try Program.check(
            ["--select", "table/missing,access/dead-dnsbl", "."], in: directory.path)
        #expect(Set(found.findings.map(\.rule)) == ["table/missing", "access/dead-dnsbl"])
    }

    @Test func `a comment above a line lets a finding pass, also in an entry over several lines`() throws {
        let directory = try Directory([
            "main.cf": Self.clean + """
                # postroom: allow parameter/misspelt
                mynetwork = x
                # postroom: allow parameter
                mydestination = a,
                    $nothing
                mynetworks = 127.0.0.1,
                    # postroom: allow parameter/undefined-name
                    $nobody
                    $noone

                """
        ])
        let answer = try directory.check("--select", "parameter", ".")
        #expect(answer.output.split(separator: "\n").count == 1)
        #expect(answer.output.contains("main.cf:11:6: warning[parameter/undefined-name]"))
    }

    @Test func `--fix mends what is safe and nothing else, and only once`() throws {
        let directory = try Directory([
            "main.cf": Self.clean
                + "relayhost = a\nmynetwork=x\nfallback_relay  =  b # kept\nrelayhost = c\n",
            "master.cf": "smtp inet n - n - - smtpd\n",
        ])
        _ = try directory.check("--fix", ".")
        let mended = Self.clean + "mynetwork=x\nsmtp_fallback_relay  =  b # kept\nrelayhost = c\n"
        #expect(try directory.text("main.cf") == mended)
        _ = try directory.check("--fix", ".")
        #expect(try directory.text("main.cf") == mended)
    }

    @Test func `a baseline hides what is known and shows what is new`() throws {
        let directory = try Directory(["main.cf": Self.clean + "soft_bounce = maybe\n"])
        #expect(try directory.check("--write-baseline", "known", ".").status == 0)
        #expect(try directory.check("--baseline", "known", ".").status == 0)
        try directory.write("# moved\n" + Self.clean + "soft_bounce = maybe\nbiff = 1\n", "main.cf")
        let answer = try directory.check("--baseline", "known", ".")
        #expect(answer.status == 1)
        #expect(answer.output.contains("biff") && !answer.output.contains("soft_bounce"))
        try directory.write("nonsense\n", "known")
        #expect(try directory.check("--baseline", "known", ".").status == 2)
    }

    @Test func `--root makes absolute names those of a checkout`() throws {
        let directory = try Directory([
            "etc/postfix/main.cf": Self.clean + "smtpd_tls_cert_file = /etc/ssl/mail.crt\n"
                + "smtpd_tls_key_file = /etc/ssl/mail.key\nsmtpd_tls_CAfile = /elsewhere/ca.pem\n",
            "etc/ssl/mail.crt": "x",
        ])
        for words in [
            ["--root", ".", "/etc/postfix"], ["--root", ".", "etc/postfix"], ["--root", directory.path],
        ] {
            let answer = try Program.run(
                ["check", "--format", "short", "--select", "parameter/tls-file-missing"] + words,
                in: directory.path)
            let prefix = words.count == 2 ? directory.path + "/" : ""
            #expect(
                answer.output
                    == "\(prefix)etc/postfix/main.cf:4:22: warning[parameter/tls-file-missing]: "
                    + "\(prefix)etc/ssl/mail.key does not exist\n")
        }
    }

    @Test func `passwords are not shown`() throws {
        let directory = try Directory([
            "main.cf": Self.clean
                + "users_bind_pw = sec\u{2D}ret $nobody\nsmtp_sasl_password_maps = inline:{a=b:hunter2} $nothing\n"
                + "virtual_alias_maps = ldap:users\n"
        ])
        for format in ["text", "json", "sarif", "github", "junit"] {
            let output = try Program.run(["check", "--format", format, "."], in: directory.path).output
            #expect(output.contains("nothing") && !output.contains("sec-ret") && !output.contains("hunter2"))
        }
    }

    @Test func `every rule is explained, and listed`() throws {
        let list = try Program.run(["check", "--list-rules"], in: "/").output.split(separator: "\n")
        #expect(list.count > 40)
        for line in list {
            let rule = String(line.prefix { $0 != " " })
            let text = try Program.run(["check", "--explain", rule], in: "/").output
            #expect(text.hasPrefix(rule) && text.contains("At run time:") && text.contains("How to mend it:"))
        }
    }
}
