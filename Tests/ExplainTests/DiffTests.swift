import Foundation
import TestSupport
import Testing

/// `postroom diff`.
@Suite struct DiffTests {
    private func diff(_ words: String...) throws -> ProgramRun {
        try ProgramRun([BuiltProgram.postroom, "diff"] + words)
    }

    @Test func `a directory is the same as its copy`() throws {
        let (old, new) = (try Directory.sample(), try Directory.sample())
        #expect(try diff(old.path, new.path) == ProgramRun(status: 0, output: "", errors: ""))
    }

    @Test func `what changes and whom it concerns`() throws {
        let (old, new) = (try Directory.sample(), try Directory.sample())
        try new.write("far.example smtp:[new.example]\n", "transport")
        try new.append("message_size_limit = 1000000\n", to: "main.cf")
        let answer = try diff(old.path, new.path)
        #expect(answer.status == 1)
        #expect(
            answer.output.replacingOccurrences(of: old.path, with: "OLD") == """
                parameters:
                - message_size_limit = 10240000
                + message_size_limit = 1000000
                rows:
                - lmdb:OLD/transport  far.example  relay:[mx.far.example]:25
                + lmdb:OLD/transport  far.example  smtp:[new.example]
                routes:
                - anybody@far.example  anybody@far.example relay:[mx.far.example]:25
                + anybody@far.example  anybody@far.example smtp:[new.example]
                - sales@example.org  anna@mail.example.com local:mail.example.com (mailbox of anna), \
                b@far.example relay:[mx.far.example]:25
                + sales@example.org  anna@mail.example.com local:mail.example.com (mailbox of anna), \
                b@far.example smtp:[new.example]

                """)
    }

    @Test func `the JSON form has five lists`() throws {
        let (old, new) = (try Directory.sample(), try Directory.sample())
        try new.write("smtp inet n - n - - smtpd -o smtpd_timeout=9s\n", "master.cf")
        let object = try JSONSerialization.jsonObject(
            with: Data(try diff("--json", old.path, new.path).output.utf8))
        let lists = try #require(object as? [String: [[String: Any]]])
        #expect(lists.keys.sorted() == ["parameters", "routes", "rows", "services", "unknown"])
        #expect(lists["services"]?.first?["service"] as? String == "smtp/inet")
        #expect(lists["services"]?.first?["new"] as? String == "n y n - - smtpd -o smtpd_timeout=9s")
    }

    @Test func `a revision of the directory is compared`() throws {
        let directory = try Directory.sample()
        func git(_ words: String...) throws {
            let identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"]
            let answer = try ProgramRun(["/usr/bin/git", "-C", directory.path] + identity + words)
            #expect(answer.status == 0, "\(answer.errors)")
        }
        try git("init", "-q")
        try git("add", ".")
        try git("commit", "-qm", "first")
        try directory.append("new@example.org  bruno@mail.example.com\n", to: "virtual")
        let temporary = try Directory()
        let answer = try ProgramRun.postroom(
            "diff", "-c", directory.path, "HEAD", directory.path, environment: ["TMPDIR": temporary.path])
        #expect(answer.status == 1)
        #expect(answer.output.contains("+ new@example.org  bruno@mail.example.com local:mail.example.com"))
        #expect(try temporary.names == [])
        #expect(try diff("-c", directory.path, "no-such", directory.path).status == 2)
    }

    @Test func `passwords are not shown`() throws {
        let (old, new) = (try Directory.sample(), try Directory.sample())
        for (directory, password) in [(old, "secret-one"), (new, "secret-two")] {
            try directory.write("[mx.example] user:\(password)\n", "passwd")
            try directory.append("smtp_sasl_password_maps = lmdb:$config_directory/passwd\n", to: "main.cf")
        }
        let answer = try diff(old.path, new.path)
        #expect(answer.status == 1)
        #expect(answer.output.contains("[mx.example]"))
        #expect(!answer.output.contains("secret"))
    }

    /// The addresses whose routes differ when one rule of `transport_maps` has another result.
    private func samples(_ type: String, _ rule: String, before: String = "") throws -> [String] {
        let (old, new) = (try Directory.sample(), try Directory.sample())
        for (directory, result) in [(old, "smtp:[one]"), (new, "smtp:[two]")] {
            try directory.write("\(before)\(rule) \(result)\n", "ways")
            try directory.append("transport_maps = \(type):$config_directory/ways\n", to: "main.cf")
        }
        let lines = try diff(old.path, new.path).output.split(separator: "\n").map(String.init)
        guard let start = lines.firstIndex(of: "routes:") else { return [] }
        return lines[start...].filter { $0.hasPrefix("+ ") }.map {
            String($0.split(separator: " ")[1])
        }
    }

    @Test(
        arguments: [
            ("pcre", "/@far\\.net$/", "anybody@far.net"),
            ("pcre", "/^bounce-\\d{3}@([a-z]+\\.)?far\\.example$/", "bounce-111@far.example"),
            ("pcre", "/^(?:a|b)\\.(?<n>[^@]+)@(?!z)\\w+\\.\\1$/i", "a.x@x.x,b.x@x.x"),
            ("pcre", "/^(?i)([xyz])\\1@q\\.far\\.example/", "xx@q.far.example"),
            ("pcre", "/^[[:digit:]]++@x\\.net$/", "1@x.net"),
            ("pcre", "|^.*?\\+list@|", "x+list@elsewhere.example"),
            ("pcre", "/^nemo@/", "nemo@elsewhere.example"),
            ("pcre", "/\\.example\\.net$/", "anybody@host.example.net"),
            ("pcre", "/^never$(?=x)/", nil), ("regexp", "/^[]a-c]+@(one|two)\\.net$/", "a@one.net,a@two.net"),
            ("regexp", "/^\\(a\\)\\{2\\}(b)\\?@x\\.net$/x", "aa(b@x.net"),
            ("regexp", "/^[[:alpha:]]{2,}@x.net$/", "xx@x.net"),
            ("regexp", "/^a@x\\.net|^b@y\\.net/", "a@x.net,b@y.net"),
        ] as [(String, String, String?)])
    func `a rule is tried with addresses that it matches`(type: String, rule: String, found: String?) throws {
        #expect(try samples(type, rule).sorted() == (found ?? "").split(separator: ",").map(String.init))
    }

    @Test func `a rule behind another one is tried with what is left to it`() throws {
        let before = "/^a@x\\.net$/ smtp:[zero]\n"
        #expect(try samples("regexp", "/^(a|b)@x\\.net$/", before: before) == ["b@x.net"])
        #expect(try samples("regexp", "/^a@x\\.net$/", before: before) == [])
    }

    @Test func `rules of lists, of recipients and of senders are tried, and rows in main.cf`() throws {
        let settings = [
            (
                "relay_domains = regexp:$config_directory/list", "list", "/^(.+\\.)?(one|two)\\.net$/ x\n",
                "anybody@one.net"
            ),
            (
                "relay_domains = far.net\nrelay_recipient_maps = pcre:{{/^b\\.?(c)@far.net$$/ x}}", "",
                "",
                "bc@far.net"
            ),
            (
                "sender_dependent_relayhost_maps = pcre:$config_directory/list", "list", "/^boss@/ [x]\n",
                "anybody@elsewhere.example from boss@elsewhere.example"
            ),
            (
                "alias_maps = regexp:{{/^team-[0-9]+$$/ far@x.net}}\nlocal_recipient_maps =", "", "",
                "team-1@mail.example.com"
            ),
            ("transport_maps = inline:{in.line=smtp:[x]}", "", "", "anybody@in.line"),
        ]
        for (line, name, text, address) in settings {
            let (old, new) = (try Directory.sample(), try Directory.sample())
            if !name.isEmpty { try new.write(text, name) }
            try new.append(line + "\n", to: "main.cf")
            let output = try diff(old.path, new.path).output
            #expect(output.contains("\n+ \(address)  "), "\(output)")
        }
    }
}
