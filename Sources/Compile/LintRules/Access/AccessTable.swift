import ByteScanning
import NetworkAddress
import TableFormat
import TableSources

/// A table that a restriction asks, as far as its rows can be read here.
struct AccessTable {
    enum Answer {
        case result([UInt8], SourceRange?)
        case absent
        /// It is not known what it says.
        case unknown
    }

    /// A row of which only some tables know the key.
    struct Row {
        /// Empty where there is a network.
        var key: String
        var network: IPNetwork?
        var result: [UInt8]
        var range: SourceRange?
    }

    private let context: LintContext
    private let use: TableUse?

    /// - Parameter word: `type:name`, or the same in braces with options.
    init(_ word: ExpandedWord, restriction: String, _ scope: ServiceScope, _ context: LintContext) {
        self.context = context
        var reader = TableUseReader(scope: scope)
        if let table = word.firstInBraces(scope) { reader.add(table, "", .access(restriction)) }
        let isPlain =
            reader.uses.count == 1 && (reader.uses.first?.wrappers.allSatisfy(Self.isSimple) ?? false)
        use = isPlain ? reader.uses.first : nil
    }

    private static func isSimple(_ wrapper: TableType) -> Bool { wrapper == .proxy || wrapper == .debug }

    /// Whether it is asked for parts of a key, too.
    var matchesParts: Bool { use?.table?.type.matching == .fixed }

    /// The answer for every key there is; `nil` where the key decides.
    var constantResult: [UInt8]? {
        guard let table = use?.table else { return nil }
        return table.type == .static ? table.staticValue.map { Array($0.utf8) } : nil
    }

    /// The first of the keys that the table has.
    ///
    /// - Parameter whole: what patterns are asked for; without it nobody knows what they say.
    func answer(_ keys: [String], whole: WholeKeys? = nil, address: IPAddress? = nil) -> Answer {
        guard let use, let table = use.table else { return .unknown }
        if let constantResult { return .result(constantResult, use.range) }
        switch table.type {
        case .fail: return .result(Array("REJECT".utf8), use.range)
        case .cidr: return answer(for: address)
        case .pcre, .regexp: return whole.map(answerOfPatterns) ?? .unknown
        default: break
        }
        guard let rows = rows(where: { _ in true }, keys: Set(keys.map { Array($0.utf8) })) else {
            return .unknown
        }
        for key in keys {
            if let row = rows.first(where: { $0.key == key }) { return .result(row.result, row.range) }
        }
        return .absent
    }

    /// The rows whose result is of some kind; `nil` when they cannot be read. A `cidr` table has networks, the others
    /// keys in lower case.
    func rows(where isWanted: ([UInt8]) -> Bool, limit: Int = .max) -> [Row]? {
        rows(where: isWanted, keys: nil, limit: limit)
    }

    private func rows(
        where isWanted: ([UInt8]) -> Bool, keys: Set<[UInt8]>?, limit: Int = .max
    ) -> [Row]? {
        guard let use, let table = use.table else { return nil }
        if table.type == .cidr { return networkRows(where: isWanted) }
        guard let source = context.mapSource(of: use) else { return nil }
        let lengths = Set((keys ?? []).map(\.count))
        var found: [Row] = []
        for number in source.rows.indices {
            // The row that counts comes first.
            let row = source.rows[source.counting == .first ? number : source.rows.count - 1 - number]
            guard keys == nil || lengths.contains(row.keyLength) else { continue }
            guard found.count < limit else { break }
            let result = source.value(row)
            guard isWanted(result) else { continue }
            let key = Self.folded(source.key(row))
            if let keys, !keys.contains(key) { continue }
            let text = String(decoding: key, as: UTF8.self)
            found.append(Row(key: text, network: nil, result: result, range: source.range(ofKey: row)))
        }
        return found
    }

    private static func folded(_ key: [UInt8]) -> [UInt8] { foldedCase(key.span, unicode: true) }

    private var networks: AddressTable? { use.flatMap(context.addressTable) }

    /// The rows of a `cidr` table that has no blocks and no negations.
    private func networkRows(where isWanted: ([UInt8]) -> Bool) -> [Row]? {
        guard let table = networks else { return nil }
        let source = table.source
        var rows: [Row] = []
        for row in source.rows {
            guard case .answer(let condition, let text) = row.rule, !condition.isNegated else { return nil }
            let result = source.texts.span.bytes(text)
            guard isWanted(result) else { continue }
            let range = table.text.range(ofLine: row.line)
            rows.append(Row(key: "", network: condition.network, result: result, range: range))
        }
        return rows
    }

    private func answer(for address: IPAddress?) -> Answer {
        guard let table = networks else { return .unknown }
        let source = table.source
        guard let address else { return .absent }
        // How many blocks are open whose condition is not met, or that are in such a block.
        var skipped = 0
        for row in source.rows {
            switch row.rule {
            case .beginBlock(let condition):
                if skipped > 0 || !condition.matches(address) { skipped += 1 }
            case .endBlock: skipped = max(0, skipped - 1)
            case .answer(let condition, let text):
                guard skipped == 0, condition.matches(address) else { continue }
                return .result(source.texts.span.bytes(text), table.text.range(ofLine: row.line))
            }
        }
        return .absent
    }

    /// The answer for the keys. A yes that other clients would not get is not known to be one for all.
    private func answerOfPatterns(_ whole: WholeKeys) -> Answer {
        guard let answers = use.flatMap(context.patternAnswers) else { return .unknown }
        func first(_ keys: [String]) -> (result: [UInt8], range: SourceRange)? {
            keys.lazy.compactMap(answers.answer).first
        }
        guard let found = first(whole.keys) else { return .absent }
        if case .refuse = AccessAction(found.result) { return .result(found.result, found.range) }
        let isForAll = whole.others.allSatisfy { first($0).map { $0.result == found.result } ?? false }
        return isForAll ? .result(found.result, found.range) : .unknown
    }

    /// The keys that patterns look for which let somebody in; `nil` for a table of another kind.
    var candidates: PatternCandidates? { use.flatMap(context.patternTable).map { PatternCandidates($0) } }

    /// The networks of a `cidr` table whose rows say yes, whatever stands before them.
    var permittedNetworks: [IPNetwork] {
        guard let source = networks?.source else { return [] }
        return source.rows.compactMap { row in
            guard case .answer(let condition, let text) = row.rule, !condition.isNegated,
                AccessAction.permits(source.texts.span.bytes(text))
            else { return nil }
            return condition.network
        }
    }
}

extension CIDRCondition {
    /// A negated network matches other addresses of its family.
    func matches(_ address: IPAddress) -> Bool {
        switch (network, address) {
        case (.v4, .v4), (.v6, .v6): network.contains(address) != isNegated
        case (.v4, .v6), (.v6, .v4): false
        }
    }
}

extension MapSource.Row {
    /// Bytes.
    var keyLength: Int { keyRange.count }
}

extension ExpandedWord {
    /// The word, or the first one in its braces.
    func firstInBraces(_ scope: ServiceScope) -> ExpandedWord? {
        guard text.hasPrefix("{"), text.hasSuffix("}") else { return self }
        var inner = self
        inner.text = String(text.dropFirst().dropLast())
        if let range, range.bytes.count == text.utf8.count {
            inner.range?.bytes = range.bytes.lowerBound + 1..<range.bytes.upperBound - 1
        }
        return scope.words(in: inner).first
    }
}
