import ByteScanning
import CommandSupport
import ConfigurationSemantics

/// What `postconf` has to say of a configuration.
struct Reporter {
    let messages: Messages
    /// The directory of the configuration, as it was named.
    let directory: String
    /// Whether somebody named the directory, which makes it a setting like those of main.cf.
    let isDirectoryGiven: Bool

    func warning(_ text: String) { messages.warning(Self.shown(text.utf8)) }

    func warning(_ text: [UInt8]) { messages.warning(Self.shown(text)) }

    /// What an expansion that failed says before the command gives up.
    ///
    /// - Parameter reader: who wanted the value, in the words of Postfix.
    func failure(_ failure: ExpansionFailure, reader: String = "") -> FatalError {
        if case .invalid(let message, _) = failure { return FatalError(message) }
        warning(failure.warning)
        return FatalError(reader + "macro processing error")
    }

    /// A text that may hold anything, with `?` for each byte that is not printable ASCII, as Postfix logs it.
    static func shown(_ text: some Sequence<UInt8>) -> String {
        String(decoding: text.map { ASCII.isPrintable($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}
