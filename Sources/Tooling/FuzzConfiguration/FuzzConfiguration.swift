import ConfigurationCompiler
import ConfigurationSemantics
import ConfigurationSyntax
import NetworkAddress
import ParameterCatalogue

/// libFuzzer's entry: an input is a main.cf and a master.cf with a NUL byte between. Both trees hold every byte of
/// their file, every value of every scope is expanded or has a reason why not, and what comes of all is a configuration
/// or diagnostics.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzConfiguration(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start = unsafe start else { return 0 }
    // SAFETY: libFuzzer owns `count` bytes at `start` during the call; they are copied at once.
    let input = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    let parts = input.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false).map { Array($0) }
    let main = SourceFile(path: "/f/main.cf", bytes: parts[0])
    let master = parts.count > 1 ? SourceFile(path: "/f/master.cf", bytes: parts[1]) : nil
    let directory = ConfigurationDirectory(path: "/f", main: main, master: master)
    checkMain(directory.main)
    if let master = directory.master { checkMaster(master) }
    expand(directory)
    return 0
}

private func checkMain(_ syntax: MainSyntax) {
    var end = 0
    for item in syntax.items {
        switch item {
        case .trivia(let range): end = follow(range, end)
        case .entry(let entry):
            end = follow(entry.range, end)
            if case .setting(let name, let value) = entry.content {
                precondition(!name.bytes.isEmpty && name.position().line > 0 && value.position().line > 0)
            }
        }
    }
    precondition(end == syntax.source.bytes.count)
}

private func checkMaster(_ syntax: MasterSyntax) {
    var end = 0
    for item in syntax.items {
        switch item {
        case .trivia(let range): end = follow(range, end)
        case .entry(let entry):
            end = follow(entry.range, end)
            precondition(entry.words.allSatisfy { !$0.bytes.isEmpty })
        case .strayLine(let range, _): end = follow(range, end)
        }
    }
    precondition(end == syntax.source.bytes.count)
}

private func follow(_ range: Range<Int>, _ end: Int) -> Int {
    precondition(range.lowerBound == end && !range.isEmpty)
    return range.upperBound
}

private func expand(_ directory: ConfigurationDirectory) {
    let facts = SystemFacts(
        hostName: "host", processID: 1,
        interfaces: [SystemFacts.Interface(address: .v4(IPv4Address(bits: 0x7F00_0001)), length: 8)])
    var scope = directory.scope(processName: "fuzz", facts: facts)
    for name in directory.settings.keys { check(name, &scope) }
    for name in ["mynetworks", "smtpd_banner", "mydestination"] { check(name, &scope) }
    for service in directory.services {
        var overrides: [String: Setting] = [:]
        for override in service.overrides {
            overrides[override.name] = Setting(text: override.value, origin: .override(override))
        }
        var own = scope.with(overrides: overrides)
        for override in service.overrides { check(override.name, &own) }
    }
}

private func check(_ name: String, _ scope: inout ConfigurationScope) {
    do throws(ExpansionFailure) {
        let value = try scope.value(name)
        precondition(value.map { $0.count <= 2 * ConfigurationScope.maximumSize } ?? true)
    } catch {
        precondition(!error.message.isEmpty)
    }
}
