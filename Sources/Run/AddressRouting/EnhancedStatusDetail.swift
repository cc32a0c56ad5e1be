/// What an enhanced status code (RFC 3463) says without its class. The codes X.1.N are about addresses: X.1.0 to X.1.6 about
/// that of a recipient, X.1.7 and X.1.8 about that of a sender (RFC 3463 section 3.2), and smtpd(8) turns each into one
/// that is about what it refuses.
public struct EnhancedStatusDetail: Sendable {
    /// Two numbers, each after a dot: `.1.1`.
    public let text: String

    /// - Parameter code: three numbers, of any class.
    public init(_ code: String) { text = String(code.drop { $0 != "." }) }

    /// The detail that says the same about the role's address.
    public func about(_ role: RecipientValidation.Role) -> String {
        guard let number = addressNumber else { return text }
        let senders = [0, 7, 8, 7, 7, 0, 7, 7, 8]
        let recipients = [0, 1, 2, 3, 4, 5, 6, 3, 2]
        let numbers = role == .sender ? senders : recipients
        return ".1.\(numbers.indices.contains(number) ? numbers[number] : 0)"
    }

    /// The detail of a refusal that is about a client.
    public var aboutNoAddress: String { addressNumber == nil ? text : ".0.0" }

    private var addressNumber: Int? { text.hasPrefix(".1.") ? Int(text.dropFirst(3)) : nil }
}
