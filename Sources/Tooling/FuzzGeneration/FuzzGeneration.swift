import CompiledTables
import ConfigurationCompiler
import ConfigurationSemantics
import Glibc
import ParameterCatalogue
import PosixSupport
import TableFormat

/// libFuzzer's entry: an input is a list of changes to the root of a real generation, five bytes each: where (four
/// bytes) and what is changed there; the first byte says whether the file is cut short. Whatever comes of it, opening
/// the generation ends with answers or an error.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzGeneration(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start = unsafe start, count >= 2 else { return 0 }
    // SAFETY: libFuzzer owns `count` bytes at `start` during the call; they are copied at once.
    let input = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    var damaged = Sample.root
    for index in stride(from: 1, to: input.count - 4, by: 5) {
        let place = input[index..<index + 4].reduce(0) { $0 << 8 | Int($1) } % damaged.count
        damaged[place] ^= input[index + 4]
    }
    if input[0] % 8 == 1 { damaged.removeLast(Int(input[1]) * 97 % damaged.count) }
    let path = Sample.directory + "/generations/1.lmdb"
    do {
        try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o600).write(damaged.span)
        try use(Generation(current: Sample.directory))
    } catch {
        precondition(!"\(error)".isEmpty)
    }
    return 0
}

private func use(_ generation: Generation) throws {
    let policy = KeyPolicy(folding: .unicode, checksUTF8: true)
    let configuration = try generation.configuration(of: "smtp/inet")
    _ = configuration[.smtpdTimeout]
    _ = configuration[.smtpdRecipientRestrictions]
    _ = configuration[.transportDestinationConcurrencyLimit, "smtp"]
    _ = try generation.services()
    _ = try generation.sources()
    _ = try generation.inputs()
    let list = try generation.matchList(configuration[.mynetworks], name: "mynetworks", policy: policy) { _ in
    }
    _ = try list.contains(Array("host.example.com".utf8).span)
    for table in try generation.tables(configuration[.virtualAliasMaps], policy: policy, warn: { _ in }) {
        _ = try table.value(for: Array("a".utf8).span)
    }
}

/// A generation of a few services and tables.
private enum Sample {
    static let directory = "/dev/shm/postroom-fuzz-generation-\(getpid())"

    static let root: [UInt8] = {
        let configuration = directory + ".conf"
        let main = """
            virtual_alias_maps = inline:{a=b}, pcre:{{/x/ y}}, unionmap:{static:a, inline:{c=d}}
            smtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination
            mynetworks = 127.0.0.0/8, !10.0.0.1, 10.0.0.0/8, .example.com, inline:{z=y}

            """
        let master = """
            smtp inet n - n - - smtpd
              -o smtpd_timeout=7s
            smtp unix - - n - - smtp

            """
        do {
            try DirectoryCreation.make(configuration)
            for (name, text) in [("main.cf", main), ("master.cf", master)] {
                let path = configuration + "/" + name
                try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o600)
                    .write(Array(text.utf8).span)
            }
            var options = GenerationBuild.Options(configuration: configuration)
            options.output = directory
            _ = try GenerationBuild(options).run()
            return try FileDescriptor(opening: directory + "/generations/1.lmdb").readToEnd()
        } catch {
            preconditionFailure("the sample cannot be built: \(error)")
        }
    }()
}
