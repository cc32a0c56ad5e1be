import Foundation

/// A mail system of Debian's Postfix of its own: everything below one temporary directory, no port but on
/// loopback. It stops and goes away with the value.
final class PostfixInstance {
    /// Whether a test may start one: Postfix is installed and this is root.
    static let isAvailable =
        geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/sbin/postfix")

    /// Short, because the paths of sockets are limited to 107 bytes.
    let directory = "/tmp/postroom-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    private var isRunning = false

    /// - Parameters:
    ///   - main: lines of main.cf.
    ///   - master: lines of master.cf beside the standard services.
    init(main: String, master: String) throws {
        for name in ["", "/etc", "/spool", "/data", "/tables"] {
            try FileManager.default.createDirectory(
                atPath: directory + name, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o755])
        }
        try FileManager.default.setAttributes(
            [.ownerAccountName: "postfix"], ofItemAtPath: directory + "/data")
        try write(Self.main(directory) + main, "etc/main.cf")
        try write(Self.services + master, "etc/master.cf")
    }

    deinit {
        if isRunning { _ = try? run(["/usr/sbin/postfix", "-c", directory + "/etc", "stop"]) }
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Adds lines to master.cf; for an instance that is not started yet.
    func addServices(_ text: String) throws { try write(Self.services + text, "etc/master.cf") }

    func start() throws {
        let answer = try run(["/usr/sbin/postfix", "-c", directory + "/etc", "start"])
        isRunning = true
        guard answer.status == 0 else { throw Failure(description: answer.errors) }
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Writes a file below the directory, dated back: Postfix reads a young table twice.
    func write(_ text: String, _ name: String) throws {
        let path = directory + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: path)
    }

    /// What the services logged.
    var log: String { (try? String(contentsOfFile: directory + "/log", encoding: .utf8)) ?? "" }

    func run(_ words: [String], input: String? = nil) throws -> (
        status: Int32, output: String, errors: String
    ) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        let names = ["in", "out", "err"].map { "\(directory)/.\($0)" }
        try Data((input ?? "").utf8).write(to: URL(fileURLWithPath: names[0]))
        for name in names.dropFirst() { _ = FileManager.default.createFile(atPath: name, contents: nil) }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: names[0]))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: names[1]))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: names[2]))
        try process.run()
        process.waitUntilExit()
        let texts = names.map { name in
            String(decoding: FileManager.default.contents(atPath: name) ?? Data(), as: UTF8.self)
        }
        return (process.terminationStatus, texts[1], texts[2])
    }

    private static func main(_ directory: String) -> String {
        """
        compatibility_level = 3.6
        queue_directory = \(directory)/spool
        data_directory = \(directory)/data
        mail_owner = postfix
        setgid_group = postdrop
        maillog_file = \(directory)/log
        maillog_file_prefixes = \(directory)
        inet_interfaces = 127.0.0.1
        proxy_interfaces = 10.1.2.3
        inet_protocols = ipv4
        mynetworks = 127.0.0.0/8
        authorized_submit_users = static:all
        in_flow_delay = 0
        alias_maps =
        alias_database =

        """
    }

    private static let services = """
        pickup unix n - n 1 1 pickup
        cleanup unix n - n - 0 cleanup
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        showq unix n - n - - showq
        postlog unix-dgram n - n - 1 postlogd

        """
}
