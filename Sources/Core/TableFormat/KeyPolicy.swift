import ByteScanning

/// What keys and values may be, and how keys are compared: what `smtputf8_enable` and the options `-f` and `-u` decide
/// for every table of a command or a daemon.
public struct KeyPolicy: Sendable, Equatable {
    public enum Folding: Sendable {
        case none, ascii, unicode
    }

    public var folding: Folding
    /// Refuse text that is not UTF-8.
    public var checksUTF8: Bool
    /// Leave out rules whose result has parts of the key in it (`$1`): who is asked for could choose what is found.
    public var refusesSubstitution = false

    public init(folding: Folding, checksUTF8: Bool) {
        self.folding = folding
        self.checksUTF8 = checksUTF8
    }

    /// The key as it is stored.
    public func fold(_ key: Span<UInt8>) -> [UInt8] {
        switch folding {
        case .none: key.bytes
        case .ascii: foldedCase(key, unicode: false)
        case .unicode: foldedCase(key, unicode: true)
        }
    }
}
