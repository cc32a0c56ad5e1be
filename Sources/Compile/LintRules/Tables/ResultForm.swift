import ByteScanning
import ConfigurationSemantics
import ParameterCatalogue

/// What a result of a table may be, by the parameter that names the table (postconf(5)). Access tables and header checks
/// have rules of their own.
enum ResultForm {
    /// The number of a user or a group, not below the smallest.
    case account(minimum: Int)
    /// `level name=value ...` of smtp_tls_policy_maps.
    case tlsPolicy
    /// One of some words, in any case.
    case word(Set<String>)
    /// Any number of some words.
    case words(Set<String>)
    /// `DUNNO`, or a number up to a largest.
    case numberOrDunno(maximum: Int)
    /// An enhanced status code and text.
    case deliveryStatus
    /// A reply code and text.
    case reply
    /// `DISABLE`, or filters as in smtpd_milters.
    case milters
    /// One address.
    case address

    /// What is wrong with a result.
    struct Fault {
        var message: String
        /// Whether what the result is for fails; otherwise it is as if there were no result.
        var isFailure = true
    }

    /// `nil` for a parameter with results that can be anything.
    init?(_ parameter: String, _ scope: ServiceScope) {
        switch parameter {
        case "virtual_uid_maps": self = .account(minimum: scope.integer("virtual_minimum_uid") ?? 1)
        case "virtual_gid_maps": self = .account(minimum: 1)
        case "smtp_tls_policy_maps", "lmtp_tls_policy_maps", "tlsproxy_client_policy_maps": self = .tlsPolicy
        case "smtp_tls_per_site", "lmtp_tls_per_site", "tlsproxy_client_per_site":
            self = .word(["none", "may", "must", "must_nopeermatch"])
        case "postscreen_access_list": self = .words(["permit", "reject", "dunno", "permit_mynetworks"])
        case "smtp_requiretls_policy", "lmtp_requiretls_policy":
            self = .word(["enforce", "opportunistic+starttls", "opportunistic", "disable"])
        case "smtpd_milter_maps": self = .milters
        case "rbl_reply_maps": self = .reply
        case "canonical_maps", "sender_canonical_maps", "recipient_canonical_maps", "recipient_bcc_maps",
            "sender_bcc_maps":
            self = .address
        default:
            guard let form = Self.ofKin(parameter) else { return nil }
            self = form
        }
    }

    private static func ofKin(_ parameter: String) -> ResultForm? {
        if parameter.hasSuffix("_discard_ehlo_keyword_address_maps")
            || parameter == "lmtp_discard_lhlo_keyword_address_maps"
        {
            return .words(words(of: "smtpd_discard_ehlo_keywords"))
        }
        if parameter.hasSuffix("_pix_workaround_maps") { return .words(words(of: "smtp_pix_workarounds")) }
        if parameter.hasSuffix("_dns_reply_filter") { return .word(["ignore"]) }
        if parameter.hasSuffix("_delivery_status_filter") { return .deliveryStatus }
        if parameter.hasSuffix("_tls_loglevel_maps") { return .numberOrDunno(maximum: 4) }
        return nil
    }

    private static func words(of parameter: String) -> Set<String> {
        let allowed = ParameterCatalogue.definition(of: parameter)?.allowed ?? ""
        return Set(allowed.split { $0 == "," || $0 == " " }.map { $0.lowercased() })
    }

    /// - Parameter text: the result; it has no groups of a pattern.
    func fault(_ text: String, _ parameter: String) -> Fault? {
        // Most tables have addresses, and most of these are one word.
        if case .address = self, !text.utf8.contains(where: Self.separates) { return nil }
        let words = text.utf8.split(whereSeparator: Self.separates).map { String(Substring($0)) }
        switch self {
        case .account(let minimum): return Self.faultOfAccount(text, minimum, parameter)
        case .tlsPolicy: return TLSPolicyResult.fault(words)
        case .word(let known): return Self.fault(of: words.prefix(1), known, parameter)
        case .words(let known): return Self.fault(of: words[...], known, parameter)
        case .numberOrDunno(let maximum):
            if let number = Int(text), (0...maximum).contains(number) { return nil }
            return text.lowercased() == "dunno"
                ? nil
                : Fault(
                    message: "\"\(text)\" is neither DUNNO nor a number up to \(maximum)", isFailure: false)
        case .deliveryStatus: return Self.faultOfStatus(words)
        case .reply:
            let isReply =
                words.count > 1 && words[0].utf8.count == 3 && words[0].utf8.allSatisfy(ASCII.isDigit)
            return isReply ? nil : Fault(message: "a reply begins with a code, such as 554", isFailure: false)
        case .milters: return Self.faultOfMilters(text)
        case .address:
            let isOne = words.count < 2 || text.contains("\"") || text.contains("<") || text.contains("(")
            return isOne ? nil : Fault(message: "\(parameter) takes one address", isFailure: false)
        }
    }

    private static func separates(_ byte: UInt8) -> Bool { byte == ASCII.comma || ASCII.isSpace(byte) }

    private static func faultOfAccount(_ text: String, _ minimum: Int, _ parameter: String) -> Fault? {
        guard let number = Int(text), text.utf8.allSatisfy(ASCII.isDigit) else {
            return Fault(message: "\"\(text)\" is no number, as \(parameter) needs it")
        }
        guard number < minimum else { return nil }
        return Fault(message: "\(number) is below \(minimum), the smallest number for \(parameter)")
    }

    private static func fault(
        of words: ArraySlice<String>, _ known: Set<String>, _ parameter: String
    ) -> Fault? {
        guard let wrong = words.first(where: { !known.contains($0.lowercased()) }) else { return nil }
        // An unknown keyword is passed over, and so is what postscreen does not know.
        let isFailure = parameter.hasSuffix("_per_site") || parameter.hasSuffix("_dns_reply_filter")
        let names = known.sorted().joined(separator: ", ")
        return Fault(message: "\"\(wrong)\" is none of \(names)", isFailure: isFailure)
    }

    private static func faultOfStatus(_ words: [String]) -> Fault? {
        let parts = (words.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
        let isCode =
            parts.count == 3 && ["2", "4", "5"].contains(parts[0])
            && parts.allSatisfy { (1...3).contains($0.count) && $0.utf8.allSatisfy(ASCII.isDigit) }
        return isCode ? nil : Fault(message: "a result begins with a status such as 5.1.1", isFailure: false)
    }

    private static func faultOfMilters(_ text: String) -> Fault? {
        guard text.uppercased() != "DISABLE", !text.contains("{"), !text.contains("$") else { return nil }
        let words = text.utf8.split(whereSeparator: separates).map { Substring($0) }
        guard let wrong = words.first(where: { !$0.contains(":") }) else { return nil }
        return Fault(message: "\"\(wrong)\" is no filter; expected DISABLE, or inet:host:port, or unix:path")
    }
}
