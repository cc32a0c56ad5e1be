import ByteScanning

/// A value of main.cf with the names in it told apart from the text (postconf(5), "main.cf file format").
public struct MacroText: Sendable, Equatable {
    public let parts: [Part]

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

    /// - Throws: `MacroFault` for what is no macro.
    public init(_ value: [UInt8]) throws(MacroFault) { self = try MacroParser(value).parse() }

    init(parts: [Part]) { self.parts = parts }

    /// Every name in it, in order, those in branches too.
    public var names: [Name] {
        parts.flatMap { part -> [Name] in
            switch part {
            case .text: []
            case .name(let name): [name]
            case .conditional(let name, let ifSet, let ifEmpty):
                [name] + (ifSet?.names ?? []) + (ifEmpty?.names ?? [])
            case .comparison(let comparison):
                comparison.left.names + comparison.right.names + (comparison.ifTrue?.names ?? [])
                    + (comparison.ifFalse?.names ?? [])
            case .function(_, let argument): argument.names
            }
        }
    }

    /// Whether there is nothing to replace.
    public var isPlain: Bool {
        parts.allSatisfy { if case .text = $0 { true } else { false } }
    }
}

/// A value of main.cf that cannot be expanded.
public struct MacroFault: Error, Sendable, Equatable {
    public var message: String
    /// Bytes from the start of the value to what is wrong.
    public var offset: Int
    /// Bytes from the start of the value to the text that Postfix shows around the place.
    public var context: Range<Int>
}
