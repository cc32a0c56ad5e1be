/// Replaces the names in a value of main.cf (postconf(5), "main.cf file format"): `$name`, `${name}`, `$(name)`, the
/// conditional forms `${name?text}`, `${name:text}`, `${name?{text}:{text}}`, and `${{a} == {b} ? {c} : {d}}`.
struct MacroExpansion {
    /// The value of a name, not expanded; `nil` when there is none.
    let value: (String) -> String?

    /// Names inside names go no deeper; a name that contains itself is then left empty.
    private static let maximumDepth = 30

    func expand(_ text: String) -> String { expand(text[...], depth: 0) }

    private func expand(_ text: Substring, depth: Int) -> String {
        guard depth < Self.maximumDepth else { return "" }
        var result = ""
        var rest = text
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[dollar...].dropFirst()
            switch rest.first {
            case "$":
                result += "$"
                rest = rest.dropFirst()
            case "{", "(":
                let (body, after) = Self.enclosed(rest)
                result += macro(body, depth: depth)
                rest = after
            default:
                let name = rest.prefix(while: Self.isNameCharacter)
                rest = rest[name.endIndex...]
                result += named(name, depth: depth)
            }
        }
        return result + rest
    }

    private func named(_ name: Substring, depth: Int) -> String {
        value(String(name)).map { expand($0[...], depth: depth + 1) } ?? ""
    }

    /// What stands between the braces of a macro.
    private func macro(_ body: Substring, depth: Int) -> String {
        if body.first == "{" { return comparison(body, depth: depth) }
        let name = body.prefix(while: Self.isNameCharacter)
        let rest = body[name.endIndex...]
        let value = named(name, depth: depth)
        switch rest.first {
        case "?":
            let (yes, no) = Self.branches(rest.dropFirst())
            return expand(value.isEmpty ? no : yes, depth: depth + 1)
        case ":": return value.isEmpty ? expand(Self.branches(rest.dropFirst()).yes, depth: depth + 1) : ""
        default: return value
        }
    }

    private func comparison(_ body: Substring, depth: Int) -> String {
        let (left, afterLeft) = Self.enclosed(body)
        let operation = Self.trimmed(afterLeft).prefix { $0 != "{" && !$0.isWhitespace }
        let (right, afterRight) = Self.enclosed(Self.trimmed(Self.trimmed(afterLeft)[operation.endIndex...]))
        let rest = Self.trimmed(afterRight)
        let holds = Comparison.holds(
            expand(left, depth: depth + 1), String(operation), expand(right, depth: depth + 1))
        guard rest.first == "?" else { return "" }
        let (yes, no) = Self.branches(rest.dropFirst())
        return expand(holds ? yes : no, depth: depth + 1)
    }

    /// `{text}:{text}`, or a text alone.
    private static func branches(_ text: Substring) -> (yes: Substring, no: Substring) {
        let text = trimmed(text)
        guard text.first == "{" else { return (text, "") }
        let (yes, after) = enclosed(text)
        let rest = trimmed(after)
        guard rest.first == ":" else { return (yes, "") }
        let no = trimmed(rest.dropFirst())
        return (yes, no.first == "{" ? enclosed(no).body : no)
    }

    /// What the bracket that `text` begins with encloses, and what follows it.
    private static func enclosed(_ text: Substring) -> (body: Substring, after: Substring) {
        guard let open = text.first else { return ("", "") }
        let close: Character = open == "{" ? "}" : ")"
        var depth = 0
        for index in text.indices {
            if text[index] == open { depth += 1 }
            if text[index] == close { depth -= 1 }
            if depth == 0 {
                return (text[text.index(after: text.startIndex)..<index], text[text.index(after: index)...])
            }
        }
        return (text.dropFirst(), "")
    }

    private static func trimmed(_ text: Substring) -> Substring { text.drop { $0.isWhitespace } }

    private static func isNameCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "_")
    }
}

/// The comparisons of conditional macros: numbers when both sides are, dotted levels with `level` after the operator,
/// text otherwise.
private enum Comparison {
    static func holds(_ left: String, _ operation: String, _ right: String) -> Bool {
        let isLevel = operation.hasSuffix("level")
        let order = isLevel ? levels(left, right) : plain(left, right)
        switch isLevel ? String(operation.dropLast(5)) : operation {
        case "==": return order == 0
        case "!=": return order != 0
        case "<": return order < 0
        case "<=": return order <= 0
        case ">": return order > 0
        case ">=": return order >= 0
        default: return false
        }
    }

    private static func plain(_ left: String, _ right: String) -> Int {
        if let left = Int(left), let right = Int(right) { return left < right ? -1 : left == right ? 0 : 1 }
        return left < right ? -1 : left == right ? 0 : 1
    }

    private static func levels(_ left: String, _ right: String) -> Int {
        let (left, right) = (numbers(left), numbers(right))
        return left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
    }

    /// Major, minor and patch number; those that are not given are zero.
    private static func numbers(_ level: String) -> [Int] {
        let given = level.split(separator: ".").map { Int($0) ?? 0 }
        return given + Array(repeating: 0, count: max(0, 3 - given.count))
    }
}
