import Foundation

/// A Postfix of its own on loopback, with the configuration of a fixture, that stops and goes away with the value.
final class PrivatePostfix {
    static let canRun = geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/sbin/postfix")

    private let path = "/tmp/private-postfix-" + UUID().uuidString
    let port: Int
    /// What the tools said before anything was started, by their names; nothing of what `postconf` lists.
    private(set) var toolOutput: [(tool: String, text: String)] = []
    private var startOutput = ""
    /// How many lines of main.cf and master.cf stand before those of the fixture.
    private var addedLines: (main: Int, master: Int) = (0, 0)

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
        for name in ["conf", "spool", "data", "mail"] {
            try manager.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
        }
        try manager.setAttributes([.ownerAccountName: "postfix"], ofItemAtPath: path + "/data")
        try manager.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: path + "/mail")
        for name in try manager.contentsOfDirectory(atPath: fixture) where !name.hasSuffix(".cf") {
            try manager.copyItem(atPath: fixture + "/" + name, toPath: path + "/conf/" + name)
        }
        let stock = Fixture.root + "/fixtures/lint/master/verbose/good/master.cf"
        let own = fixture + "/master.cf"
        try write(master(try text(manager.fileExists(atPath: own) ? own : stock)), "conf/master.cf")
        try write(main(try text(fixture + "/main.cf"), settings), "conf/main.cf")
        let conf = path + "/conf"
        try ask("postfix check", "/usr/bin/script", terminal("check"))
        try ask("postconf -n", "/usr/sbin/postconf", ["-c", conf, "-n"], onlyErrors: true)
        try ask("postconf -M", "/usr/sbin/postconf", ["-c", conf, "-M"], onlyErrors: true)
        try buildMaps(try text(fixture + "/main.cf"))
    }

    func start() throws { startOutput += try run("/usr/bin/script", terminal("start")) }

    /// The words for script(1): on a terminal postfix says what it would else tell the system's log alone.
    private func terminal(_ action: String) -> [String] {
        ["-qec", "/usr/sbin/postfix -c \(path)/conf \(action)", "/dev/null"]
    }

    /// Runs a tool and keeps what it says, in the log too.
    private func ask(_ tool: String, _ program: String, _ words: [String], onlyErrors: Bool = false) throws {
        let before = log.count
        let output = try run(program, words, onlyErrors: onlyErrors)
        toolOutput.append((tool, output + log.dropFirst(before)))
    }

    deinit {
        // `postfix abort` does not work with the configurations that it is here for.
        let number = (try? text(path + "/spool/pid/master.pid")) ?? ""
        if let master = pid_t(number.filter { $0.isNumber }) {
            kill(master, SIGTERM)
            for _ in 0..<20 where kill(master, 0) == 0 { usleep(50_000) }
        }
        // FileManager changes the working directory of all threads meanwhile.
        _ = try? Process.run(URL(fileURLWithPath: "/bin/rm"), arguments: ["-rf", path]).waitUntilExit()
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
                try ask(program, "/usr/sbin/" + program, ["-c", path + "/conf", "lmdb:" + map])
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
            mail_spool_directory = \(path)/mail
            notify_classes =

            """
        let added = (common + settings).split(separator: "\n").filter { line in
            let name = line.prefix { $0 != " " }
            return !text.split(separator: "\n").contains { $0.hasPrefix(name + " =") }
        }
        addedLines.main = added.count
        // First, so that a mistake in the fixture hides nothing.
        return added.joined(separator: "\n") + "\n" + text.replacing("/usr/bin/procmail", with: "/bin/true")
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
        addedLines.master = added.count
        return (added.map(String.init) + lines).joined(separator: "\n")
    }

    /// Hands in a message.
    func send(to recipients: [String]) throws {
        let words = ["-C", path + "/conf", "-f", "sender@mail.example.com"] + recipients
        startOutput += try run("/usr/sbin/sendmail", words, input: "Subject: x\n\nx\n")
    }

    /// What a client of a service of type inet is answered, each reply with the command before it.
    func session(_ commands: [String], portOffset: Int = 0) throws -> String {
        let script =
            Self.readReply
            + "exec 3<>/dev/tcp/127.0.0.1/\(port + portOffset) || exit; echo -n 'connect: '; r; "
            + commands.map { "echo -n '\($0): '; echo '\($0)\r' >&3; r; " }.joined()
        return try run("/usr/bin/timeout", ["40", "/bin/bash", "-c", script])
    }

    /// Prints the lines of one reply with slashes between them, and gives up when none comes.
    private static let readReply = #"""
        r() {
            while true; do
                IFS= read -r -t 5 a <&3 || { echo nothing; exit; }
                a=${a%$'\r'}; echo -n "$a"
                [ "${a:3:1}" = - ] || break
                echo -n " / "
            done
            echo
        }

        """#

    /// What was said since the start.
    var said: String { startOutput + log }

    private var log: String { (try? text(path + "/log")) ?? "" }

    /// A line of what was said without what differs from run to run: paths, ports, numbers of processes and messages, times.
    func normalized(_ line: Substring) -> String {
        var line = String(line).replacing(#/^[A-Z][a-z]{2} [ 0-9]\d [0-9:]{8} \S+ /#, with: "")
        line = line.replacing(#/^(postfix[-\w\/]*)\[\d+\]: /#) { "\($0.output.1): " }
        for (value, name) in [
            ("conf", "$config_directory"), ("spool", "$queue_directory"), ("data", "$data_directory"),
        ] {
            line = line.replacing("\(path)/\(value)", with: name)
        }
        for offset in 0..<10 { line = line.replacing("127.0.0.1:\(port + offset)", with: "127.0.0.1:PORT") }
        line = line.replacing(/(main\.cf(?:, line|: line)) (\d+)/) { match in
            "\(match.output.1) \((Int(match.output.2) ?? 0) - addedLines.main)"
        }
        line = line.replacing(/(master\.cf(?:, line|: line)) (\d+)/) { match in
            "\(match.output.1) \((Int(match.output.2) ?? 0) - addedLines.master)"
        }
        line = line.replacing(/pid \d+/, with: "pid N").replacing(/, delay=[^,]*, delays=[^,]*/, with: "")
        line = line.replacing(/process id \d+/, with: "process id N")
        return line.replacing(#/\b[0-9A-F]{9,12}: /#, with: "")
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

    private func run(
        _ program: String, _ words: [String], input: String = "", onlyErrors: Bool = false
    ) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = words
        // A file, because the daemons keep what they inherit.
        let output = path + "/output"
        try Data().write(to: URL(fileURLWithPath: output))
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardOutput = onlyErrors ? FileHandle.nullDevice : handle
        process.standardError = handle
        // Nor a pipe for the input, whose reader may be gone.
        try Data(input.utf8).write(to: URL(fileURLWithPath: path + "/input"))
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: path + "/input"))
        try process.run()
        process.waitUntilExit()
        return try text(output).replacing("\r\n", with: "\n")
    }
}
