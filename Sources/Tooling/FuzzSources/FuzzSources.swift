import ByteScanning
import TableSources

/// libFuzzer's entry for what people write: the first byte says what the rest is: `m` a map source, `a` an alias file,
/// `i` the text of an inline table, `b` a list in braces.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSources(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start = unsafe start, count > 0 else { return 0 }
    // SAFETY: libFuzzer owns `count` bytes at `start` during the call; they are copied at once.
    let input = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    let rest = [UInt8](input.dropFirst())
    switch input[0] {
    case UInt8(ascii: "m"): readLines(rest, readMapLine)
    case UInt8(ascii: "a"): readLines(rest, readAlias)
    case UInt8(ascii: "i"): readRows(rest)
    case UInt8(ascii: "b"): readItems(rest)
    default: break
    }
    return 0
}

private func readLines(_ source: [UInt8], _ body: ([UInt8], LogicalLine) -> Void) {
    var reader = LogicalLineReader()
    var last = 0
    while let line = reader.next(in: source.span) {
        precondition(line.firstLine > last)
        last = line.firstLine
        body(line.text(in: source.span), line)
    }
}

private func readMapLine(_ text: [UInt8], _ line: LogicalLine) {
    for checksUTF8 in [false, true] {
        switch MapLine.parse(text.span, checksUTF8: checksUTF8) {
        case .row(let row, _):
            precondition(!row.key.isEmpty && !row.value.isEmpty && row.value.upperBound <= text.count)
            precondition(
                !checksUTF8 || isValidUTF8(foldedCase(text.span.extracting(row.key), unicode: true).span))
        case .dropped(let fault):
            precondition(line.position(ofTextOffset: fault.offset).line >= line.firstLine)
        }
    }
}

private func readAlias(_ text: [UInt8], _ line: LogicalLine) {
    switch AliasLine.parse(text.span, checksUTF8: false) {
    case .blank: break
    case .dropped(let fault): precondition(line.position(ofTextOffset: fault.offset).line >= line.firstLine)
    case .entry(let entry):
        // What is stored means the same when it is read again.
        let stored = AliasLine.quoted(entry.name) + Array(": ".utf8) + entry.value
        guard !entry.value.isEmpty, case .entry(let again) = AliasLine.parse(stored.span, checksUTF8: false)
        else { return }
        // But for the ends of lines, which are blanks inside words and stay in comments.
        precondition(again.name.map { $0 == 13 ? 32 : $0 } == entry.name.map { $0 == 13 ? 32 : $0 })
    }
}

private func readRows(_ name: [UInt8]) {
    do throws(InlineRow.Fault) {
        let rows = try InlineRow.rows(of: name.span)
        precondition(!rows.isEmpty)
    } catch {
        precondition(error.offset <= name.count)
    }
}

private func readItems(_ name: [UInt8]) {
    do throws(BraceFault) {
        for item in try BraceList.items(of: name.span) { _ = try BraceList.content(of: item, in: name.span) }
    } catch {
        precondition(error.offset <= name.count)
    }
}
