import ByteScanning
import PatternMatching
import TableFormat

/// One lookup in a pattern table: goes through the rules that may match in order.
struct PatternTableLookup {
    private enum Verdict {
        case holds, fails
        /// The pattern could not be decided: the rule is skipped, negated or not, and with an `if` its block.
        case undecided
    }

    private let table: PatternTable
    private let scratch: PatternTableScratch
    /// Rules before this one are in a block that is skipped.
    private var resumption = 0

    init(table: PatternTable, scratch: PatternTableScratch) {
        self.table = table
        self.scratch = scratch
    }

    mutating func firstMatch(
        of key: Span<UInt8>, in bytes: Span<UInt8>
    ) throws(LookupFailure) -> PatternTable.Match? {
        for word in table.alwaysTried.indices {
            // A block that is skipped may be thousands of words long.
            if resumption >= (word + 1) << 6 { continue }
            var bits = table.alwaysTried[word] | scratch.candidates[word]
            while bits != 0 {
                let index = word << 6 + bits.trailingZeroBitCount
                bits &= bits &- 1
                guard index >= resumption, index < table.image.ruleCount else { continue }
                let rule = table.image.rule(at: index, in: bytes)
                if table.refusesSubstitution, rule.flags.contains(.usesGroups) { continue }
                guard !rule.flags.contains(.block), try enterBlocks(of: rule, at: index, key, bytes) else {
                    continue
                }
                if try verdict(on: rule, at: index, key, bytes) == .holds {
                    return PatternTable.Match(line: rule.line, value: result(of: rule, key, bytes))
                }
            }
        }
        return nil
    }

    /// Evaluates the conditions that `rule` stands under and that are not known to hold, outermost first. One
    /// that does not hold moves `resumption` behind its block.
    private mutating func enterBlocks(
        of rule: PatternImage.Rule, at index: Int, _ key: Span<UInt8>, _ bytes: Span<UInt8>
    ) throws(LookupFailure) -> Bool {
        guard rule.parent != nil else { return true }
        while let block = scratch.openBlocks.last, table.image.rule(at: block, in: bytes).end <= index {
            scratch.openBlocks.removeLast()
        }
        scratch.pendingBlocks.removeAll(keepingCapacity: true)
        var ancestor = rule.parent
        while let block = ancestor, block != scratch.openBlocks.last {
            scratch.pendingBlocks.append(block)
            ancestor = table.image.rule(at: block, in: bytes).parent
        }
        while let block = scratch.pendingBlocks.popLast() {
            let condition = table.image.rule(at: block, in: bytes)
            guard try verdict(on: condition, at: block, key, bytes) == .holds else {
                resumption = condition.end
                return false
            }
            scratch.openBlocks.append(block)
        }
        return true
    }

    private func verdict(
        on rule: PatternImage.Rule, at index: Int, _ key: Span<UInt8>, _ bytes: Span<UInt8>
    ) throws(LookupFailure) -> Verdict {
        let isCandidate = scratch.candidates[index >> 6] & (1 << UInt64(index & 63)) != 0
        var first = Verdict.fails
        if isCandidate || table.search == .linear || !rule.flags.contains(.hasLiterals) {
            let registers = wantedRegisters(of: rule)
            first = try run(.first(index), rule.pattern, rule.flags, rule.line, registers, key, bytes)
        }
        let verdict = Self.negate(first, rule.flags)
        guard verdict == .holds, rule.flags.contains(.hasSecond) else { return verdict }
        let second = try run(
            .second(index), rule.secondPattern, rule.secondFlags, rule.line, scratch.noRegisters, key, bytes)
        return Self.negate(second, rule.secondFlags)
    }

    private static func negate(_ verdict: Verdict, _ flags: PatternImage.Flags) -> Verdict {
        switch (verdict, flags.contains(.negated)) {
        case (.holds, true): .fails
        case (.fails, true): .holds
        case (_, _): verdict
        }
    }

    /// A rule whose result is mere text is matched without registers, which is faster.
    private func wantedRegisters(of rule: PatternImage.Rule) -> MatchRegisters {
        rule.flags.contains(.usesGroups) ? scratch.registers : scratch.noRegisters
    }

    private func run(
        _ place: PatternTablePrograms.Place, _ range: Range<Int>, _ flags: PatternImage.Flags, _ line: Int,
        _ registers: MatchRegisters, _ key: Span<UInt8>, _ bytes: Span<UInt8>
    ) throws(LookupFailure) -> Verdict {
        do {
            let matches = try decide(place, bytes.extracting(range), flags, registers, key)
            return matches ? .holds : .fails
        } catch let error as MatchError {
            table.warn("\(table.name), line \(line): \(error); the rule is skipped for this key")
            return .undecided
        } catch {
            throw LookupFailure(table: table.name, reason: "line \(line): \(error)")
        }
    }

    /// - Throws: `PatternError` or `MatchError`.
    private func decide(
        _ place: PatternTablePrograms.Place, _ pattern: Span<UInt8>, _ flags: PatternImage.Flags,
        _ registers: MatchRegisters, _ key: Span<UInt8>
    ) throws -> Bool {
        let program = try table.programs.program(at: place, pattern: pattern, flags: flags, length: key.count)
        do {
            return try program.matches(key, registers: registers)
        } catch {
            guard error.isLimit, program.isInterpreted else { throw error }
        }
        // Machine code gets further before it gives up, and the answer should not depend on how often the
        // pattern has run.
        let machineCode = try table.programs.machineCode(at: place, pattern: pattern, flags: flags)
        return try machineCode.matches(key, registers: registers)
    }

    private func result(of rule: PatternImage.Rule, _ key: Span<UInt8>, _ bytes: Span<UInt8>) -> [UInt8] {
        PatternImage.Template.expand(bytes.extracting(rule.template), subject: key) { group in
            scratch.registers.range(ofGroup: group)
        }
    }
}
