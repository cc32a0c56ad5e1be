import Foundation
import Testing

/// `postroom diff`.
@Suite struct DiffTests {
    private func diff(_ words: String...) throws -> CommandLine.Answer {
        try CommandLine.run([CommandLine.postroom, "diff"] + words)
    }

    @Test func `a directory is the same as its copy`() throws {
        let (old, new) = (try Directory.sample(), try Directory.sample())
        #expect(try diff(old.path, new.path) == CommandLine.Answer(status: 0, output: "", errors: ""))
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

    @Test func `the JSON form has four lists`() throws {
        let (old, new) = (try Directory.sample(), try Directory.sample())
        try new.write("smtp inet n - n - - smtpd -o smtpd_timeout=9s\n", "master.cf")
        let object = try JSONSerialization.jsonObject(
            with: Data(try diff("--json", old.path, new.path).output.utf8))
        let lists = try #require(object as? [String: [[String: Any]]])
        #expect(lists.keys.sorted() == ["parameters", "routes", "rows", "services"])
        #expect(lists["services"]?.first?["service"] as? String == "smtp/inet")
        #expect(lists["services"]?.first?["new"] as? String == "n y n - - smtpd -o smtpd_timeout=9s")
    }

    @Test func `a revision of the directory is compared`() throws {
        let directory = try Directory.sample()
        func git(_ words: String...) throws {
            let identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"]
            let answer = try CommandLine.run(["/usr/bin/git", "-C", directory.path] + identity + words)
            #expect(answer.status == 0, "\(answer.errors)")
        }
        try git("init", "-q")
        try git("add", ".")
        try git("commit", "-qm", "first")
        try directory.append("new@example.org  bruno@mail.example.com\n", to: "virtual")
        let temporary = try Directory()
        let answer = try CommandLine.postroom(
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
}
