import Glibc
import LintRules
import PosixSupport

/// Makes the pages of the rules in docs/rules from what the rules say of themselves.
/// With `--check`, changes nothing and exits with status 1 where a file differs.
let isCheck = CommandLine.arguments.contains("--check")
let directory = "docs/rules"
var differs = false

@MainActor func put(_ text: String, into path: String) throws {
    if try FileStatus.ofFile(at: path) != nil {
        let old = try FileDescriptor(opening: path).readToEnd()
        if String(decoding: old, as: UTF8.self) == text { return }
    }
    differs = true
    guard !isCheck else {
        print("\(path) differs from what the rules say; run \"make rules\"")
        return
    }
    try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o644).write(Array(text.utf8).span)
    print("\(path) is made anew")
}

let rules = RuleRegistry.all.map(\.documentation)
for group in RuleRegistry.groups {
    let members = rules.filter { $0.group == group.name }
    guard !members.isEmpty else { continue }
    unsafe mkdir("\(directory)/\(group.name)", 0o755)
    for rule in members { try put(RulePage(rule: rule).text, into: "\(directory)/\(rule.identifier).md") }
    let wanted = Set(members.map { $0.identifier.dropFirst(group.name.count + 1) + ".md" })
    for name in try DirectoryListing.names(in: "\(directory)/\(group.name)") where !wanted.contains(name[...])
    {
        differs = true
        print("\(directory)/\(group.name)/\(name) belongs to no rule; remove it")
    }
}
try put(RuleIndex(rules: rules).text, into: "\(directory)/README.md")
exit(isCheck && differs ? 1 : 0)
