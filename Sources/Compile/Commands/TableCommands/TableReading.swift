import ByteScanning
import CommandSupport
import CompiledTables
import LMDBStore
import PosixSupport
import TableCompiler
import TableFormat

extension TableCommand {
    /// Prints the value of a key, or key and value of each key on standard input; 0 when one was found.
    func query(_ key: [UInt8], _ references: [TableReference]) throws(FatalError) -> Int32 {
        let opener = opener
        var tables: [any LookupTable] = []
        var output = OutputBuffer()
        if key != [UInt8(ascii: "-")] {
            for reference in references {
                let table = try open(reference, opener)
                guard let value = try answer(key, table) else { continue }
                try printRow(key: options.printsJSON ? key : nil, value: value, to: &output)
                try flush(&output)
                return 0
            }
            return 1
        }
        for reference in references { tables.append(try open(reference, opener)) }
        var isFound = false
        if options.messageParts.isEmpty {
            isFound = try answerStandardInput(tables, &output)
        } else {
            let message = MessageQuery(parts: options.messageParts, followsMIME: options.followsMIME)
            try message.run { (key) throws(FatalError) in
                if try answerLine(key, tables, &output) { isFound = true }
            }
        }
        try flush(&output)
        return isFound ? 0 : 1
    }

    /// Prints all rows of a table in its order.
    func list(_ reference: TableReference) throws(FatalError) {
        let table: any ListableTable
        do throws(TableOpener.Failure) { table = try opener.listing(reference) } catch {
            throw FatalError("\(error)")
        }
        var output = OutputBuffer()
        var failure: FatalError?
        do throws(LookupFailure) {
            try table.forEachRow { key, value in
                do throws(FatalError) {
                    try printRow(key: key.bytes, value: decoded(value.bytes, of: reference), to: &output)
                    return true
                } catch {
                    failure = error
                    return false
                }
            }
        } catch {
            throw FatalError("\(error)")
        }
        try flush(&output)
        if let failure { throw failure }
    }

    private var opener: TableOpener {
        let messages = messages
        let isVerbose = options.isVerbose
        return TableOpener(
            policy: keyPolicy, duplicates: duplicates, readsFiles: options.readsFiles,
            report: { messages.report($0) }, warn: { messages.warning($0) },
            log: { messages.plain($0) }, opened: { if isVerbose { messages.plain("open \($0)") } })
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
        if tables.count == 1, !options.readsFiles, tables[0].appendValues(for: keys, to: &values) {
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
        let value: [UInt8]?
        do throws(LookupFailure) { value = try table.value(for: key.span) } catch {
            throw FatalError("\(error)")
        }
        guard let value else { return nil }
        if value.isEmpty {
            messages.warning("table \(table.name): the value of \"\(printable(key))\" is empty")
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
