// Parameters: Messages: headers, MIME and content.

extension Parameter where Value == Bool {
    public static var alwaysAddMissingHeaders: Self {
        Self(
            "always_add_missing_headers", default: "no", since: "2.6", programs: "cleanup",
            summary: "Add missing From/To/Date/Message-ID headers for all mail, not only for local clients")
    }

    public static var cleanupReplaceStrayCRLF: Self {
        Self(
            "cleanup_replace_stray_cr_lf", default: "yes", since: "3.9", programs: "cleanup",
            summary: "Replace stray CR or LF bytes in message content by a space")
    }

    public static var detect8bitEncodingHeader: Self {
        Self(
            "detect_8bit_encoding_header", default: "yes", since: "2.5", programs: "cleanup",
            summary: "Learn 8BITMIME content from Content-Transfer-Encoding headers")
    }

    public static var disableMIMEInputProcessing: Self {
        Self(
            "disable_mime_input_processing", default: "no", since: "2.0", programs: "* cleanup",
            summary: "Do not parse MIME in incoming mail")
    }

    public static var disableMIMEOutputConversion: Self {
        Self(
            "disable_mime_output_conversion", default: "no", since: "2.0", programs: "* smtp lmtp",
            summary: "Never convert 8-bit mail for servers without 8BITMIME")
    }

    public static var disableVERPBounces: Self {
        Self(
            "disable_verp_bounces", default: "no", since: "1.1", programs: "cleanup oqmgr qmgr",
            summary: "Do not send one bounce per recipient for VERP mail")
    }

    public static var enableErrorsTo: Self {
        Self(
            "enable_errors_to", default: "no", lifecycle: .removed(since: "2.2"),
            summary: "Send errors to the Errors-To: header address")
    }

    public static var enableIDNA2003Compatibility: Self {
        Self(
            "enable_idna2003_compatibility", default: "no", since: "3.2", programs: "*",
            summary: "Use transitional IDNA processing")
    }

    public static var enableOriginalRecipient: Self {
        Self(
            "enable_original_recipient", default: "yes", since: "2.1", programs: "* cleanup",
            summary: "Record and use the recipient address from before rewriting")
    }

    public static var forceMIMEInputConversion: Self {
        Self(
            "force_mime_input_conversion", default: "no", since: "3.9", programs: "cleanup",
            summary: "Convert 8-bit bodies to quoted-printable as mail is received")
    }

    public static var smtputf8Enable: Self {
        Self(
            "smtputf8_enable", default: "${{$compatibility_level} <level {1} ? {no} : {yes}}",
            since: "3.0",
            programs: "* bounce cleanup oqmgr postscreen qmgr sendmail smtp lmtp smtpd trivial-rewrite",
            summary: "Support internationalized email")
    }

    public static var strict7bitHeaders: Self {
        Self(
            "strict_7bit_headers", default: "no", since: "2.0", programs: "* cleanup",
            summary: "Reject 8-bit headers")
    }

    public static var strict8bitmime: Self {
        Self(
            "strict_8bitmime", default: "no", since: "2.0", programs: "* cleanup",
            summary: "Reject 8-bit headers and undeclared 8-bit bodies")
    }

    public static var strict8bitmimeBody: Self {
        Self(
            "strict_8bitmime_body", default: "no", since: "2.0", programs: "* cleanup",
            summary: "Reject undeclared 8-bit bodies")
    }

    public static var strictMIMEEncodingDomain: Self {
        Self(
            "strict_mime_encoding_domain", default: "no", since: "2.0", programs: "* cleanup",
            summary: "Reject invalid encodings of message/* and multipart/*")
    }

    public static var strictSMTPUTF8: Self {
        Self(
            "strict_smtputf8", default: "no", since: "3.0", programs: "* smtpd",
            summary: "Accept UTF-8 addresses only in SMTPUTF8 transactions")
    }

    public static var sunMailtoolCompatibility: Self {
        Self(
            "sun_mailtool_compatibility", default: "no",
            lifecycle: .obsolete(since: "", replacement: "mailbox_delivery_lock"), programs: "local",
            summary: "Obsolete mailbox locking option")
    }
}

extension Parameter where Value == AddressText {
    public static var alwaysBcc: Self {
        Self(
            "always_bcc", default: "", programs: "cleanup",
            summary: "One address that gets a blind copy of every message received")
    }
}

extension Parameter where Value == MatchList {
    public static var authorizedVERPClients: Self {
        Self(
            "authorized_verp_clients", default: "", meaning: "host name and address match list",
            since: "1.1", lifecycle: .renamed(since: "3.11", replacement: "smtpd_authorized_verp_clients"),
            summary: "Former name of smtpd_authorized_verp_clients")
    }

    public static var masqueradeExceptions: Self {
        Self(
            "masquerade_exceptions", default: "", meaning: "string match list", programs: "cleanup",
            summary: "User names that are not masqueraded")
    }
}

extension Parameter where Value == TableList {
    public static var bodyChecks: Self {
        Self(
            "body_checks", default: "", meaning: "content", programs: "cleanup",
            summary: "Tables applied to each body line")
    }

    public static var headerChecks: Self {
        Self(
            "header_checks", default: "", meaning: "content", programs: "cleanup",
            summary: "Tables applied to each primary message header")
    }

    public static var mimeHeaderChecks: Self {
        Self(
            "mime_header_checks", default: "$header_checks", meaning: "content", since: "2.0",
            programs: "cleanup", summary: "Tables applied to MIME headers")
    }

    public static var nestedHeaderChecks: Self {
        Self(
            "nested_header_checks", default: "$header_checks", meaning: "content", since: "2.0",
            programs: "cleanup", summary: "Tables applied to headers of attached messages")
    }

    public static var recipientBccMaps: Self {
        Self(
            "recipient_bcc_maps", default: "", since: "2.1", programs: "cleanup",
            summary: "Blind copy address per envelope recipient")
    }

    public static var senderBccMaps: Self {
        Self(
            "sender_bcc_maps", default: "", since: "2.1", programs: "cleanup",
            summary: "Blind copy address per envelope sender")
    }
}

extension Parameter where Value == ByteCount {
    public static var bodyChecksSizeLimit: Self {
        Self(
            "body_checks_size_limit", default: "51200", since: "2.0", programs: "cleanup",
            summary: "Number of bytes of each body segment that body_checks sees")
    }

    public static var headerSizeLimit: Self {
        Self(
            "header_size_limit", default: "102400", minimum: 1, programs: "* cleanup",
            summary: "Bytes kept of one message header")
    }

    public static var lineLengthLimit: Self {
        Self(
            "line_length_limit", default: "2048", minimum: 512,
            programs:
                "* cleanup local pickup postdrop postscreen posttls-finger qmqpd sendmail smtp lmtp smtpd",
            summary: "Longest piece into which input lines are split (at least 512)")
    }

    public static var messageSizeLimit: Self {
        Self(
            "message_size_limit", default: "10240000",
            programs: "* cleanup local postdrop postscreen qmqpd sendmail smtpd virtual",
            summary: "Largest message including envelope")
    }

    public static var mimeBoundaryLengthLimit: Self {
        Self(
            "mime_boundary_length_limit", default: "2048", minimum: 1, since: "2.0", programs: "*",
            summary: "Significant length of MIME boundary strings")
    }
}

extension Parameter where Value == String {
    public static var cleanupServiceName: Self {
        Self(
            "cleanup_service_name", default: "cleanup", minimum: 1, meaning: "service name", since: "2.0",
            programs: "* local pickup qmqpd smtpd", summary: "master.cf name of the cleanup(8) service")
    }

    public static var contentFilter: Self {
        Self(
            "content_filter", default: "", meaning: "transport:nexthop", programs: "pickup qmqpd smtpd",
            summary: "Transport:nexthop to which every queued message is sent for content filtering")
    }

    public static var defaultFilterNexthop: Self {
        Self(
            "default_filter_nexthop", default: "", meaning: "nexthop", since: "2.7",
            programs: "oqmgr qmgr",
            summary: "Next hop for content_filter/FILTER when none is given; empty uses the recipient domain")
    }

    public static var defaultVERPDelimiters: Self {
        Self(
            "default_verp_delimiters", default: "+=", minimum: 2, meaning: "character set", since: "1.1",
            programs: "* sendmail smtpd", summary: "The two VERP separator characters (exactly two)")
    }

    public static var fullNameEncodingCharset: Self {
        Self(
            "full_name_encoding_charset", default: "utf-8", minimum: 1, meaning: "charset name",
            since: "3.10", programs: "cleanup",
            summary: "Charset label for RFC 2047 encoded full names that Postfix generates")
    }

    public static var messageRejectCharacters: Self {
        Self(
            "message_reject_characters", default: "", meaning: "character C escapes", since: "2.3",
            programs: "cleanup", summary: "Characters whose presence rejects a message")
    }

    public static var messageStripCharacters: Self {
        Self(
            "message_strip_characters", default: "", meaning: "character C escapes", since: "2.3",
            programs: "cleanup", summary: "Characters removed from message content")
    }

    public static var undisclosedRecipientsHeader: Self {
        Self(
            "undisclosed_recipients_header", default: "", meaning: "header", programs: "cleanup",
            summary: "Header added when a message has no To or Cc")
    }

    public static var verpDelimiterFilter: Self {
        Self(
            "verp_delimiter_filter", default: "-=+", minimum: 1, meaning: "character set", since: "1.1",
            programs: "* qmqpd sendmail smtpd", summary: "Characters allowed as VERP delimiters")
    }
}

extension Parameter where Value == Int {
    public static var extractRecipientLimit: Self {
        Self(
            "extract_recipient_limit", default: "10240", lifecycle: .removed(since: "2.1"),
            summary: "Recipients that sendmail -t took from headers")
    }

    public static var headerAddressTokenLimit: Self {
        Self(
            "header_address_token_limit", default: "10240", minimum: 1, programs: "* cleanup",
            summary: "Address tokens kept per address header")
    }

    public static var hopcountLimit: Self {
        Self(
            "hopcount_limit", default: "50", minimum: 1, programs: "cleanup",
            summary: "Received: headers after which a message is bounced")
    }

    public static var mimeNestingLimit: Self {
        Self(
            "mime_nesting_limit", default: "100", minimum: 1, since: "2.0", programs: "*",
            summary: "Deepest MIME nesting accepted")
    }

    public static var queueFileAttributeCountLimit: Self {
        Self(
            "queue_file_attribute_count_limit", default: "100", minimum: 1, since: "2.0",
            programs: "cleanup", summary: "Attributes stored in one queue file")
    }
}

extension Parameter where Value == Keyword {
    public static var headerFromFormat: Self {
        Self(
            "header_from_format", default: "standard", minimum: 1, allowed: "standard, obsolete",
            since: "3.3", programs: "bounce cleanup lmtp smtp smtpd",
            summary: "Layout of From: headers that Postfix generates")
    }

    public static var infoLogAddressFormat: Self {
        Self(
            "info_log_address_format", default: "external", minimum: 1, allowed: "external, internal",
            since: "3.5", programs: "* cleanup smtpd",
            summary: "Whether logged addresses are quoted (external) or not")
    }

    public static var nonEmptyEndOfHeaderAction: Self {
        Self(
            "non_empty_end_of_header_action", default: "fix_quietly", minimum: 1,
            allowed: "fix_quietly, add_header, reject", since: "3.11", programs: "cleanup",
            summary: "What to do when the header ends with a non-empty line")
    }

    public static var sendmailFixLineEndings: Self {
        Self(
            "sendmail_fix_line_endings", default: "always", minimum: 1, allowed: "always, strict, never",
            since: "2.9", programs: "sendmail", summary: "When sendmail(1) turns CRLF into LF")
    }
}

extension Parameter where Value == KeywordSet {
    public static var masqueradeClasses: Self {
        Self(
            "masquerade_classes", default: "envelope_sender, header_sender, header_recipient",
            allowed: "envelope_sender, envelope_recipient, header_sender, header_recipient", since: "1.1",
            programs: "cleanup", summary: "Which addresses are masqueraded")
    }

    public static var receiveOverrideOptions: Self {
        Self(
            "receive_override_options", default: "",
            allowed: "no_unknown_recipient_checks, no_address_mappings, no_header_body_checks, no_milters",
            since: "2.1", programs: "pickup qmqpd smtpd",
            summary: "Processing steps skipped for mail that enters through this service")
    }

    public static var smtputf8AutodetectClasses: Self {
        Self(
            "smtputf8_autodetect_classes", default: "sendmail, verify", minimum: 1,
            allowed: "sendmail, smtpd, qmqpd, forward, bounce, notify, verify, all", since: "3.0",
            programs: "*", summary: "Mail origins for which SMTPUTF8 need is detected")
    }
}

extension Parameter where Value == WordList {
    public static var masqueradeDomains: Self {
        Self(
            "masquerade_domains", default: "", meaning: "[!]domain", programs: "cleanup",
            summary: "Domains to which subdomain addresses are cut back; first match wins")
    }

    public static var messageDropHeaders: Self {
        Self(
            "message_drop_headers", default: "bcc, content-length, resent-bcc, return-path",
            meaning: "header name", since: "3.0", programs: "* cleanup",
            summary: "Headers that cleanup(8) removes")
    }
}
