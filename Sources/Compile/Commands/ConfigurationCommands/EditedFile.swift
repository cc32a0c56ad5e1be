import ByteScanning
import CommandSupport
import PosixSupport

/// A configuration file that gets a new content in one step; its owner and permissions stay, and so does a symbolic link to it.
struct EditedFile: ~Copyable {
    let lines: [PhysicalLine]
    private let old: [UInt8]
    private var new: [UInt8] = []
    private let replacement: ReplacementFile

    /// Waits for other edits and reads the file.
    static func open(_ path: String) throws(FatalError) -> EditedFile {
        do throws(SystemError) {
            let source = try FileDescriptor(opening: path)
            let status = try source.status()
            let replacement = try ReplacementFile(
                replacing: path, mode: status.permissions, locked: true, owner: (status.owner, status.group))
            // What another edit wrote while this one waited counts.
            return EditedFile(try FileDescriptor(opening: path).readToEnd(), replacement)
        } catch {
            throw FatalError(
                error.operation == "open" ? "open \(path) for reading: \(error.reason)" : "\(error)")
        }
    }

    private init(_ old: [UInt8], _ replacement: consuming ReplacementFile) {
        self.old = old
        self.replacement = replacement
        lines = PhysicalLine.all(in: old)
    }

    mutating func append(_ text: some Sequence<UInt8>) { new += text }

    /// Text that begins a line, even where the file does not end with one.
    mutating func appendLine(_ text: [UInt8]) {
        if let last = new.last, last != ASCII.newline { new.append(ASCII.newline) }
        new += text
    }

    consuming func publish() throws(FatalError) {
        guard new != old else { return }
        do throws(SystemError) {
            try replacement.write(new.span, at: 0)
            try replacement.publish(size: new.count)
        } catch {
            throw FatalError("\(error)")
        }
    }
}
