import ByteScanning

/// Aliases, the files that they include, and what each of them leads to. The first table that has a name is asked
/// (local(8)); a name with an extension is also looked up without.
struct AliasGraph {
    enum Node: Hashable {
        case row(table: Int, row: Int)
        case file(String)
    }

    private let aliases: LocalAliasRows
    private let context: LintContext
    private let delimiters: [UInt8]
    /// Where the rows of each table begin in the numbers of all.
    private let starts: [Int]
    /// Files that can be read, in the order in which they were found.
    private var files: [String] = []
    private var numbers: [String: Int] = [:]
    private var unreadable: Set<String> = []

    init(_ aliases: LocalAliasRows, _ context: LintContext) {
        self.aliases = aliases
        self.context = context
        delimiters = Array(context.main.text("recipient_delimiter").utf8)
        starts = aliases.tables.reduce(into: [0]) { starts, table in
            starts.append((starts.last ?? 0) + table.source.rows.count)
        }
        for table in aliases.tables {
            for row in table.source.rows { addFiles(in: table.source.valueSlice(row)) }
        }
        var next = 0
        while next < files.count {
            for line in lines(files[next]) { addFiles(in: line) }
            next += 1
        }
    }

    private mutating func addFiles(in value: ArraySlice<UInt8>) {
        for path in LocalAliasRows.includes(in: value)
        where numbers[path] == nil && !unreadable.contains(path) {
            guard context.readText(path) != nil else {
                unreadable.insert(path)
                continue
            }
            numbers[path] = files.count
            files.append(path)
        }
    }

    /// The lines of a file that are no comments.
    private func lines(_ path: String) -> [ArraySlice<UInt8>] {
        guard let text = context.readText(path) else { return [] }
        return (1...max(text.count, 1)).map { text.bytes[text.range(ofLine: $0)] }.filter {
            $0.first != ASCII.numberSign
        }
    }

    /// The members of each circle, the first one an alias where there is one.
    func cycles() -> [[Node]] {
        let rows = starts.last ?? 0
        let graph = RowGraph(count: rows + files.count) { number in
            switch node(number) {
            case .row(let table, let row):
                let source = aliases.tables[table].source
                let key = source.keySlice(source.rows[row])
                // A row behind another one with its name is never asked.
                guard find(key) == number else { return [] }
                return targets(of: source.valueSlice(source.rows[row]), except: key)
            case .file(let path): return lines(path).flatMap { targets(of: $0, except: nil) }
            }
        }
        return graph.cycles().map { $0.map(node) }
    }

    private func node(_ number: Int) -> Node {
        guard let end = starts.firstIndex(where: { $0 > number }) else {
            return .file(files[number - (starts.last ?? 0)])
        }
        return .row(table: end - 1, row: number - starts[end - 1])
    }

    /// - Parameter key: the alias itself: a row that names it ends there.
    private func targets(of value: ArraySlice<UInt8>, except key: ArraySlice<UInt8>?) -> [Int] {
        let names = aliases.localTargets(of: value).compactMap { name in
            key.map { KeyIndex.isSame(name, $0) } ?? false ? nil : find(name)
        }
        let included = LocalAliasRows.includes(in: value).compactMap { numbers[$0] }
        return names + included.map { $0 + (starts.last ?? 0) }
    }

    private func find(_ name: ArraySlice<UInt8>) -> Int? {
        for part in [name, base(of: name)].compactMap({ $0 }) {
            for (number, table) in aliases.tables.enumerated() {
                if let row = table.index.row(for: part) { return starts[number] + row }
            }
        }
        return nil
    }

    private func base(of name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let end = name.firstIndex(where: { delimiters.contains($0) }), end > name.startIndex else {
            return nil
        }
        return name[..<end]
    }

    /// The name of a member in messages, and where it stands.
    func place(_ node: Node) -> (name: String, range: SourceRange) {
        switch node {
        case .row(let table, let row):
            let source = aliases.tables[table].source
            let key = source.rows[row]
            return (printable(source.key(key)), source.range(ofKey: key))
        case .file(let path):
            let file = context.files.location(of: path)
            return (":include:" + file, context.range(file: file, line: 1))
        }
    }
}
