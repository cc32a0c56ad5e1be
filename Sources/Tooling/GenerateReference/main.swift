import Glibc
import PosixSupport

/// Makes what is derived from the declarations of parameters: the registry and the reference in main.cf(5).
/// With `--check`, changes nothing and exits with status 1 where a file differs.
let isCheck = CommandLine.arguments.contains("--check")
let catalogue = "Sources/Core/ParameterCatalogue"
let manual = "docs/man/main.cf.5"
var differs = false

func read(_ path: String) throws -> String {
    String(decoding: try FileDescriptor(opening: path).readToEnd(), as: UTF8.self)
}

@MainActor func put(_ text: String, into path: String) throws {
    guard try FileStatus.ofFile(at: path) == nil || read(path) != text else { return }
    differs = true
    guard !isCheck else {
        print("\(path) differs from the declarations; run \"make reference\"")
        return
    }
    try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o644).write(Array(text.utf8).span)
    print("\(path) is made anew")
}

let subjects = try DirectoryListing.names(in: "\(catalogue)/Subjects").sorted().map {
    try SubjectFile(path: "\(catalogue)/Subjects/\($0)")
}
try put(RegistryFile(subjects: subjects).text, into: "\(catalogue)/Registry.swift")
if let page = ManualReference().page(try read(manual)) {
    try put(page, into: manual)
} else {
    print("\(manual) has no marks for the reference")
    differs = true
}
exit(isCheck && differs ? 1 : 0)
