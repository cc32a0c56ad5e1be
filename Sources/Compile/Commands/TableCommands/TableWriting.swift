import ByteScanning
import CommandSupport
import ConfigurationCompiler
import Glibc
import LMDBStore
import PosixSupport
import TableCompiler
import TableFormat

extension TableCommand {
    /// Builds the index of a map from its source.
    func build(_ reference: TableReference) throws(FatalError) {
        let compiler = try compiler(reference)
        let source = try system { () throws(SystemError) in try FileDescriptor(opening: reference.name) }
        let status = try system { () throws(SystemError) in try source.status() }
        let identity = try FileIdentity(owner: status, keepsRoot: options.keepsRoot)
        defer { identity.restore() }
        let mode = mode(from: status)
        let additions = additions(modified: status.modified)
        log("building \(compiler.indexPath) from \(reference.name)")
        var display = ProgressDisplay(label: "\(messages.program): \(reference.name)")
        if status.isRegularFile {
            let map = try system { () throws(SystemError) in try MappedFile(source, access: .sequential) }
            try map.withBytes { (bytes) throws(FatalError) in
                try finish(compiler) { () throws(IndexError) in
                    try compiler.build(
                        bytes, mode: mode, additions: additions, report: messages.report,
                        progress: { display.show($0) })
                }
            }
            identity.restore()
            try publish(reference, origin: isPlainBuild ? .source : .index)
        } else {
            let bytes = try system { () throws(SystemError) in try source.readToEnd() }
            try finish(compiler) { () throws(IndexError) in
                try compiler.build(
                    bytes.span, mode: mode, additions: additions, report: messages.report,
                    progress: { display.show($0) })
            }
        }
    }

    /// Adds the rows on standard input to an index.
    func update(_ reference: TableReference) throws(FatalError) {
        let compiler = try compiler(reference)
        let bytes = try system { () throws(SystemError) in
            try FileDescriptor(standard: 0, path: "stdin").readToEnd()
        }
        let (identity, mode) = try identityOfIndex(compiler)
        defer { identity.restore() }
        try finish(compiler) { () throws(IndexError) in
            try compiler.update(
                bytes.span, origin: "stdin", mode: mode, additions: additions(modified: now()),
                report: messages.report)
        }
        identity.restore()
        try publish(reference, origin: .index)
    }

    /// Removes a key, or those on standard input, from each index; 0 when one was there.
    func delete(_ key: [UInt8], _ references: [TableReference]) throws(FatalError) -> Int32 {
        var keys = [key]
        if key == [UInt8(ascii: "-")] {
            let input = try system { () throws(SystemError) in
                try FileDescriptor(standard: 0, path: "stdin").readToEnd()
            }
            keys = input.split(separator: ASCII.newline).map { Array($0) }
        }
        var isFound = false
        for reference in references {
            let compiler = try compiler(reference)
            let (identity, mode) = try identityOfIndex(compiler)
            defer { identity.restore() }
            do throws(IndexError) {
                guard try compiler.delete(keys, mode: mode).contains(true) else { continue }
            } catch {
                throw FatalError("\(error)")
            }
            isFound = true
            identity.restore()
            try publish(reference, origin: .index)
        }
        return isFound ? 0 : 1
    }

    /// Puts a generation with the new table in force, where the generation in force has the table.
    private func publish(
        _ reference: TableReference, origin: TablePublication.Origin
    ) throws(FatalError) {
        do throws(TablePublication.Failure) {
            let directory = options.configurationDirectory ?? ConfigurationPath.default
            guard let publication = try TablePublication(configuration: directory) else { return }
            let number = try publication.publish(
                map: reference.name, origin: origin, grammar: program.grammar, policy: keyPolicy)
            if let number { log("generation \(number) is in force") }
        } catch {
            throw FatalError("the generation in force is unchanged: \(error)")
        }
    }

    /// Whether the index is what a build of the configuration would make of the source.
    private var isPlainBuild: Bool {
        duplicates != .keepLast && !options.readsFiles && !options.neverTerminates
    }

    private func finish(_ compiler: MapCompiler, _ work: () throws(IndexError) -> Int?) throws(FatalError) {
        do throws(IndexError) {
            if let rows = try work() {
                log("\(compiler.indexPath) has \(rows) rows")
                return
            }
        } catch {
            throw FatalError("\(error)")
        }
        throw FatalError("\(compiler.indexPath) is left as it was")
    }

    /// The rows that an alias database has besides its source's. The time is that of the source, so that the same
    /// source gives the same index.
    private func additions(modified nanoseconds: Int64) -> [AdditionalRow] {
        guard program == .postalias else { return [] }
        return AdditionalRow.ofAliases(modified: nanoseconds / 1_000_000_000, host: parameters.hostName)
    }

    /// Nanoseconds since 1970.
    private func now() -> Int64 { Int64(time(nil)) * 1_000_000_000 }

    private func system<Value: ~Copyable>(_ work: () throws(SystemError) -> Value) throws(FatalError) -> Value
    {
        do throws(SystemError) { return try work() } catch { throw FatalError("\(error)") }
    }

    /// Group and others may read what they can read of the source; with `-p` all may.
    private func mode(from source: FileStatus) -> mode_t {
        options.isPublic ? 0o644 : 0o600 | source.permissions & 0o044
    }

    /// An index that is changed keeps its owner and mode; a new one follows the source, when there is one.
    private func identityOfIndex(_ compiler: MapCompiler) throws(FatalError) -> (FileIdentity, mode_t) {
        let index = try system { () throws(SystemError) in try FileStatus.ofFile(at: compiler.indexPath) }
        let source = try system { () throws(SystemError) in try FileStatus.ofFile(at: compiler.file) }
        let identity = try FileIdentity(owner: index ?? source, keepsRoot: options.keepsRoot)
        return (identity, index?.permissions ?? source.map(mode(from:)) ?? 0o644)
    }
}

extension ProgressDisplay {
    fileprivate mutating func show(_ progress: BuildProgress) {
        let phase = progress.phase == .reading ? "reading" : "writing"
        update(rows: progress.rows, phase: phase, fraction: progress.fraction)
        if progress.phase == .writing, progress.done + BuildProgress.step > progress.total { finish() }
    }
}
