import ByteScanning

/// Reads the names and conditions of a value.
struct MacroParser {
    private let value: [UInt8]

    /// Conditions inside conditions go no deeper.
    private static let maximumDepth = 100

    init(_ value: [UInt8]) { self.value = value }

    func parse() -> MacroText { text(0..<value.count, depth: 0) }

    /// The parts of a text up to its end or its first mistake.
    private func text(_ range: Range<Int>, depth: Int) -> MacroText {
        var parts = MacroParts()
        do throws(MacroFault) {
            guard depth <= Self.maximumDepth else {
                throw MacroFault("conditions are nested too deeply", whole: range, at: range.lowerBound)
            }
            var index = range.lowerBound
            while index < range.upperBound {
                if value[index] == ASCII.dollar {
                    index = try reference(at: index, of: range, depth: depth, into: &parts)
                } else {
                    parts.append(value[index], at: index)
                    index += 1
                }
            }
        } catch {
            parts.append(.fault(error), error.offset..<error.offset)
        }
        return parts.finished
    }

    /// What a `$` begins; returns where the text goes on.
    private func reference(
        at dollar: Int, of range: Range<Int>, depth: Int, into parts: inout MacroParts
    ) throws(MacroFault) -> Int {
        let start = dollar + 1
        let first = start < range.upperBound ? value[start] : 0
        switch first {
        case ASCII.dollar:
            parts.append(ASCII.dollar, at: start)
            return start + 1
        case ASCII.openBrace, ASCII.openParenthesis:
            guard let body = enclosed(from: start, limit: range.upperBound) else {
                throw MacroFault("truncated macro reference", whole: range, at: dollar)
            }
            guard !body.isEmpty else { throw MacroFault("empty macro name", whole: range, at: start) }
            parts.append(try macro(body, depth: depth), body)
            return body.upperBound + 1
        default:
            let end = endOfName(from: start, limit: range.upperBound)
            guard end > start else { throw MacroFault("empty macro name", whole: range, at: start) }
            parts.append(.name(name(start..<end)), start..<end)
            return end
        }
    }

    /// What stands between the brackets of a macro.
    private func macro(_ body: Range<Int>, depth: Int) throws(MacroFault) -> MacroText.Part {
        let start = skipSpace(body.lowerBound, body.upperBound)
        if start < body.upperBound, value[start] == ASCII.openBrace {
            return .comparison(try comparison(start..<body.upperBound, depth: depth))
        }
        let nameEnd = endOfName(from: start, limit: body.upperBound)
        let name = name(start..<nameEnd)
        let next = skipSpace(nameEnd, body.upperBound)
        guard next < body.upperBound else { return .name(name) }
        switch value[next] {
        case UInt8(ascii: "?"):
            let (ifSet, ifEmpty) = try branches(next + 1..<body.upperBound, depth: depth)
            return .conditional(name, ifSet: ifSet, ifEmpty: ifEmpty)
        case ASCII.colon:
            let ifEmpty = try branch(next + 1..<body.upperBound, depth: depth)
            return .conditional(name, ifSet: nil, ifEmpty: ifEmpty)
        case ASCII.openBrace where next == nameEnd && name.text == "domain_to_ascii":
            let argument = try operand(from: next, limit: body.upperBound)
            return .function(name, text(argument.inside, depth: depth + 1))
        default:
            throw MacroFault(
                "attribute name syntax error", after: start..<nameEnd, at: nameEnd..<body.upperBound)
        }
    }

    /// `{left} relation {right}` and what follows.
    private func comparison(_ body: Range<Int>, depth: Int) throws(MacroFault) -> MacroText.Comparison {
        let left = try operand(from: body.lowerBound, limit: body.upperBound)
        let (relation, operatorEnd) = try relation(after: left, limit: body.upperBound)
        let rightStart = skipSpace(operatorEnd, body.upperBound)
        guard rightStart < body.upperBound, value[rightStart] == ASCII.openBrace else {
            throw MacroFault(
                "\"{expression}\" expected", after: body.lowerBound..<operatorEnd,
                at: operatorEnd..<body.upperBound)
        }
        let right = try operand(from: rightStart, limit: body.upperBound)
        let (ifTrue, ifFalse) = try outcomes(after: right, limit: body.upperBound, depth: depth)
        return MacroText.Comparison(
            left: text(left.inside, depth: depth + 1), relation: relation,
            right: text(right.inside, depth: depth + 1), ifTrue: ifTrue, ifFalse: ifFalse)
    }

    /// What a comparison stands for when it holds, and when not; `nil` where nothing is said.
    private func outcomes(
        after right: Operand, limit: Int, depth: Int
    ) throws(MacroFault) -> (ifTrue: MacroText?, ifFalse: MacroText?) {
        guard right.next < limit else { return (nil, nil) }
        let rest = right.next + 1..<limit
        switch value[right.next] {
        case UInt8(ascii: "?"): return try branches(rest, depth: depth)
        case ASCII.colon:
            return (MacroText(parts: [], ranges: []), try branch(rest, depth: depth))
        default:
            let end = right.inside.upperBound
            throw MacroFault("\"?\" or \":\" expected", after: end..<end + 1, at: right.next..<limit)
        }
    }

    /// The relation after the left side of a comparison, and where it ends.
    private func relation(
        after left: Operand, limit: Int
    ) throws(MacroFault) -> (MacroRelation, end: Int) {
        let start = left.next
        var end = start
        while end < limit, Array("!=<>".utf8).contains(value[end]) { end += 1 }
        guard MacroRelation(rawValue: string(start..<end)) != nil else {
            throw MacroFault(
                "\"==\" or \"!=\"\" or \"<\"\" or \"<=\"\" or \">=\"\" or \">\" expected",
                after: left.shown, at: start..<limit)
        }
        var suffixEnd = end
        while suffixEnd < limit, value[suffixEnd] != ASCII.openBrace, !ASCII.isSpace(value[suffixEnd]) {
            suffixEnd += 1
        }
        guard let relation = MacroRelation(rawValue: string(start..<suffixEnd)) else {
            throw MacroFault("bad operator suffix", after: start..<end, at: end..<suffixEnd)
        }
        return (relation, suffixEnd)
    }

    /// `text`, `{text}`, or `{text} : {text}`.
    private func branches(
        _ range: Range<Int>, depth: Int
    ) throws(MacroFault) -> (MacroText, MacroText?) {
        let start = skipSpace(range.lowerBound, range.upperBound)
        guard start < range.upperBound, value[start] == ASCII.openBrace else {
            return (text(range, depth: depth + 1), nil)
        }
        let yes = try operand(from: start, limit: range.upperBound)
        let first = text(yes.inside, depth: depth + 1)
        guard yes.next < range.upperBound else { return (first, nil) }
        guard value[yes.next] == ASCII.colon else {
            throw MacroFault("\":\" expected", after: yes.shown, at: yes.next..<range.upperBound)
        }
        return (first, try branch(yes.next + 1..<range.upperBound, depth: depth))
    }

    /// `text` or `{text}`, up to the end.
    private func branch(_ range: Range<Int>, depth: Int) throws(MacroFault) -> MacroText {
        let start = skipSpace(range.lowerBound, range.upperBound)
        guard start < range.upperBound, value[start] == ASCII.openBrace else {
            return text(range, depth: depth + 1)
        }
        let inside = try operand(from: start, limit: range.upperBound)
        guard inside.next == range.upperBound else {
            throw MacroFault("unexpected input", after: inside.shown, at: inside.next..<range.upperBound)
        }
        return text(inside.inside, depth: depth + 1)
    }
}

extension MacroParser {
    /// A text in braces inside a macro.
    private struct Operand {
        var inside: Range<Int>
        /// Where what follows it begins.
        var next: Int

        /// With the brace at its end.
        var shown: Range<Int> { inside.lowerBound..<inside.upperBound + 1 }
    }

    private func operand(from open: Int, limit: Int) throws(MacroFault) -> Operand {
        guard let inside = enclosed(from: open, limit: limit) else {
            throw MacroFault("unbalanced {} in attribute expression", whole: open..<limit, at: open)
        }
        return Operand(inside: inside, next: skipSpace(inside.upperBound + 1, limit))
    }

    /// What the bracket at `open` encloses; `nil` when it is not closed.
    private func enclosed(from open: Int, limit: Int) -> Range<Int>? {
        let opening = value[open]
        let closing = opening == ASCII.openBrace ? ASCII.closeBrace : ASCII.closeParenthesis
        var depth = 0
        for index in open..<limit {
            if value[index] == opening { depth += 1 }
            if value[index] == closing { depth -= 1 }
            if depth == 0 { return open + 1..<index }
        }
        return nil
    }

    private func name(_ range: Range<Int>) -> MacroText.Name {
        MacroText.Name(text: string(range), offset: range.lowerBound)
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: value.span.bytes(range), as: UTF8.self)
    }

    private func endOfName(from start: Int, limit: Int) -> Int {
        var index = start
        while index < limit, ASCII.isAlphanumeric(value[index]) || value[index] == UInt8(ascii: "_") {
            index += 1
        }
        return index
    }

    private func skipSpace(_ start: Int, _ limit: Int) -> Int {
        var index = start
        while index < limit, ASCII.isSpace(value[index]) { index += 1 }
        return index
    }
}
