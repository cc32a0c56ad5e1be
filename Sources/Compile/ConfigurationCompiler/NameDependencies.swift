import ByteScanning

/// Which values change when a name gets another value.
struct NameDependencies {
    /// The names whose text has the name in it.
    private var users: [String: [String]] = [:]

    /// Every name in the text counts, in branches that are not taken too.
    mutating func add(_ name: String, text: [UInt8]) {
        var index = 0
        while index < text.count {
            guard text[index] == ASCII.dollar else {
                index += 1
                continue
            }
            index += 1
            while index < text.count, Self.isBeforeName(text[index]) { index += 1 }
            let start = index
            while index < text.count, Self.isInName(text[index]) { index += 1 }
            if index > start {
                users[String(decoding: text[start..<index], as: UTF8.self), default: []].append(name)
            }
        }
    }

    /// Some names that some values depend on without saying so.
    mutating func add(_ name: String, dependsOn others: [String]) {
        for other in others { users[other, default: []].append(name) }
    }

    /// `name` and all that depends on it.
    func closure(of name: String) -> Set<String> {
        var found: Set = [name]
        var rest = [name]
        while let name = rest.popLast() {
            for user in users[name] ?? [] where found.insert(user).inserted { rest.append(user) }
        }
        return found
    }

    private static func isBeforeName(_ byte: UInt8) -> Bool {
        byte == ASCII.openBrace || byte == ASCII.openParenthesis || ASCII.isSpace(byte)
    }

    private static func isInName(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_")
    }
}
