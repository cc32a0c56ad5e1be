import TestSupport

import Foundation

/// Configurations that hold what a parser can stumble over, and command lines to look at them with.
struct RandomConfigurations {
    var random: SeededRandom

    /// Parameters that mean the same in Postfix 3.7 and 3.12.
    static let builtIn = [
        "myhostname", "mydomain", "myorigin", "relayhost", "mydestination", "smtpd_client_restrictions",
        "smtpd_recipient_restrictions", "virtual_alias_maps", "transport_maps", "smtp_helo_name",
        "smtpd_hard_error_limit", "default_rbl_reply", "forward_path", "mynetworks", "recipient_delimiter",
        "smtp_fallback_relay", "header_checks", "stress", "smtpd_helo_required", "luser_relay",
        "command_time_limit", "local_destination_concurrency_limit", "parent_domain_matches_subdomains",
    ]
    static let own = ["a", "b", "c", "dd", "e_e", "F9", "mua_restrictions", "x-y", "_u"]
    static let serviceNames = ["smtp", "foo", "10.0.0.1:25", "relay", "pipe-x", "/run/s", "local", "t"]

    mutating func name() -> String {
        switch random(12) {
        case 0...5: random.pick(Self.builtIn)
        case 6...9: random.pick(Self.own)
        case 10:
            random.pick(Self.serviceNames) + "_"
                + random.pick(["destination_rate_delay", "time_limit", "recipient_limit", "zorg"])
        default:
            random.pick([
                "smtpd_restriction_classes", "fallback_relay", "smtp_per_record_deadline", "a_server_host",
                "b_hosts", "b_query", "a_zorg", "export_environment",
            ])
        }
    }

    /// A name that a value may refer to.
    private mutating func reference() -> String {
        random.once(in: 3)
            ? random.pick(["myorigin", "relayhost", "stress", "recipient_delimiter", "smtp_helo_name"])
            : random.pick(Self.own.filter { $0 != "x-y" } + ["undefined_name", "fallback_relay"])
    }

    mutating func macro(_ depth: Int = 0) -> String {
        let name = reference()
        guard depth < 3 else { return "$" + name }
        let (yes, no) = (text(depth + 1), text(depth + 1))
        let space = random.pick(["", "", " ", "  "])
        switch random(13) {
        case 0...3: return "$" + name
        case 4: return "${\(name)}"
        case 5: return "$(\(name))"
        case 6: return "${\(name)\(space)?\(space)\(yes)}"
        case 7: return "${\(name)\(space):\(space)\(no)}"
        case 8...9: return "${\(name)\(space)?\(space){\(yes)}\(space):\(space){\(no)}\(space)}"
        case 10:
            let relation = random.pick(["==", "!=", "<", "<=", ">=", ">"])
            return
                "${{\(text(depth + 1))}\(space)\(relation)\(space){\(text(depth + 1))}\(space)?\(space){\(yes)}\(space):\(space){\(no)}}"
        case 11:
            let relation = random.pick(["==level", "!=level", "<level", "<=level", ">=level", ">level"])
            let levels = ["3.6", "3", "3.10", "2", "$compatibility_level", "3.6.1"]
            return "${{\(random.pick(levels))} \(relation) {\(random.pick(levels))}?{\(yes)}:{\(no)}}"
        default: return "$$"
        }
    }

    /// A part of a value.
    mutating func text(_ depth: Int = 0) -> String {
        var text = ""
        for _ in 0..<random(3) {
            switch random(5) {
            case 0: text += macro(depth)
            default:
                text += random.pick([
                    "x", "y ", "10", "9", " ", "a b", "foo.bar", "permit", "yes", ",", "3.6", "-", "/",
                    "\u{E9}",
                ])
            }
        }
        return text
    }

    mutating func value() -> String {
        switch random(20) {
        case 0: return ""
        case 1...7: return text() + random.pick(["", " ", "\t"]) + text()
        case 8:
            return random.pick([
                "ldap:a", "mysql:b", "proxy:ldap:a", "pipemap:{ldap:a,mysql:b}", "ldap:/nosuch/file",
                "mysql:DIRECTORY/table.cf", "check_client_access {ldap:a, timeout=10}",
                "inline:{a=b, {c=d e}}",
                "ldap:$a", "unionmap:{mysql:b, static:x} pgsql:b", "regexp:{ { /^(.*)$$/ $$1 } }",
            ])
        case 9:
            return "permit_mynetworks, reject_unauth_destination, check_policy_service inet:127.0.0.1:10023 "
                + text()
        case 10:
            return (0..<random(40)).map { _ in random.pick(["word", "{a b}", "long_word_here", "x"]) }.joined(
                separator: " ")
        case 11: return random.pick(["#no comment", "\\", "a \\", "{", "}", "a=b", "= x", "$$x", "%m"])
        default: return random.pick(["yes", "no", "5s", "$myhostname", "$mydomain", "1.2.3.4"]) + text()
        }
    }

    mutating func entry() -> [UInt8] {
        let equals = random.pick(["=", " = ", " = ", " =", "\t=\t"])
        let name = name()
        var line = Array((name + equals + value()).utf8)
        // Postfix looks for names again in the host name that it has made.
        if name == "mydomain" || name == "myhostname" { return Array("\(name) = example.com\n".utf8) }
        while random.once(in: 4) {
            if random.once(in: 3) {
                line += random.pick(["\n# comment", "\n", "\n  # indented", "\n \t"]).utf8
            }
            line += Array(("\n" + random.pick([" ", "\t", "    "]) + value()).utf8)
        }
        return line + Array((random.once(in: 12) ? "\r\n" : "\n").utf8)
    }

    mutating func main(isEdit: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        if random.once(in: 30) { bytes += Array(" stray = line, of more than thirty bytes\n".utf8) }
        if !random.once(in: 4) {
            bytes += Array("compatibility_level = \(random.pick(["3.6", "2", "0", "3.10"]))\n".utf8)
        }
        bytes += Array("mynetworks = 127.0.0.0/8\n".utf8)
        for _ in 0..<random(12) {
            if random.once(in: 5) { bytes += random.pick(["# comment\n", "\n", "   \n", "#a = b\n"]).utf8 }
            bytes += entry()
            if random.once(in: 400), !isEdit { bytes += [0xFF, 0x20, 0] + Array("= x\n".utf8) }
            if random.once(in: 150) {
                bytes += Array(random.pick(["no equals\n", "= no name\n", "x\n"]).utf8)
            }
            if random.once(in: 120) { bytes += Array(("myorigin = " + fault() + "\n").utf8) }
        }
        if random.once(in: 8), bytes.last == 10 { bytes.removeLast() }
        return bytes
    }

    /// What is no macro, or goes on for ever.
    mutating func fault() -> String {
        random.pick([
            "${", "x $(a", "${}", "$", "$ x", "${a-b}", "${a?{x}y}", "${a:{x}y}", "${{x} = {y}}",
            "${{x}=={y}z}",
            "${{x}==z{y}}", "${{x} == y}", "${{x} ==level {3}}", "$myorigin", "x ${b:$myorigin}$myorigin",
            "${a?{x} {y}}", "$(a?{b)", "${a?{$}:{$}}", "${{$}=={x}?y}", "a $-",
        ])
    }
}

extension RandomConfigurations {
    private mutating func argument() -> String {
        // Postfix makes defaults from the global host name even where a service has another.
        let setting = random.pick(
            Self.builtIn.filter { !$0.hasPrefix("myho") && !$0.hasPrefix("mydo") } + Self.own + Self.own + [
                "smtpd_restriction_classes", "fallback_relay", "a_bind",
            ])
        let value = random.pick([
            "x", "", "$a", "$b", "yes", "{a b}", "a,b", "$undefined_name", "${a?{x}:{y}}", "permit,reject",
            "ldap:a",
            "$myorigin", "$$x", "$(c)",
        ])
        switch random(26) {
        case 0...7: return "-o \(setting)=\(value)"
        // Postfix takes every "o" in a joined option for another -o.
        case 8 where !setting.contains("o") && !value.contains("o"): return "-o{ \(setting) = \(value) x }"
        case 9...10: return "-o {\(setting)=\(value) \(text())}"
        case 11 where !setting.contains("o") && !value.contains("o"): return "-o\(setting)=\(value)"
        case 12: return "-vo \(setting)=\(value)"
        case 13: return "-v"
        case 14: return random.pick(["-vv", "-D", "--", "-vx", "-xo", "-f=bar"])
        case 15: return "{a b}"
        case 16: return "{-o} \(setting)=\(value)"
        case 17: return "{-o \(setting)=\(value)}"
        case 18:
            return random.pick([
                "{a}b", "{a", "a}", "a{b c}", "{}", "{ }", "-o {}", "-o {x}", "-o {=y}", "-o x", "-o {a b}c",
            ])
        default:
            return random.pick([
                "flags=DRhu", "user=vmail", "argv=/bin/x", "${recipient}", "-f", "$a", "long-argument-word",
            ])
        }
    }

    mutating func service(_ seen: inout Set<String>) -> [UInt8] {
        // Services of one name and type share their parameters in Postfix.
        let (name, kind) = (
            random.pick(Self.serviceNames),
            random.pick(["inet", "unix", "unix", "unix", "fifo", "pass", "unix-dgram"])
        )
        guard seen.insert(name + "/" + kind).inserted else { return [] }
        var line = name + random.pick([" ", "   ", "\t"]) + kind + " "
        for _ in 0..<3 { line += random.pick(["-", "-", "y", "n"]) + random.pick([" ", "       "]) }
        line += random.pick(["-", "-", "60", "300?", "0"]) + " " + random.pick(["-", "-", "0", "10"]) + " "
        line += random.pick([
            "smtpd", "smtp", "pipe", "lmtp", "local", "virtual", "error", "spawn", "cleanup",
        ])
        for _ in 0..<random(7) {
            line += random.pick([" ", " ", "\n  ", "\n\t", "\n# inner\n    ", "\n\n  "]) + argument()
        }
        return Array((line + (random.once(in: 12) ? "\r\n" : "\n")).utf8)
    }

    mutating func master() -> [UInt8] {
        var bytes: [UInt8] = []
        var seen: Set<String> = []
        for _ in 0..<random(6) {
            if random.once(in: 4) {
                bytes += random.pick(["# comment\n", "\n", "#smtp inet n - n - - smtpd\n#  -o a=b\n"]).utf8
            }
            bytes += service(&seen)
            if random.once(in: 150) {
                bytes += Array(
                    random.pick([
                        "smtp inet n\n", "smtp bad - - - - - x\n", "smtp unix z - - - - x\n",
                        "s unix - - - x - y\n",
                        "s unix - - - 1 -1 y\n",
                    ]).utf8)
            }
        }
        if random.once(in: 60) { bytes = Array("  stray line\n".utf8) + bytes }
        if random.once(in: 8), bytes.last == 10 { bytes.removeLast() }
        return bytes
    }

    mutating func table() -> [UInt8] {
        Array("hosts = x\nquery = $a\nzorg = y\ndbname = z\n".utf8)
    }
}
