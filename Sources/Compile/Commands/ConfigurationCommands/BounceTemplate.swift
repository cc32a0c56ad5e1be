import ByteScanning

/// The text that a delivery status notification begins with (bounce(5)).
struct BounceTemplate {
    enum Kind: String, CaseIterable {
        case failure, delay, success, verify

        /// The name in a template file.
        var name: String { rawValue + "_template" }
    }

    /// What may stand before the text.
    enum Header: String, CaseIterable {
        case charset = "Charset"
        case from = "From"
        case subject = "Subject"
        case postmasterSubject = "Postmaster-Subject"

        /// The header that the text before a colon names.
        init?(label: ArraySlice<UInt8>) {
            let folded = label.map(ASCII.lowercased)
            guard let header = Self.allCases.first(where: { Array($0.rawValue.lowercased().utf8) == folded })
            else { return nil }
            self = header
        }
    }

    var headers: [Header: [UInt8]]
    /// Lines with their newlines.
    var body: [[UInt8]]
    /// The name of the file it comes from; empty for the built-in one.
    var file = ""

    init(_ kind: Kind) {
        headers = [
            .charset: Array("us-ascii".utf8), .from: Array("Mail Delivery System <MAILER-DAEMON>".utf8),
        ]
        switch kind {
        case .failure:
            headers[.subject] = Array("Your message was not delivered".utf8)
            headers[.postmasterSubject] = Array("Postmaster copy: a message was not delivered".utf8)
        case .delay:
            headers[.subject] = Array("Your message is delayed; it will be tried again".utf8)
            headers[.postmasterSubject] = Array("Postmaster warning: a message is delayed".utf8)
        case .success: headers[.subject] = Array("Your message was delivered".utf8)
        case .verify: headers[.subject] = Array("What would happen to your message".utf8)
        }
        body = Self.lines(Self.text(kind))
    }

    static func lines(_ text: String) -> [[UInt8]] {
        text.utf8.split(separator: ASCII.newline, omittingEmptySubsequences: false).dropLast()
            .map { Array($0) + [ASCII.newline] }
    }

    private static func text(_ kind: Kind) -> String {
        switch kind {
        case .failure:
            """
            This message was written by the mail system on $myhostname.

            Your message could not be delivered to one or more of its recipients.
            What went wrong is said below for each of them, and your message is
            attached.

            If you need help, write to postmaster and attach this report; the copy
            of your message may be left out.

                                                     The mail system

            """
        case .delay:
            """
            This message was written by the mail system on $myhostname.

            THIS IS ONLY A WARNING. THERE IS NO NEED TO SEND YOUR MESSAGE AGAIN.

            Your message has been waiting for more than $delay_warning_time_hours hour(s).
            It will be tried until it is $maximal_queue_lifetime_days day(s) old.

            If you need help, write to postmaster and attach this report; the copy
            of your message may be left out.

                                                     The mail system

            """
        case .success:
            """
            This message was written by the mail system on $myhostname.

            Your message was delivered to the destinations below. Where that was a
            mailbox, no other report will follow; where it was another system, that
            system may still report an error.

                                                     The mail system

            """
        case .verify:
            """
            This message was written by the mail system on $myhostname.

            You asked what would happen to a message. The answer is below.

                                                     The mail system

            """
        }
    }
}
