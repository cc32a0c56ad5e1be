import CompiledTables
import GenerationFormat
import NetworkAddress
import ParameterCatalogue
import Testing

/// What a daemon reads from a generation.
@Suite struct ConfigurationTests {
    @Test func `parameters have their types and units`() throws {
        let workspace = try Workspace(
            main: """
                smtpd_timeout = 5m
                smtpd_hard_error_limit = 7
                message_size_limit = 123456789012
                disable_vrfy_command = YES
                smtpd_helo_restrictions =
                notify_classes = bounce, policy
                mail_owner = mail
                """)
        let configuration = try workspace.generation().configuration()
        #expect(configuration[.smtpdTimeout] == .seconds(300))
        #expect(configuration[.smtpdHardErrorLimit] == 7)
        #expect(configuration[.messageSizeLimit] == ByteCount(123_456_789_012))
        #expect(configuration[.disableVRFYCommand])
        #expect(configuration[.smtpdHELORestrictions].restrictions == [])
        #expect(configuration[.notifyClasses].words == ["bounce", "policy"])
        #expect(configuration[.mailOwner].text == "mail")
        #expect(configuration[.queueRunDelay] == .seconds(300))
    }

    @Test func `defaults follow other parameters and the compatibility level`() throws {
        let workspace = try Workspace(
            main: "compatibility_level = 3.6\nmyhostname = mail.example.org\nmaximal_backoff_time = 1h\n")
        let configuration = try workspace.generation().configuration()
        #expect(configuration[.mydomain] == "example.org")
        #expect(configuration[.smtpdBanner] == "mail.example.org ESMTP Postroom")
        #expect(configuration[.transportMaps].tables == [])
        #expect(configuration[.appendDotMydomain] == false)
    }

    @Test func `a service has its overrides and what depends on them`() throws {
        let workspace = try Workspace(
            main: "myhostname = a.example.com\n",
            master: """
                smtp inet n - n - - smtpd
                2525 inet n - n - - smtpd
                  -o myhostname=b.example.com -o { smtpd_recipient_restrictions = reject }
                  -o syslog_name=postfix/$service_name
                """)
        let generation = try workspace.generation()
        let first = try generation.configuration(of: "smtp/inet")
        let second = try generation.configuration(of: "2525/inet")
        #expect(first[.smtpdBanner].hasPrefix("a.example.com"))
        #expect(second[.smtpdBanner].hasPrefix("b.example.com"))
        #expect(second[.smtpdRecipientRestrictions].restrictions == [Restriction(name: "reject")])
        #expect(second[.syslogName] == "postfix/2525")
        #expect(second.origin(of: "myhostname")?.origin == .master)
        #expect(second.origin(of: "myhostname")?.line == 3)
        #expect(first.origin(of: "myhostname")?.line == 1)
    }

    @Test func `a transport has parameters under its name`() throws {
        let workspace = try Workspace(
            main: "slow_destination_concurrency_limit = 2\n",
            master: "slow unix - - n - - smtp\npolicy unix - n n - - spawn\n  user=nobody argv=/bin/true\n")
        let configuration = try workspace.generation().configuration()
        #expect(configuration[.transportDestinationConcurrencyLimit, "slow"] == 2)
        #expect(configuration[.transportDestinationRecipientLimit, "slow"] == 50)
        #expect(configuration[.transportTimeLimit, "policy"] == .seconds(1000))
        #expect(configuration[.transportDestinationConcurrencyLimit, "nowhere"] == nil)
    }

    @Test func `services come in their order with all their columns`() throws {
        let workspace = try Workspace(
            master: """
                # a comment
                smtp      inet  n       -       y       -       20      smtpd -v
                pickup    unix  n       -       n       60      1       pickup
                flush     unix  n       -       n       1000?   0       flush
                filter    unix  -       n       n       -       10      pipe
                  flags=Rq user=filter argv=/usr/bin/filter -f ${sender} -- ${recipient}
                """)
        let services = try workspace.generation().services()
        #expect(services.map(\.label) == ["smtp/inet", "pickup/unix", "flush/unix", "filter/unix"])
        #expect(services[0].isChrooted && !services[0].isPrivate && services[0].processLimit == 20)
        #expect(services[0].arguments == ["-v"])
        #expect(services[1].wakeup == 60 && !services[1].wakesOnlyWhenUsed)
        #expect(services[2].wakeup == 1000 && services[2].wakesOnlyWhenUsed)
        #expect(!services[3].isUnprivileged && services[3].processLimit == 10)
        #expect(services[3].arguments.suffix(3) == ["${sender}", "--", "${recipient}"])
    }

    @Test func `restrictions are parsed, old names and shorthands replaced`() throws {
        let workspace = try Workspace(
            main: """
                smtpd_restriction_classes = strict
                strict = reject_unknown_helo_hostname, permit
                smtpd_recipient_restrictions = permit_mynetworks, warn_if_reject strict,
                    static:DUNNO, check_client_access { cidr:{{10.0.0.0/8 OK}} },
                    reject_invalid_hostname, reject_rbl_client bl.example.com=127.0.0.2, reject_unauth_destination
                """)
        let generation = try workspace.generation()
        let list = try generation.configuration()[.smtpdRecipientRestrictions].restrictions
        #expect(
            list.map(\.name) == [
                "permit_mynetworks", "strict", "check_recipient_access", "check_client_access",
                "reject_invalid_helo_hostname", "reject_rbl_client", "reject_unauth_destination",
            ])
        #expect(list.map(\.isWarningOnly) == [false, true, false, false, false, false, false])
        #expect(list[5].argument == "bl.example.com=127.0.0.2")
        let table = try generation.table(#require(list[3].table), policy: policy) { _ in }
        #expect(try table.text("10.1.2.3") == "OK")
        let names = try generation.restrictionClass("strict")?.restrictions.map(\.name)
        #expect(names == ["reject_unknown_helo_hostname", "permit"])
    }
}
