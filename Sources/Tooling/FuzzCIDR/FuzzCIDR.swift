import CompiledTables
import NetworkAddress
import TableCompiler
import TableFormat
import TableSources

/// libFuzzer's entry. The first byte of an input says what the rest is: `t` a table, `i` a table in its name,
/// `g` an image without its first twelve bytes, `m` changes to a real image.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCIDR(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start = unsafe start, count > 0 else { return 0 }
    // SAFETY: libFuzzer owns `count` bytes at `start` during the call; they are copied at once.
    let input = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    let rest = [UInt8](input.dropFirst())
    switch input[0] {
    case UInt8(ascii: "t"): compile(rest)
    case UInt8(ascii: "i"): compileInline(rest)
    case UInt8(ascii: "g"): open(imageStart + rest)
    case UInt8(ascii: "m"): openChanged(rest)
    default: break
    }
    return 0
}

private let imageStart = [UInt8]("PRcidr\r\n".utf8) + [1, 0, 0, 0]

private func compile(_ source: [UInt8]) {
    let rows = CIDRTableSource(parsing: source.span, file: "fuzz").rows
    do {
        let (image, _) = try CIDRCompiler.compile(source.span, file: "fuzz")
        let table = try AddressRangeTable(name: "cidr:fuzz", storage: .memory(image))
        check(table, rows)
    } catch {
        preconditionFailure("a small table must compile: \(error)")
    }
}

private func compileInline(_ name: [UInt8]) {
    do {
        let (image, _) = try CIDRCompiler.compile(inline: name.span)
        open(image)
    } catch {
        _ = error.description
    }
}

/// Pairs of bytes: how far from the byte changed before, and what is changed in it.
private func openChanged(_ changes: [UInt8]) {
    let source =
        "10.0.0.0/8 ten\n!2001:db8::/32 no\nif ::/0\n::1 one\nendif\n2001:db8::/48 yes\n0.0.0.0/0 all\n"
    do {
        var image = try CIDRCompiler.compile([UInt8](source.utf8).span, file: "fuzz").image
        var position = 0
        for index in stride(from: 0, to: changes.count - 1, by: 2) {
            position = (position + Int(changes[index])) % image.count
            image[position] ^= changes[index + 1]
        }
        open(image)
    } catch {
        preconditionFailure("the table is right: \(error)")
    }
}

private func open(_ image: [UInt8]) {
    do throws(AddressRangeImageError) {
        let table = try AddressRangeTable(name: "cidr:fuzz", storage: .memory(image))
        for key in [
            "0.0.0.0", "10.1.1.1", "127.255.255.255", "255.255.255.255", "::", "::1", "2001:db8::1", "f::",
        ] {
            _ = table.match([UInt8](key.utf8).span)
        }
    } catch {
        _ = error.description
    }
}

/// Compares the table with its rules, applied one after the other, where the answer can change.
private func check(_ table: AddressRangeTable, _ rows: [CIDRTableSource.Row]) {
    guard rows.count < 200 else { return }
    for row in rows {
        switch row.rule {
        case .answer(let condition, _), .beginBlock(let condition):
            for address in edges(of: condition.network) {
                let line = table.match([UInt8](address.description.utf8).span)?.line
                precondition(line == scan(rows, address), "\(address)")
            }
        case .endBlock:
            break
        }
    }
}

private func edges(of network: IPNetwork) -> [IPAddress] {
    switch network {
    case .v4(let network):
        [network.bounds.lowerBound &- 1, network.bounds.lowerBound, network.bounds.upperBound &+ 1]
            .map { .v4(IPv4Address(bits: $0)) }
    case .v6(let network):
        [network.bounds.lowerBound &- 1, network.bounds.lowerBound, network.bounds.upperBound &+ 1]
            .map { .v6(IPv6Address(bits: $0)) }
    }
}

/// The line of the first rule that matches, all blocks around it included.
private func scan(_ rows: [CIDRTableSource.Row], _ address: IPAddress) -> Int? {
    var blocks: [Bool] = []
    for row in rows {
        switch row.rule {
        case .answer(let condition, _):
            if blocks.last ?? true, matches(condition, address) { return row.line }
        case .beginBlock(let condition):
            blocks.append((blocks.last ?? true) && matches(condition, address))
        case .endBlock:
            _ = blocks.popLast()
        }
    }
    return nil
}

private func matches(_ condition: CIDRCondition, _ address: IPAddress) -> Bool {
    switch (condition.network, address) {
    case (.v4(let network), .v4(let address)): network.bounds.contains(address.bits) != condition.isNegated
    case (.v6(let network), .v6(let address)): network.bounds.contains(address.bits) != condition.isNegated
    case (.v4, .v6), (.v6, .v4): false
    }
}
