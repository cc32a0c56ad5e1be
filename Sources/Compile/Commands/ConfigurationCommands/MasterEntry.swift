import ByteScanning
import CommandSupport
import ConfigurationSyntax

/// A line of master.cf as `postconf` sees it: its words, put in order, and the parameters that its options set.
/// What a daemon would refuse is kept.
struct MasterEntry {
    /// Eight columns, then arguments: an option that takes a value is a word of its own.
    var words: [[UInt8]]
    /// The last value of each parameter that `-o` sets.
    private(set) var parameters: [String: [UInt8]] = [:]
    /// What is wrong with braces and with `-o`.
    private(set) var complaints: [[UInt8]] = []

    var name: [UInt8] { words[0] }
    var kind: [UInt8] { words[1] }
    var label: [UInt8] { name + [ASCII.slash] + kind }

    static let commandColumn = 7

    /// Why a line is no entry.
    enum Fault: Error {
        case fieldCount
        /// A column with a value that it cannot have.
        case field(ServiceField, [UInt8])
    }

    init(_ text: [UInt8]) throws(Fault) {
        let bytes = text.span
        let ranges = WordScanner.words(0..<bytes.count, in: bytes, separator: WordScanner.isBlank)
        guard ranges.count > Self.commandColumn else { throw .fieldCount }
        words = ranges.map { bytes.bytes($0) }
        for field in ServiceField.allCases where field != .command {
            guard field.accepts(words[field.column]) else { throw .field(field, words[field.column]) }
        }
        normalize()
    }

    /// Puts the words after the command in order and finds the parameters among them.
    mutating func normalize() {
        complaints = []
        separateOptions()
        collectParameters()
    }

    /// Takes options apart from each other and from their values, and texts out of their braces.
    private mutating func separateOptions() {
        var index = Self.commandColumn + 1
        while index < words.count, Self.isOption(words[index]) {
            separateOverride(at: &index)
            if Self.takesValue(words[index]), index + 1 < words.count {
                let isSetting = words[index] == Self.override
                index += 1
                if words[index].first == ASCII.openBrace {
                    words[index] = isSetting ? setting(words[index]) : inside(words[index])
                }
            }
            index += 1
        }
        while index < words.count {
            if words[index].first == ASCII.openBrace { words[index] = inside(words[index]) }
            index += 1
        }
    }

    /// Makes `-vo` two words, and `-oname=value`.
    private mutating func separateOverride(at index: inout Int) {
        let word = words[index]
        guard let letter = word.dropFirst().firstIndex(of: UInt8(ascii: "o")) else { return }
        if letter > 1 {
            words[index] = Array(word[..<letter])
            words.insert([ASCII.hyphen] + word[letter...], at: index + 1)
            index += 1
        }
        if word.count > letter + 1 {
            words[index] = Self.override
            words.insert(Array(word[(letter + 1)...]), at: index + 1)
        }
    }

    private mutating func collectParameters() {
        parameters = [:]
        for index in overrideIndexes {
            guard let setting = Self.split(words[index]) else { continue }
            parameters[String(decoding: setting.name, as: UTF8.self)] = Array(setting.value)
        }
    }

    /// Where the values of `-o` stand.
    var overrideIndexes: [Int] {
        var indexes: [Int] = []
        var index = Self.commandColumn + 1
        while index < words.count, Self.isOption(words[index]) {
            if Self.takesValue(words[index]), index + 1 < words.count {
                index += 1
                if words[index - 1] == Self.override { indexes.append(index) }
            }
            index += 1
        }
        return indexes
    }

    /// Where the options end.
    var endOfOptionsIndex: Int {
        var index = Self.commandColumn + 1
        while index < words.count, Self.isOption(words[index]) {
            index += Self.takesValue(words[index]) && index + 1 < words.count ? 2 : 1
        }
        return index
    }
}

extension MasterEntry {
    static let override = Array("-o".utf8)
    static let endOfOptions = Array("--".utf8)

    /// Whether a word is an option; the first that is none ends them.
    static func isOption(_ word: [UInt8]) -> Bool {
        word.first == ASCII.hyphen && word.count > 1 && word != endOfOptions
    }

    /// Whether the next word belongs to this option.
    static func takesValue(_ word: [UInt8]) -> Bool {
        isOption(word) && word[1] == UInt8(ascii: "o")
    }

    /// `name=value` cut in two, the white space around both taken away; `nil` for what is no setting.
    static func split(_ text: [UInt8]) -> (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
        if case .success(let parts) = NameValue.split(text) { (parts.name, parts.value) } else { nil }
    }

    /// What braces enclose.
    private mutating func inside(_ word: [UInt8]) -> [UInt8] {
        let text = BracedText(word)
        if let complaint = text.complaint { complain(complaint) }
        return text.inside
    }

    /// `name=value` of `{ name = value }`.
    private mutating func setting(_ word: [UInt8]) -> [UInt8] {
        let text = inside(word)
        switch NameValue.split(text) {
        case .success(let parts): return parts.name + [ASCII.equals] + parts.value
        case .failure(let fault):
            complain(Array("\(fault.message): \"".utf8) + text + Array("\"".utf8))
            return text
        }
    }

    private mutating func complain(_ complaint: [UInt8]) {
        complaints.append(Array("master.cf: ".utf8) + complaint)
    }
}
