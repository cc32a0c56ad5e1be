import Foundation

/// A Postfix of its own on loopback, with the configuration of a fixture, that stops and goes away with the value.
final class PrivatePostfix {
    static let canRun = geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/sbin/postfix")

    private let path = "/tmp/postroom-judge-" + UUID().uuidString
    let port: Int
    private(set) var startOutput = ""

    private static let services = """
        postlog unix-dgram n - n - 1 postlogd
        anvil unix - - n - 1 anvil
        retry unix - - n - - error
        error unix - - n - - error
        proxymap unix - - n - - proxymap
        tlsmgr unix - - n 1000? 1 tlsmgr
        showq unix n - n - - showq
        relay unix - - n - - smtp
        trace unix - - n - 0 bounce

        """

    /// - Parameters:
    ///   - fixture: the directory with the configuration.
    ///   - settings: of main.cf, where the fixture does not have them.
    init(_ fixture: String, port: Int, settings: String) throws {
        self.port = port
        let manager = FileManager.default
        for name in ["conf", "spool", "data"] {
            try manager.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
        }
        try manager.setAttributes([.ownerAccountName: "postfix"], ofItemAtPath: path + "/data")
        for name in try manager.contentsOfDirectory(atPath: fixture) where !name.hasSuffix(".cf") {
            try manager.copyItem(atPath: fixture + "/" + name, toPath: path + "/conf/" + name)
        }
        let stock = Fixture.root + "/fixtures/lint/master/verbose/good/master.cf"
        let own = fixture + "/master.cf"
        try write(master(try text(manager.fileExists(atPath: own) ? own : stock)), "conf/master.cf")
        try write(main(try text(fixture + "/main.cf"), settings), "conf/main.cf")
        try buildMaps(try text(fixture + "/main.cf"))
        startOutput += try run("/usr/sbin/postfix", ["-c", path + "/conf", "start"])
    }

    deinit {
        // `postfix abort` does not work with the configurations that it is here for.
        let number = (try? text(path + "/spool/pid/master.pid")) ?? ""
        if let master = pid_t(number.filter { $0.isNumber }) {
            kill(master, SIGTERM)
            for _ in 0..<20 where kill(master, 0) == 0 { usleep(50_000) }
        }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Runs postmap or postalias for the maps of the fixture that come without an index.
    private func buildMaps(_ main: String) throws {
        for line in main.split(separator: "\n") {
            for match in line.matches(of: /lmdb:\$config_directory\/([A-Za-z0-9_]+)/) {
                let map = path + "/conf/" + match.1
                let manager = FileManager.default
                guard manager.fileExists(atPath: map), !manager.fileExists(atPath: map + ".lmdb") else {
                    continue
                }
                let program = line.hasPrefix("alias_") ? "postalias" : "postmap"
                startOutput += try run("/usr/sbin/" + program, ["-c", path + "/conf", "lmdb:" + map])
            }
        }
    }

    private func main(_ text: String, _ settings: String) -> String {
        let common = """
            queue_directory = \(path)/spool
            data_directory = \(path)/data
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            maillog_file = \(path)/log
            maillog_file_prefixes = /tmp
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            alias_maps =
            mydestination = $myhostname
            local_recipient_maps =

            """
        let added = (common + settings).split(separator: "\n").filter { line in
            let name = line.prefix { $0 != " " }
            return !text.split(separator: "\n").contains { $0.hasPrefix(name + " =") }
        }
        // First, so that a mistake in the fixture hides nothing.
        return added.joined(separator: "\n") + "\n" + text
    }

    /// Ports that this instance may have, accounts that the machine has, and the services that the fixture leaves out.
    private func master(_ text: String) -> String {
        var number = port
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let words = line.split { $0.isWhitespace }
            guard let first = line.first, !first.isWhitespace, first != "#", words.count > 1,
                words[1] == "inet"
            else { return String(line).replacing("user=vmail", with: "user=nobody") }
            number += 1
            return "127.0.0.1:\(number - 1)" + line.dropFirst(words[0].count)
        }
        let names = text.split(separator: "\n").compactMap { $0.split { $0.isWhitespace }.first }
        let added = Self.services.split(separator: "\n").filter { line in
            !names.contains(line.prefix { $0 != " " })
        }
        return (added.map(String.init) + lines).joined(separator: "\n")
    }

    /// Hands in a message.
    func send(to recipients: [String]) throws {
        let words = ["-C", path + "/conf", "-f", "sender@mail.example.com"] + recipients
        startOutput += try run("/usr/sbin/sendmail", words, input: "Subject: x\n\nx\n")
    }

    /// The replies to the commands of a client.
    func session(_ commands: [String], portOffset: Int = 0) throws -> String {
        let script =
            "exec 3<>/dev/tcp/127.0.0.1/\(port + portOffset) || exit; read -r -t 5 a <&3; echo \"$a\"; "
            + commands.map { "echo '\($0)\r' >&3; read -r -t 5 a <&3; echo \"$a\"; " }.joined()
        return try run("/usr/bin/timeout", ["20", "/bin/bash", "-c", script])
    }

    /// What was said until now.
    var said: String { startOutput + ((try? text(path + "/log")) ?? "") }

    /// Whether something is said within a few seconds.
    func says(_ words: String) -> Bool {
        for _ in 0..<60 {
            if said.contains(words) { return true }
            usleep(100_000)
        }
        return false
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    private func write(_ text: String, _ name: String) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try Data(text.utf8).write(to: url)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: url.path)
    }

    private func run(_ program: String, _ words: [String], input: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = words
        // A file, because the daemons keep what they inherit.
        let output = path + "/output"
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardOutput = handle
        process.standardError = handle
        // Nor a pipe for the input, whose reader may be gone.
        try Data(input.utf8).write(to: URL(fileURLWithPath: path + "/input"))
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: path + "/input"))
        try process.run()
        process.waitUntilExit()
        return try text(output)
    }
}
