import ConfigurationSemantics
import ConfigurationSyntax
import NetworkAddress
import Testing

struct ExpansionTests {
    private static let facts = SystemFacts(
        hostName: "host", processID: 42,
        interfaces: [
            interface("127.0.0.1", 8), interface("192.0.2.7", 24), interface("::1", 128),
            interface("2001:db8::7", 64),
        ])

    private static func interface(_ address: String, _ length: Int) -> SystemFacts.Interface {
        SystemFacts.Interface(
            address: IPAddress(Array(address.utf8).span) ?? .v4(IPv4Address(bits: 0)), length: length)
    }

    private func scope(_ main: String, master: String = "") -> ConfigurationScope {
        ConfigurationDirectory(
            path: "/etc/postfix", main: SourceFile(path: "main.cf", bytes: Array(main.utf8)),
            master: SourceFile(path: "master.cf", bytes: Array(master.utf8))
        ).scope(processName: "test", facts: Self.facts)
    }

    private func value(_ name: String, _ main: String, master: String = "") -> String {
        var scope = scope(main, master: master)
        do throws(ExpansionFailure) { return try scope.text(name) } catch {
            return "! " + String(decoding: error.warning, as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("$a", "1"), ("${a}", "1"), ("$(a)", "1"), ("${ a }", "1"), ("$$a", "$a"), ("$a-b", "1-b"),
        ("$none.", "."),
        ("${a?{yes}:{no}}", "yes"), ("${e?{yes}:{no}}", "no"), ("${a ? x}", " x"), ("${e: x }", " x "),
        ("${a?{ x }}", " x "), ("${a?p:q}", "p:q"), ("${{1} == {1}}", "true"), ("${{1} == {2}}", ""),
        ("${{10} > {9} ? {t} : {f}}", "t"), ("${{010} == {10} ? {t} : {f}}", "t"),
        ("${{ 1} == {1} ? {t} : {f}}", "f"),
        ("${{A} < {a} ? {t} : {f}}", "t"), ("${{3.6} <level {3.10} ? {t} : {f}}", "t"),
        ("${{x} == {y} : {f}}", "f"),
        ("${{99999999999999999999} > {99999999999999999998} ? {t} : {f}}", "t"),
        ("${domain_to_ascii{B\u{FC}cher.example}}", "xn--bcher-kva.example"), ("${e?{$(x}}", ""),
    ])
    func `names and conditions are replaced`(text: String, expected: String) {
        #expect(value("x", "a = 1\ne =\nx = \(text)") == expected)
    }

    @Test(arguments: [
        ("${", "truncated macro reference: \"${\""), ("$", "empty macro name: \"$\""),
        ("a${}b", "empty macro name: \"a${}b\""),
        ("${a-b}", "attribute name syntax error at: \"...a>>>-b\""),
        ("${a?{p}{q}}", "\":\" expected at: \"...p}>>>{q}\""),
        ("${a?{p}:{q}r}", "unexpected input at: \"...q}>>>r\""),
        ("${{a}=={b}c}", "\"?\" or \":\" expected at: \"...}>>>c\""),
        ("${{3} < level {4}}", "\"{expression}\" expected at: \"...{3} <>>> level {4}\""),
        ("${{3}<levels{4}}", "bad operator suffix at: \"...<>>>levels\""),
        ("$(a?{p)", "unbalanced {} in attribute expression: \"{p\""),
        ("${{x} <level {3}}", "malformed compatibility level syntax: \"x\""),
        ("$x", "unreasonable macro call nesting: \"x\""), ("y $x", "unreasonable macro call nesting: \"y \""),
    ])
    func `what cannot be expanded is told in Postfix's words`(text: String, warning: String) {
        #expect(value("x", "a = 1\nx = \(text)") == "! " + warning)
    }

    @Test func `a value that contains itself is told by its names`() {
        var scope = scope("a = $b\nb = x$c\nc = $a\n")
        #expect {
            try scope.value("a")
        } throws: { error in
            guard case .recursion(let names, _)? = error as? ExpansionFailure else { return false }
            return Set(names) == ["a", "b", "c"] && names.first == names.last
        }
    }

    @Test(arguments: [
        ("myhostname", "", "host.localdomain"), ("myhostname", "mydomain = d.example", "host.d.example"),
        ("mydomain", "", "localdomain"), ("mydomain", "myhostname = a.b.c", "b.c"),
        ("mydomain", "myhostname = a", "localdomain"),
        ("mydestination", "myhostname = a.b", "a.b, localhost.b, localhost"), ("process_name", "", "test"),
        ("mynetworks", "", "127.0.0.0/8 192.0.2.0/24 [::1]/128 [2001:db8::]/64"),
        ("mynetworks", "compatibility_level = 2", "127.0.0.1/32 192.0.2.7/32 [::1]/128 [2001:db8::7]/128"),
        ("mynetworks", "mynetworks_style = class\ninet_protocols = ipv4", "127.0.0.0/8 192.0.2.0/24"),
        ("mynetworks", "inet_interfaces = loopback-only", "127.0.0.0/8 [::1]/128"),
        ("mynetworks", "inet_interfaces = 192.0.2.7, [::1]", "192.0.2.0/24 [::1]/128"),
        ("mynetworks", "inet_interfaces =", ""),
        ("mynetworks", "mynetworks_style = x", "! unknown mynetworks mask style value \"x\" in \"x\""),
        ("mynetworks", "inet_protocols = ipv5", "! unknown inet_protocols value \"ipv5\" in \"ipv5\""),
        (
            "mynetworks", "inet_interfaces = 10.0.0.1",
            "! parameter inet_interfaces: no local interface found for 10.0.0.1"
        ),
    ])
    func `what nobody sets follows from the machine and from other values`(
        name: String, main: String, expected: String
    ) {
        #expect(value(name, main) == expected)
    }

    @Test func `a transport brings parameters of its own`() {
        let master = "foo unix - n n - - pipe\n"
        #expect(value("foo_destination_concurrency_limit", "", master: master) == "20")
        #expect(value("foo_time_limit", "command_time_limit = 7s", master: master) == "7s")
        #expect(value("bar_time_limit", "", master: master) == "")
    }
}
