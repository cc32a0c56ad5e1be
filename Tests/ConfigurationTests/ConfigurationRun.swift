import Foundation
import TestSupport

/// A program that runs in a directory of its own with a main.cf and a master.cf, which goes away with the value.
final class ConfigurationRun {
    struct Answer {
        var status: Int32
        var output: [UInt8]
        var errors: [UInt8]
        var main: [UInt8]
        var master: [UInt8]
    }

    /// The directory that stands for this one in messages.
    static let shownDirectory = Array("DIRECTORY".utf8)

    private let directory: String
    private var process: pid_t = 0

    /// Debian's program.
    static let postfix = "/usr/sbin/postconf"

    /// Our program.
    static let postroom = BuiltProgram.postroom

    init(_ files: [String: [UInt8]]) throws {
        directory = NSTemporaryDirectory() + "postconf-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for (name, bytes) in files { try write(bytes, name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// Dated back, because Postfix waits while a file is younger than two seconds.
    private func write(_ bytes: [UInt8], _ name: String) throws {
        let path = directory + "/" + name
        let place = Array(directory.utf8)
        try Data(Self.replacing(Self.shownDirectory, by: place, in: bytes)).write(
            to: URL(fileURLWithPath: path))
        var times = [timeval(tv_sec: 1_700_000_000, tv_usec: 0), timeval(tv_sec: 1_700_000_000, tv_usec: 0)]
        guard unsafe utimes(path, &times) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Starts the program; `answer` waits for it.
    func start(_ program: String, _ words: [[UInt8]]) throws {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        for (number, name) in [(1, ".out"), (2, ".err")] {
            unsafe posix_spawn_file_actions_addopen(
                &actions, Int32(number), directory + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        let words = [Array("postconf".utf8), Array("-c".utf8), Array(directory.utf8)] + words
        var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { word in
            unsafe (word + [0]).withUnsafeBufferPointer { bytes in
                unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe strdup($0.baseAddress!) }
            }
        }
        unsafe arguments.append(nil)
        defer { unsafe arguments.forEach { unsafe free($0) } }
        guard unsafe posix_spawn(&process, program, &actions, nil, &arguments, environ) == 0 else {
            throw CocoaError(.executableLoad)
        }
    }

    func answer() throws -> Answer {
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 {}
        return Answer(
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : -1, output: try content(".out"),
            errors: try content(".err"), main: try content("main.cf"), master: try content("master.cf"))
    }

    private func content(_ name: String) throws -> [UInt8] {
        let path = directory + "/" + name
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        return Self.replacing(Array(directory.utf8), by: Self.shownDirectory, in: bytes)
    }

    private static func replacing(_ old: [UInt8], by new: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= old.count else { return bytes }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == old[0], bytes[index...].starts(with: old) {
                result += new
                index += old.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }
}
