import ByteScanning

/// Reads the names and conditions of a value.
struct MacroParser {
    private let value: [UInt8]

    /// Conditions inside conditions go no deeper.
    private static let maximumDepth = 100

    init(_ value: [UInt8]) { self.value = value }

    func parse() throws(MacroFault) -> MacroText { try text(0..<value.count, depth: 0) }

    private func text(_ range: Range<Int>, depth: Int) throws(MacroFault) -> MacroText {
        guard depth <= Self.maximumDepth else {
            throw fault("conditions are nested too deeply", range.lowerBound, in: range)
        }
        var parts: [MacroText.Part] = []
        var literal: [UInt8] = []
        func flush() {
            if !literal.isEmpty { parts.append(.text(literal)) }
            literal = []
        }
        var index = range.lowerBound
        while index < range.upperBound {
            guard value[index] == ASCII.dollar, index + 1 < range.upperBound else {
                if value[index] == ASCII.dollar {
                    throw fault("empty macro name", index + 1, in: range)
                }
                literal.append(value[index])
                index += 1
                continue
            }
            switch value[index + 1] {
            case ASCII.dollar:
                literal.append(ASCII.dollar)
                index += 2
            case ASCII.openBrace, ASCII.openParenthesis:
                let body = try enclosed(from: index + 1, limit: range.upperBound)
                flush()
                parts.append(try macro(body, depth: depth))
                index = body.upperBound + 1
            default:
                let end = endOfName(from: index + 1, limit: range.upperBound)
                guard end > index + 1 else { throw fault("empty macro name", index + 1, in: range) }
                flush()
                parts.append(.name(name(index + 1..<end)))
                index = end
            }
        }
        flush()
        return MacroText(parts: parts)
    }

    /// What stands between the brackets of a macro.
    private func macro(_ body: Range<Int>, depth: Int) throws(MacroFault) -> MacroText.Part {
        let start = skipSpace(body.lowerBound, body.upperBound)
        if start < body.upperBound, value[start] == ASCII.openBrace {
            return .comparison(try comparison(start..<body.upperBound, depth: depth))
        }
        let nameEnd = endOfName(from: start, limit: body.upperBound)
        guard nameEnd > start else { throw fault("empty macro name", start, in: body) }
        let name = name(start..<nameEnd)
        let next = skipSpace(nameEnd, body.upperBound)
        guard next < body.upperBound else { return .name(name) }
        switch value[next] {
        case UInt8(ascii: "?"):
            let (ifSet, ifEmpty) = try branches(next + 1..<body.upperBound, of: body, depth: depth)
            return .conditional(name, ifSet: ifSet, ifEmpty: ifEmpty)
        case ASCII.colon:
            let ifEmpty = try branch(next + 1..<body.upperBound, of: body, depth: depth)
            return .conditional(name, ifSet: nil, ifEmpty: ifEmpty)
        case ASCII.openBrace where next == nameEnd && name.text == "domain_to_ascii":
            let argument = try enclosed(from: next, limit: body.upperBound)
            return .function(name, try text(trimmed(argument), depth: depth + 1))
        default:
            throw fault("attribute name syntax error", next, in: body)
        }
    }

    /// `{left} relation {right}` and what follows.
    private func comparison(_ body: Range<Int>, depth: Int) throws(MacroFault) -> MacroText.Comparison {
        let left = try enclosed(from: body.lowerBound, limit: body.upperBound)
        let operatorStart = skipSpace(left.upperBound + 1, body.upperBound)
        var operatorEnd = operatorStart
        while operatorEnd < body.upperBound, value[operatorEnd] != ASCII.openBrace,
            !ASCII.isSpace(value[operatorEnd])
        {
            operatorEnd += 1
        }
        let text = String(decoding: value.span.bytes(operatorStart..<operatorEnd), as: UTF8.self)
        guard let relation = MacroRelation(rawValue: text) else {
            throw fault("relational operator expected", operatorStart, in: body)
        }
        let rightStart = skipSpace(operatorEnd, body.upperBound)
        guard rightStart < body.upperBound, value[rightStart] == ASCII.openBrace else {
            throw fault("\"{expression}\" expected", rightStart, in: body)
        }
        let right = try enclosed(from: rightStart, limit: body.upperBound)
        let next = skipSpace(right.upperBound + 1, body.upperBound)
        var (ifTrue, ifFalse): (MacroText?, MacroText?) = (nil, nil)
        if next < body.upperBound {
            switch value[next] {
            case UInt8(ascii: "?"):
                (ifTrue, ifFalse) = try branches(next + 1..<body.upperBound, of: body, depth: depth)
            case ASCII.colon:
                (ifTrue, ifFalse) = (
                    MacroText(parts: []), try branch(next + 1..<body.upperBound, of: body, depth: depth)
                )
            default: throw fault("\"?\" expected", next, in: body)
            }
        }
        return MacroText.Comparison(
            left: try self.text(trimmed(left), depth: depth + 1), relation: relation,
            right: try self.text(trimmed(right), depth: depth + 1), ifTrue: ifTrue, ifFalse: ifFalse)
    }

    /// `text`, `{text}`, or `{text} : {text}`.
    private func branches(
        _ range: Range<Int>, of body: Range<Int>, depth: Int
    ) throws(MacroFault) -> (MacroText, MacroText?) {
        let start = skipSpace(range.lowerBound, range.upperBound)
        guard start < range.upperBound, value[start] == ASCII.openBrace else {
            return (try text(range, depth: depth + 1), nil)
        }
        let yes = try enclosed(from: start, limit: range.upperBound)
        let first = try text(trimmed(yes), depth: depth + 1)
        let next = skipSpace(yes.upperBound + 1, range.upperBound)
        guard next < range.upperBound else { return (first, nil) }
        guard value[next] == ASCII.colon else { throw fault("\":\" expected", next, in: body) }
        return (first, try branch(next + 1..<range.upperBound, of: body, depth: depth))
    }

    /// `text` or `{text}`, up to the end.
    private func branch(
        _ range: Range<Int>, of body: Range<Int>, depth: Int
    ) throws(MacroFault) -> MacroText {
        let start = skipSpace(range.lowerBound, range.upperBound)
        guard start < range.upperBound, value[start] == ASCII.openBrace else {
            return try text(range, depth: depth + 1)
        }
        let inside = try enclosed(from: start, limit: range.upperBound)
        let next = skipSpace(inside.upperBound + 1, range.upperBound)
        guard next == range.upperBound else { throw fault("unexpected input", next, in: body) }
        return try text(trimmed(inside), depth: depth + 1)
    }

    /// What the bracket at `open` encloses.
    private func enclosed(from open: Int, limit: Int) throws(MacroFault) -> Range<Int> {
        let opening = value[open]
        let closing = opening == ASCII.openBrace ? ASCII.closeBrace : ASCII.closeParenthesis
        var depth = 0
        for index in open..<limit {
            if value[index] == opening { depth += 1 }
            if value[index] == closing { depth -= 1 }
            if depth == 0 { return open + 1..<index }
        }
        throw fault("truncated macro reference", open, in: open..<limit)
    }

    private func name(_ range: Range<Int>) -> MacroText.Name {
        MacroText.Name(
            text: String(decoding: value.span.bytes(range), as: UTF8.self), offset: range.lowerBound)
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

    private func trimmed(_ range: Range<Int>) -> Range<Int> { value.span.trimming(range) }

    private func fault(_ message: String, _ offset: Int, in context: Range<Int>) -> MacroFault {
        MacroFault(message: message, offset: offset, context: context)
    }
}
