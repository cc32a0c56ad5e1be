import ByteScanning
import CommandSupport
import ConfigurationSyntax

/// Changes services in master.cf (postconf(1), `-M -F -P` with `-e -# -X`).
struct MasterEdit {
    private let options: PostconfOptions
    private let reporter: Reporter
    private let requests: [MasterEditRequest]
    /// Requests that some entry answered, by number.
    private var answered: Set<Int> = []
    /// Requests whose new entry stands in the file.
    private var written: Set<Int> = []

    init(_ options: PostconfOptions, _ reporter: Reporter) throws(FatalError) {
        self.options = options
        self.reporter = reporter
        let change = options.change ?? .edit
        try EditArguments.check(options.operands, change, names: "-Me, -Fe, -Pe, -X, or -# accept")
        var requests: [MasterEditRequest] = []
        for operand in options.operands {
            requests.append(try MasterEditRequest(operand, options, reporter))
        }
        self.requests = requests
    }

    /// An entry whose lines are being collected.
    private struct Entry {
        var lines: [UInt8]
        var firstLine: Int
        var requests: [Int]
    }

    mutating func run(path: String) throws(FatalError) {
        var file = try EditedFile.open(path)
        var entry: Entry?
        for (number, line) in file.lines.enumerated() {
            switch line {
            case .trivia(let text): file.append(text)
            case .continuation(let text):
                if entry == nil { file.append(text) } else { try take(text, &entry, &file) }
            case .start(let text):
                try finish(&entry, path, &file)
                entry = try start(text, number + 1, path, &file)
            }
        }
        try finish(&entry, path, &file)
        appendNewEntries(&file)
        try file.publish()
        for (number, request) in requests.enumerated() where options.mode != .masterEntries {
            guard !answered.contains(number) else { continue }
            reporter.warning(Array("unmatched service_name/type: \"".utf8) + request.text + Array("\"".utf8))
        }
    }

    /// The first line of an entry; `nil` when no request wants it.
    private mutating func start(
        _ line: ArraySlice<UInt8>, _ number: Int, _ path: String, _ file: inout EditedFile
    ) throws(FatalError) -> Entry? {
        let words = line.split(whereSeparator: WordScanner.isBlank)
        guard words.count > 1 else {
            throw FatalError(
                "file \(path): line \(number): specify service name and type on the same line")
        }
        let matching = requests.indices.filter { requests[$0].matches(words[0], words[1]) }
        answered.formUnion(matching)
        guard !matching.isEmpty else {
            file.append(line)
            return nil
        }
        var entry: Entry? = Entry(lines: [], firstLine: number, requests: matching)
        if options.mode == .masterEntries, options.change == .edit { writeNewEntry(matching, &file) }
        try take(line, &entry, &file)
        return entry
    }

    /// A line of an entry that a request wants.
    private func take(
        _ line: ArraySlice<UInt8>, _ entry: inout Entry?, _ file: inout EditedFile
    ) throws(FatalError) {
        guard options.mode == .masterEntries else {
            entry?.lines += line
            return
        }
        if options.change == .commentOut { file.append([ASCII.numberSign] + line) }
    }

    /// The last request that matches and has not been answered decides what stands in the place of an entry.
    private mutating func writeNewEntry(_ matching: [Int], _ file: inout EditedFile) {
        let fresh = matching.filter { !written.contains($0) }
        guard let last = fresh.last, case .entry(let entry?) = requests[last].change else { return }
        written.formUnion(fresh)
        file.append(Self.text(entry))
    }

    private mutating func appendNewEntries(_ file: inout EditedFile) {
        guard options.change == .edit else { return }
        for (number, request) in requests.enumerated() where !answered.contains(number) {
            if case .entry(let entry?) = request.change { file.appendLine(Self.text(entry)) }
        }
    }

    /// Changes the entry that has been collected.
    private func finish(
        _ entry: inout Entry?, _ path: String, _ file: inout EditedFile
    ) throws(FatalError) {
        guard let collected = entry else { return }
        entry = nil
        guard options.mode != .masterEntries else { return }
        var changed = try MasterFile.entry(
            collected.lines, reporter,
            fieldCount: "file \(path): line \(collected.firstLine): bad field count")
        for number in collected.requests { try requests[number].apply(to: &changed) }
        file.appendLine(Self.text(changed))
    }

    /// An entry in folded form.
    private static func text(_ entry: MasterEntry) -> [UInt8] {
        var line = OutputBuffer()
        EntryLayout(folds: true).append(entry.words, to: &line)
        return line.takeLine() + [ASCII.newline]
    }
}
