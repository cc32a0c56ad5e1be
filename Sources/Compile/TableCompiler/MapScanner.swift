import ByteScanning
import Diagnostics
import TableFormat
import TableSources

/// Scans a map source into rows, in the order of the source.
///
/// Lines that are plain, which is nearly all of them, are taken by a loop that looks at each byte once and copies
/// nothing; whatever is special (continuation, quotes, upper case, text beyond ASCII) goes through `MapLine`.
struct MapScanner {
    let file: String
    let grammar: SourceGrammar
    let options: KeyPolicy
    /// The longest key that the index takes, in bytes.
    let maximumKeySize: Int
    /// What each value becomes.
    let transform: ValueTransform?

    /// False when a key was longer than the index takes; that is reported, and so is all that follows.
    ///
    /// - Parameter progress: called now and then.
    func scan(
        _ source: Span<UInt8>, into table: inout RowTable, report: (Diagnostic) -> Void,
        progress: (BuildProgress) -> Void
    ) -> Bool {
        var fits = true
        var lines = LogicalLineReader()
        table.rows.reserveCapacity(source.count / 48)
        while true {
            if transform == nil, grammar == .map {
                unsafe source.withUnsafeBytes { bytes in
                    unsafe scanPlainLines(bytes, &lines, &table, progress)
                }
            }
            guard let line = lines.next(in: source) else { return fits }
            if !take(line, of: source, into: &table, report: report) { fits = false }
        }
    }

    /// Takes plain lines until one that is not.
    // SAFETY: `bytes` is the source, alive during the call; every index is compared with its count.
    private func scanPlainLines(
        _ bytes: UnsafeRawBufferPointer, _ lines: inout LogicalLineReader, _ table: inout RowTable,
        _ progress: (BuildProgress) -> Void
    ) {
        guard let base = bytes.baseAddress else { return }
        let count = bytes.count
        var offset = lines.offset
        var lineNumber = lines.linesRead
        while offset < count {
            let start = offset
            let index = unsafe plainKeyEnd(base, start, count)
            let keySize = index &- start
            guard keySize > 0, keySize <= maximumKeySize, index < count,
                unsafe base.load(fromByteOffset: start, as: UInt8.self) != ASCII.numberSign,
                unsafe base.load(fromByteOffset: index &- 1, as: UInt8.self) != ASCII.colon
            else { break }
            let separator = unsafe base.load(fromByteOffset: index, as: UInt8.self)
            guard separator == ASCII.space || separator == ASCII.tab else { break }
            guard let end = unsafe plainEnd(base, index, count) else { break }
            if end &+ 1 < count {
                let next = unsafe base.load(fromByteOffset: end &+ 1, as: UInt8.self)
                if next == ASCII.numberSign || ASCII.isSpace(next) { break }
            }
            var valueStart = index
            while valueStart < end,
                ASCII.isSpace(unsafe base.load(fromByteOffset: valueStart, as: UInt8.self))
            {
                valueStart &+= 1
            }
            var valueEnd = end
            while valueEnd > valueStart,
                ASCII.isSpace(unsafe base.load(fromByteOffset: valueEnd &- 1, as: UInt8.self))
            { valueEnd &-= 1 }
            guard valueEnd > valueStart else { break }
            lineNumber &+= 1
            table.rows.append(
                RowTable.Row(
                    prefix: unsafe Self.prefix(base, start, keySize, count), location: UInt64(start),
                    keySize: UInt32(truncatingIfNeeded: keySize),
                    valueDelta: UInt32(truncatingIfNeeded: valueStart &- start),
                    valueSize: UInt32(truncatingIfNeeded: valueEnd &- valueStart),
                    line: UInt32(truncatingIfNeeded: lineNumber)))
            offset = end &+ 1
            if table.rows.count & (BuildProgress.step &- 1) == 0 {
                progress(BuildProgress(phase: .reading, done: offset, total: count, rows: table.rows.count))
            }
        }
        lines.skip(to: min(offset, count), linesRead: lineNumber)
    }

    /// Where a key that begins at `start` ends: at the first byte that is not plain, or with the source.
    @inline(__always)
    private func plainKeyEnd(_ base: UnsafeRawPointer, _ start: Int, _ count: Int) -> Int {
        let folds = options.folding != .none
        var index = start
        while index &+ 8 <= count {
            let lanes = unsafe Self.lanes(base, index)
            let marks = lanes.specialBytes(includingCapitals: folds)
            if marks != 0 { return index &+ ByteLanes.first(marks) }
            index &+= 8
        }
        while index < count {
            let byte = unsafe base.load(fromByteOffset: index, as: UInt8.self)
            let marks = ByteLanes(word: UInt64(byte) | 0x6161_6161_6161_6100)
                .specialBytes(includingCapitals: folds)
            if marks != 0 { break }
            index &+= 1
        }
        return index
    }

    /// The newline that ends the line, or the end of the file; `nil` when the line has a NUL byte, or one beyond ASCII
    /// where UTF-8 is checked.
    @inline(__always)
    private func plainEnd(_ base: UnsafeRawPointer, _ start: Int, _ count: Int) -> Int? {
        var index = start
        while index &+ 8 <= count {
            let marks = unsafe Self.lanes(base, index).lineEnds(includingNonASCII: options.checksUTF8)
            if marks != 0 {
                index &+= ByteLanes.first(marks)
                break
            }
            index &+= 8
        }
        while index < count {
            let byte = unsafe base.load(fromByteOffset: index, as: UInt8.self)
            if byte == ASCII.newline { return index }
            if byte == ASCII.nul || (byte >= 0x80 && options.checksUTF8) { return nil }
            index &+= 1
        }
        return index
    }

    @inline(__always)
    private static func lanes(_ base: UnsafeRawPointer, _ offset: Int) -> ByteLanes {
        ByteLanes(
            word: UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }

    /// What `RowTable.prefix` gives for the key.
    @inline(__always)
    private static func prefix(_ base: UnsafeRawPointer, _ start: Int, _ size: Int, _ count: Int) -> UInt64 {
        guard start &+ 8 <= count else {
            return unsafe RowTable.prefix(
                of: Span(_unsafeBytes: UnsafeRawBufferPointer(start: base + start, count: size)))
        }
        let word = unsafe UInt64(bigEndian: base.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        return size >= 8 ? word : word & ~(UInt64.max >> UInt64(8 &* size))
    }

    private func take(
        _ line: LogicalLine, of source: Span<UInt8>, into table: inout RowTable, report: (Diagnostic) -> Void
    ) -> Bool {
        let text = line.text(in: source)
        func tell(_ fault: MapLine.Fault) {
            report(diagnostic(fault.severity, line, fault.offset, fault.message, fault.help))
        }
        guard let row = parse(text.span, tell) else { return true }
        guard row.key.count <= maximumKeySize else {
            let message = "the key has \(row.key.count) bytes and an index takes \(maximumKeySize)"
            report(diagnostic(.error, line, 0, message, nil))
            return false
        }
        store(row.key, row.value.span, line, valueOffset: row.valueOffset, &table, report)
        return true
    }

    private struct ParsedRow {
        var key: [UInt8]
        var value: [UInt8]
        /// Bytes from the start of the logical line.
        var valueOffset: Int
    }

    private func parse(_ text: Span<UInt8>, _ tell: (MapLine.Fault) -> Void) -> ParsedRow? {
        switch grammar {
        case .map:
            switch MapLine.parse(text, checksUTF8: options.checksUTF8) {
            case .dropped(let fault): tell(fault)
            case .row(let row, let warning):
                if let warning { tell(warning) }
                return ParsedRow(
                    key: options.fold(text.extracting(row.key)), value: text.bytes(row.value),
                    valueOffset: row.value.lowerBound)
            }
        case .aliases:
            switch AliasLine.parse(text, checksUTF8: options.checksUTF8) {
            case .dropped(let fault): tell(fault)
            case .blank: break
            case .entry(let entry):
                return ParsedRow(
                    key: AliasLine.quoted(options.fold(entry.name.span)), value: entry.value,
                    valueOffset: entry.valueOffset)
            }
        }
        return nil
    }

    private func store(
        _ key: [UInt8], _ value: Span<UInt8>, _ line: LogicalLine, valueOffset: Int, _ table: inout RowTable,
        _ report: (Diagnostic) -> Void
    ) {
        guard let transform else {
            table.append(key: key.span, value: value, line: line.firstLine)
            return
        }
        switch transform(value) {
        case .success(let stored): table.append(key: key.span, value: stored.span, line: line.firstLine)
        case .failure(let dropped):
            report(diagnostic(.error, line, valueOffset, "\(dropped.message); the entry is left out", nil))
        }
    }

    private func diagnostic(
        _ severity: Severity, _ line: LogicalLine, _ offset: Int, _ message: String, _ help: String?
    ) -> Diagnostic {
        let (number, column) = line.position(ofTextOffset: offset)
        return Diagnostic(
            severity, file: file, position: SourcePosition(line: number, column: column), message, help: help)
    }
}
