/// The commands of an SMTP session whose restriction lists a restriction can stand in.
public struct RestrictionPhases: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let client = Self(rawValue: 1)
    public static let helo = Self(rawValue: 2)
    public static let sender = Self(rawValue: 4)
    public static let relay = Self(rawValue: 8)
    public static let recipient = Self(rawValue: 16)
    public static let data = Self(rawValue: 32)
    public static let endOfData = Self(rawValue: 64)
    public static let etrn = Self(rawValue: 128)
    public static let all = Self(rawValue: 255)

    /// The phase of a list such as `smtpd_client_restrictions`; `nil` for a name of another kind.
    public init?(listName: String) {
        switch listName {
        case "smtpd_client_restrictions": self = .client
        case "smtpd_helo_restrictions": self = .helo
        case "smtpd_sender_restrictions": self = .sender
        case "smtpd_relay_restrictions": self = .relay
        case "smtpd_recipient_restrictions": self = .recipient
        case "smtpd_data_restrictions": self = .data
        case "smtpd_end_of_data_restrictions": self = .endOfData
        case "smtpd_etrn_restrictions": self = .etrn
        default: return nil
        }
    }
}

/// All that is known of an access restriction (postconf(5) of Postfix 3.12).
public struct RestrictionDefinition: Sendable {
    public enum Argument: Sendable {
        case none
        /// `type:name`, or such a table in braces with options.
        case table
        /// The domain of a DNS list, with a filter for its answers after `=`.
        case domain
        case number
        /// A policy service, `type:endpoint`, or such a service in braces with options.
        case endpoint
        /// It is said before another restriction.
        case prefix
    }

    public enum Fate: Sendable {
        case current, deprecated
        /// The old name of another restriction.
        case alias
        /// Postfix refuses it in each session.
        case removed
    }

    public let name: String
    public let argument: Argument
    /// Lists where there is something to test.
    public let phases: RestrictionPhases
    /// Lists that are added when all lists run at RCPT TO (`smtpd_delay_reject`).
    public let delayedPhases: RestrictionPhases
    public let fate: Fate
    /// What to write instead; empty when there is nothing.
    public let replacement: String
    /// Whether it keeps strangers from relaying, one of which an SMTP server must have.
    public let guardsRelay: Bool

    init(
        _ name: String, _ argument: Argument, phases: RestrictionPhases = [],
        delayed: RestrictionPhases = [], fate: Fate = .current, replacement: String = "",
        guardsRelay: Bool = false
    ) {
        self.name = name
        self.argument = argument
        self.phases = phases
        delayedPhases = delayed
        self.fate = fate
        self.replacement = replacement
        self.guardsRelay = guardsRelay
    }
}

/// Every access restriction by its name.
public enum RestrictionCatalogue {
    /// Names are compared without regard to case, as Postfix does.
    public static func definition(of name: String) -> RestrictionDefinition? {
        let name = name.lowercased()
        return all.first { $0.name == name }
    }
}
