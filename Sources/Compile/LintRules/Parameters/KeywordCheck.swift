import ByteScanning
import ConfigurationSemantics
import ParameterCatalogue

/// Compares the words of a value with those that a parameter knows.
enum KeywordCheck {
    /// Parameters of which a program stops at a word that it does not know. The others warn in the log or take the word
    /// for nothing.
    private static let strict: Set<String> = [
        "notify_classes", "receive_override_options", "inet_protocols", "smtpd_tls_security_level",
        "smtp_tls_security_level", "lmtp_tls_security_level", "canonical_classes", "masquerade_classes",
        "propagate_unmatched_extensions", "mailbox_delivery_lock", "allow_mail_to_commands",
        "allow_mail_to_files", "prepend_delivered_header", "smtp_host_lookup", "lmtp_host_lookup",
        "smtp_dns_support_level", "lmtp_dns_support_level", "smtp_address_preference",
        "smtp_tls_dane_insecure_mx_policy", "smtpd_forbid_bare_newline", "smtpd_upstream_proxy_protocol",
        "sendmail_fix_line_endings", "postscreen_upstream_proxy_protocol",
        "header_from_format", "info_log_address_format", "smtp_address_verify_target",
        "lmtp_address_verify_target", "mynetworks_style", "reject_tempfail_action",
        "unknown_address_tempfail_action", "unknown_helo_hostname_tempfail_action",
        "unverified_recipient_tempfail_action", "unverified_sender_tempfail_action",
        "lmtp_address_preference", "smtp_dns_resolver_options", "lmtp_dns_resolver_options",
    ]

    /// Lists that may be a bit mask, or have one among their names (postconf(5)).
    private static let bitMasks: Set<String> = ["tls_disable_workarounds", "tls_ssl_options"]

    /// Second names of two work-arounds (postconf(5), `tls_disable_workarounds`).
    private static let aliases: Set<String> = ["cve-2005-2969", "cve-2010-4180"]

    /// So many characters of a message may be the words that a parameter knows.
    private static let listLength = 120

    /// Values with a grammar of their own.
    private static func isFree(_ name: String) -> Bool {
        name.hasSuffix("_protocols") && name.contains("tls") || name.hasSuffix("_loglevel")
            || name.hasSuffix("_cert_match") || name.hasSuffix("_security_options")
            || name == "milter_protocol"
    }

    static func fault(_ text: [UInt8], _ definition: ParameterDefinition) -> ValueCheck.Fault? {
        guard let known = words(of: definition), !isFree(definition.name) else { return nil }
        let value = String(decoding: text, as: UTF8.self)
        let given = value.split { $0 == "," || $0.isWhitespace }.map(String.init)
        let mayBeMask = bitMasks.contains(definition.name)
        let wrong = given.first { word in
            let word = word.lowercased()
            return !known.contains(word) && !(mayBeMask && (isBitMask(word) || aliases.contains(word)))
        }
        guard let wrong else { return nil }
        let message = "\"\(printable(Array(wrong.utf8)))\" is none of " + choice(known, wrong)
        return strict.contains(definition.name) ? .refused(message) : .meaningless(message)
    }

    /// A hexadecimal number, in lower case.
    private static func isBitMask(_ word: String) -> Bool {
        let digits = word.utf8.dropFirst(2)
        return word.hasPrefix("0x") && !digits.isEmpty
            && digits.allSatisfy { ASCII.isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
    }

    /// The words that are known, when they are few; else how many, and which one was meant.
    private static func choice(_ known: [String], _ wrong: String) -> String {
        let list = known.joined(separator: ", ")
        guard list.count > listLength else { return list }
        let meant = NearestName.of(wrong.lowercased(), in: known).map { ", perhaps \($0)" } ?? ""
        return "the \(known.count) words that it knows\(meant)"
    }

    /// The words that may be given; `nil` when the catalogue does not list them all.
    private static func words(of definition: ParameterDefinition) -> [String]? {
        guard !definition.allowed.isEmpty else { return nil }
        var words: [String] = []
        for item in definition.allowed.replacing(" or empty", with: "").split(separator: ",") {
            let word = item.drop { $0 == " " }
            let isWord = word.utf8.allSatisfy {
                ASCII.isAlphanumeric($0) || $0 == ASCII.hyphen || $0 == UInt8(ascii: "_")
            }
            guard isWord, !word.isEmpty else { return nil }
            words.append(word.lowercased())
        }
        return words
    }
}
