import CommandSupport
import ConfigurationSemantics
import ConfigurationSyntax
import Glibc
import LintRules
import PosixSupport

extension LintContext {
    /// Reads the configuration that the command line names.
    ///
    /// - Throws: `FatalError` when main.cf cannot be read.
    convenience init(_ options: CheckOptions, probe: any MachineProbe = SystemProbe()) throws(FatalError) {
        let place = Place(options)
        let directory = try Self.directory(onDisk: place.onDisk, named: place.named)
        let earlier: ConfigurationDirectory?
        if let path = options.earlier {
            earlier = try Self.directory(onDisk: path, named: place.named)
        } else {
            earlier = nil
        }
        let files = DiskFiles(
            root: options.root, directory: (place.onDisk, place.named),
            isSystem: place.isSystem || options.isLive)
        self.init(
            directory: directory, earlier: earlier, target: options.target, files: files,
            facts: files.describesSystem ? .current : .neutral, probe: probe)
    }

    private static func directory(
        onDisk: String, named: String
    ) throws(FatalError) -> ConfigurationDirectory {
        do throws(SystemError) {
            let main = SourceFile(
                path: onDisk + "/main.cf", bytes: try FileDescriptor(opening: onDisk + "/main.cf").readToEnd()
            )
            let masterPath = onDisk + "/master.cf"
            var master: SourceFile?
            if try FileStatus.ofFile(at: masterPath) != nil {
                master = SourceFile(
                    path: masterPath, bytes: try FileDescriptor(opening: masterPath).readToEnd())
            }
            return ConfigurationDirectory(path: named, main: main, master: master)
        } catch {
            throw FatalError("\(error)")
        }
    }
}

/// Where a configuration is: on disk, and by the name that it has for itself as `$config_directory`.
private struct Place {
    let onDisk: String
    let named: String
    /// Whether it is the one that this machine runs.
    let isSystem: Bool

    private static let standard = "/etc/postfix"

    init(_ options: CheckOptions) {
        let environment = unsafe getenv("MAIL_CONFIG").map { unsafe String(cString: $0) }
        let system = environment ?? Self.standard
        var given = options.directory ?? system
        while given.count > 1, given.hasSuffix("/") { given.removeLast() }
        guard var root = options.root else {
            onDisk = given
            named = Self.absolute(given)
            isSystem = named == system
            return
        }
        while root.hasSuffix("/") { root.removeLast() }
        isSystem = false
        if given.hasPrefix("/"), !given.hasPrefix(root + "/") || root.isEmpty {
            named = given
            onDisk = root == "." ? String(given.dropFirst()) : root + given
        } else {
            onDisk = given
            let base = Self.absolute(root)
            let path = Self.absolute(given)
            named = path.hasPrefix(base + "/") ? String(path.dropFirst(base.count)) : path
        }
    }

    /// An absolute name without `.` and `..`, symbolic links followed where the directory exists.
    private static func absolute(_ path: String) -> String {
        guard let resolved = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}
