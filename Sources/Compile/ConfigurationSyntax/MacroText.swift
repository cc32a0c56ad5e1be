import ByteScanning

/// A value of main.cf with the names in it told apart from the text (postconf(5), "main.cf file format").
public struct MacroText: Sendable, Equatable {
    public let parts: [Part]
    /// Where each part stands, as bytes of the value, without the `$` and the brackets around it.
    public let ranges: [Range<Int>]

    public indirect enum Part: Sendable, Equatable {
        case text([UInt8])
        /// `$name`, `${name}`, `$(name)`
        case name(Name)
        /// `${name?{text}:{text}}` and its short forms.
        case conditional(Name, ifSet: MacroText?, ifEmpty: MacroText?)
        /// `${{text} == {text} ? {text} : {text}}`; without branches it is `true` or nothing.
        case comparison(Comparison)
        /// `${domain_to_ascii{text}}`
        case function(Name, MacroText)
        /// What is no macro; nothing follows it. It hurts when it is evaluated, which a branch may never be.
        case fault(MacroFault)
    }

    public struct Name: Sendable, Equatable {
        public let text: String
        /// Bytes from the start of the value.
        public let offset: Int
    }

    public struct Comparison: Sendable, Equatable {
        public let left: MacroText
        public let relation: MacroRelation
        public let right: MacroText
        public let ifTrue: MacroText?
        public let ifFalse: MacroText?
    }

    /// - Throws: `MacroFault` for what is no macro, in branches too.
    public init(_ value: [UInt8]) throws(MacroFault) {
        self.init(tolerating: value)
        if let fault = faults.first { throw fault }
    }

    /// A text whose mistakes are parts of it.
    public init(tolerating value: [UInt8]) { self = MacroParser(value).parse() }

    init(parts: [Part], ranges: [Range<Int>]) {
        self.parts = parts
        self.ranges = ranges
    }

    /// Every name in it, in order, those in branches too.
    public var names: [Name] {
        parts.flatMap { part -> [Name] in
            switch part {
            case .name(let name), .conditional(let name, _, _): [name] + part.texts.flatMap(\.names)
            case .text, .comparison, .function, .fault: part.texts.flatMap(\.names)
            }
        }
    }

    /// Every mistake in it, in order, those in branches too.
    public var faults: [MacroFault] {
        parts.flatMap { part -> [MacroFault] in
            if case .fault(let fault) = part { [fault] } else { part.texts.flatMap(\.faults) }
        }
    }

    /// Whether there is nothing to replace.
    public var isPlain: Bool {
        parts.allSatisfy { if case .text = $0 { true } else { false } }
    }
}

extension MacroText.Part {
    /// The texts inside.
    fileprivate var texts: [MacroText] {
        switch self {
        case .text, .name, .fault: []
        case .conditional(_, let ifSet, let ifEmpty): [ifSet, ifEmpty].compactMap { $0 }
        case .comparison(let comparison):
            [comparison.left, comparison.right]
                + [comparison.ifTrue, comparison.ifFalse].compactMap { $0 }
        case .function(_, let argument): [argument]
        }
    }
}
