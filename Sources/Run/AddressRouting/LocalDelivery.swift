import MailAddress

/// What local(8) does with mail for a local user, as far as tables tell: for explanations, not for delivery.
public indirect enum LocalDelivery: Sendable, Hashable {
    /// Nobody's alias: the user's `.forward` or mailbox, or an unknown user.
    case mailbox(LocalPart)
    /// An alias and what it stands for.
    case alias(LocalPart, owner: MailAddress?, targets: [LocalDelivery])
    /// `|command`.
    case command([UInt8])
    /// `/file/name`.
    case file([UInt8])
    /// `:include:/file/name`, whose addresses are read at delivery.
    case include([UInt8])
    /// An address elsewhere, or one that is to be rewritten and resolved anew.
    case forward(MailAddress)
    /// An alias that comes round to itself through others, or deeper than local(8) follows; mail is returned
    /// with 5.4.6.
    case loop(LocalPart)

    /// All that is at the end of it, each once, without the aliases between.
    public var ends: [LocalDelivery] {
        guard case .alias(_, _, let targets) = self else { return [self] }
        var seen: Set<LocalDelivery> = []
        return targets.flatMap(\.ends).filter { seen.insert($0).inserted }
    }
}

/// One target in an alias's value (aliases(5)).
enum AliasTarget {
    case command([UInt8])
    case file([UInt8])
    case include([UInt8])
    case address(MailAddress)

    /// The target that an address of the list is, in internal form.
    init(_ text: [UInt8]) {
        let include = Array(":include:".utf8)
        if text.first == UInt8(ascii: "|") {
            self = .command(Array(text.dropFirst()))
        } else if text.first == UInt8(ascii: "/") {
            self = .file(text)
        } else if text.starts(with: include) {
            self = .include(Array(text.dropFirst(include.count)))
        } else {
            self = .address(MailAddress(internalForm: text))
        }
    }
}
