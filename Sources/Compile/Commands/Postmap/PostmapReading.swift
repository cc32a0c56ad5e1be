import ByteScanning
import CommandSupport
import CompiledTables
import LMDBStore
import PosixSupport
import TableCompiler
import TableFormat

extension PostmapCommand {
    /// Prints the value of a key, or key and value of each key on standard input; 0 when one was found.
    func query(_ key: String, _ references: [TableReference]) throws(FatalError) -> Int32 {
        let messages = messages
        let opener = TableOpener(
            report: { messages.report($0) }, warn: { messages.warning($0) })
        var tables: [any LookupTable] = []
        var output = OutputBuffer()
        if key != "-" {
            for reference in references {
                let table = try open(reference, opener)
                guard let value = try answer(Array(key.utf8), table) else { continue }
                try printRow(key: options.printsJSON ? Array(key.utf8) : nil, value: value, to: &output)
                try flush(&output)
                return 0
            }
            return 1
        }
        for reference in references { tables.append(try open(reference, opener)) }
        let isFound = try answerStandardInput(tables, &output)
        try flush(&output)
        return isFound ? 0 : 1
    }

    /// Prints all rows of an index in its order.
    func list(_ reference: TableReference) throws(FatalError) {
        guard reference.type.kind == .indexed else {
            throw FatalError("table \(reference): sequence operation is not supported")
        }
        var output = OutputBuffer()
        var failure: FatalError?
        do throws(IndexError) {
            try IndexFile(opening: reference.name + ".lmdb").forEachRow { key, value in
                do throws(FatalError) {
                    try printRow(
                        key: unterminated(key), value: decoded(unterminated(value), of: reference),
                        to: &output)
                    return true
                } catch {
                    failure = error
                    return false
                }
            }
        } catch {
            throw FatalError("\(error)")
        }
        if let failure { throw failure }
        try flush(&output)
    }

    private func open(_ reference: TableReference, _ opener: TableOpener) throws(FatalError)
        -> any LookupTable
    {
        do throws(TableOpener.Failure) { return try opener.open(reference) } catch {
            throw FatalError("\(error)")
        }
    }

    private func answerStandardInput(
        _ tables: [any LookupTable], _ output: inout OutputBuffer
    ) throws(FatalError) -> Bool {
        var reader = KeyReader(FileDescriptor(standard: 0, path: "stdin"))
        var keys = KeyBatch()
        var values = ValueBatch()
        var isFound = false
        while try read(&reader, into: &keys) {
            do throws(FatalError) {
                if try answerBatch(keys, tables, &values, &output) { isFound = true }
            } catch {
                // What was answered before is not lost.
                try flush(&output)
                throw error
            }
            try flush(&output)
        }
        return isFound
    }

    private func read(_ reader: inout KeyReader, into keys: inout KeyBatch) throws(FatalError) -> Bool {
        do throws(SystemError) { return try reader.next(into: &keys) } catch { throw FatalError("\(error)") }
    }

    private func answerBatch(
        _ keys: KeyBatch, _ tables: [any LookupTable], _ values: inout ValueBatch,
        _ output: inout OutputBuffer
    ) throws(FatalError) -> Bool {
        var isFound = false
        values.removeAll()
        var asked = keys
        if tables.count == 1, !options.readsFiles, tables[0].matching == .fixed,
            mapOptions.folding == .none && !usesUTF8 || asked.foldASCII() || !usesUTF8,
            tables[0].appendValues(for: asked, to: &values), !usesUTF8 || values.bytes.span.isASCII
        {
            for number in 0..<keys.count {
                guard let range = values.ranges[number] else { continue }
                isFound = true
                let key = keys.bytes.span.extracting(keys.range(number))
                try printRow(key: key, value: values.bytes.span.extracting(range), to: &output)
            }
        } else {
            for number in 0..<keys.count {
                let key = keys.bytes.span.bytes(keys.range(number))
                if try answerLine(key, tables, &output) { isFound = true }
            }
        }
        return isFound
    }

    private func answerLine(
        _ key: [UInt8], _ tables: [any LookupTable], _ output: inout OutputBuffer
    ) throws(FatalError) -> Bool {
        for table in tables {
            if let value = try answer(key, table) {
                try printRow(key: key, value: value, to: &output)
                return true
            }
        }
        return false
    }

    private func answer(_ key: [UInt8], _ table: any LookupTable) throws(FatalError) -> [UInt8]? {
        if usesUTF8, !isValidUTF8(key.span) {
            messages.warning(
                "\(table.name): the key \"\(printable(key))\" is not valid UTF-8; it is not looked up")
            return nil
        }
        let asked = table.matching == .fixed ? mapOptions.fold(key.span) : key
        let value: [UInt8]?
        do throws(LookupFailure) { value = try table.value(for: asked.span) } catch {
            throw FatalError("\(error)")
        }
        guard let value else { return nil }
        if usesUTF8, !isValidUTF8(value.span) {
            throw FatalError("table \(table.name): the value of \"\(printable(key))\" is not valid UTF-8")
        }
        guard options.readsFiles else { return value }
        guard let content = Base64.decode(value.span) else {
            throw FatalError(
                "table \(table.name): key \(printable(key)): malformed BASE64 value: \(printable(value))")
        }
        return content
    }

    private func decoded(_ value: [UInt8], of reference: TableReference) throws(FatalError) -> [UInt8] {
        guard options.readsFiles else { return value }
        guard let content = Base64.decode(value.span) else {
            throw FatalError("table \(reference): malformed BASE64 value: \(printable(value))")
        }
        return content
    }

    private func unterminated(_ bytes: Span<UInt8>) -> [UInt8] {
        let isTerminated = bytes.count > 0 && bytes[bytes.count - 1] == ASCII.nul
        return bytes.bytes(0..<bytes.count - (isTerminated ? 1 : 0))
    }

    private func printRow(key: [UInt8]?, value: [UInt8], to output: inout OutputBuffer) throws(FatalError) {
        if let key {
            try printRow(key: key.span, value: value.span, to: &output)
        } else {
            output.append(value.span)
            output.append(ASCII.newline)
        }
    }

    private func printRow(
        key: Span<UInt8>, value: Span<UInt8>, to output: inout OutputBuffer
    ) throws(FatalError) {
        if options.printsJSON {
            output.append(JSONRow.text(key: key.bytes, value: value.bytes).span)
        } else {
            output.append(key)
            output.append(ASCII.tab)
            output.append(value)
        }
        output.append(ASCII.newline)
        do throws(SystemError) { try output.flushIfLarge() } catch { throw FatalError("\(error)") }
    }

    private func flush(_ output: inout OutputBuffer) throws(FatalError) {
        do throws(SystemError) { try output.flush() } catch { throw FatalError("\(error)") }
    }
}
