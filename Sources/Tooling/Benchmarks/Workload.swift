import Glibc
import PosixSupport

/// The files that the benchmarks work on, always the same ones.
struct Workload {
    let directory: String
    private var state: UInt64 = 20_260_101

    init(directory: String) {
        self.directory = directory
        write("main.cf", "compatibility_level = 3.6\nmyhostname = bench.example.com\n")
    }

    /// `count` rows of about 55 bytes: `random` in random order, `sorted` in key order, and `keys`, one a line, in yet
    /// another random order.
    mutating func writeMap(count: Int) {
        var keys: Set<String> = []
        while keys.count < count { keys.insert(address()) }
        var order = keys.sorted()
        write("sorted", rows(order))
        shuffle(&order)
        write("random", rows(order))
        shuffle(&order)
        write("keys", order.joined(separator: "\n") + "\n")
    }

    /// A map in random order, written in pieces because it is large.
    mutating func writeLargeMap(_ name: String, count: Int) {
        write(name, "")
        for start in stride(from: 0, to: count, by: 500_000) {
            let keys = (start..<min(start + 500_000, count)).map { "\(letters(7))\($0)@example.com" }
            write(name, rows(keys), appends: true)
        }
    }

    /// `count` networks of many sizes and as many addresses.
    mutating func writeNetworks(count: Int) {
        var table = ""
        var addresses = ""
        for number in 0..<count {
            let length = 20 + random(13)
            let bits =
                UInt32(truncatingIfNeeded: random(1 << 32)) & ~(length == 32 ? 0 : UInt32.max >> length)
            table += "\(dotted(bits))/\(length) REJECT \(number)\n"
            addresses += dotted(random(2) == 0 ? bits : UInt32(truncatingIfNeeded: random(1 << 32))) + "\n"
        }
        write("networks", table)
        write("addresses", addresses)
    }

    /// `count` patterns and as many subjects, each matched by one of them.
    mutating func writePatterns(count: Int) {
        var table = ""
        var subjects: [String] = []
        for number in 0..<count {
            let name = letters(8)
            table += "/^Subject:.*\(name)\(number)\\b/ REJECT \(number)\n"
            subjects.append("Subject: about \(name)\(number) and more")
        }
        shuffle(&subjects)
        write("patterns", table)
        write("subjects", subjects.joined(separator: "\n") + "\n")
    }

    /// A directory `routing` whose canonical, virtual and transport maps have `count` rows each: an address is mapped to
    /// another, that to a third, and for that there is a transport.
    ///
    /// - Returns: the addresses, in random order.
    mutating func writeRouting(count: Int) -> [String] {
        guard unsafe mkdir(path("routing"), 0o755) == 0 || errno == EEXIST else {
            stop("cannot make a directory")
        }
        let maps = ["canonical", "virtual", "transport"]
        let settings = maps.map { map in
            "\(map)\(map == "virtual" ? "_alias" : "")_maps = lmdb:$config_directory/\(map)\n"
        }
        write(
            "routing/main.cf",
            "compatibility_level = 3.6\nmyhostname = bench.example.com\nalias_maps =\n" + settings.joined())
        var numbers = (0..<count).map { "\($0)" }
        shuffle(&numbers)
        write("routing/canonical", numbers.map { "in\($0)@example.com mid\($0)@example.net\n" }.joined())
        write(
            "routing/virtual", numbers.map { "mid\($0)@example.net out\($0)@d\($0).example.org\n" }.joined())
        write(
            "routing/transport", numbers.map { "d\($0).example.org relay:[mx\($0).example.org]\n" }.joined())
        shuffle(&numbers)
        return numbers.map { "in\($0)@example.com" }
    }

    /// A directory `configuration` with as many services, each with overrides, and as many lines of main.cf.
    func writeConfiguration(services: Int, lines: Int) {
        guard unsafe mkdir(path("configuration"), 0o755) == 0 || errno == EEXIST else {
            stop("cannot make a directory")
        }
        var main = "compatibility_level = 3.6\nmyhostname = bench.example.com\nalias_maps =\n"
        for number in 0..<lines - 300 { main += "site_\(number) = value of \(number), $site_\(number / 2)\n" }
        // All of them are used, or Postfix would spend its time on warnings.
        let leaves = ((lines - 300) / 2..<lines - 300).map { "${site_\($0)?}" }
        main += "authorized_flush_users = static:anyone \(leaves.joined(separator: " "))\n"
        for number in 0..<services / 2 {
            main += "relay\(number)_destination_concurrency_limit = \(number + 1)\n"
        }
        for number in 0..<196 { main += "# line \(number)\n" }
        write("configuration/main.cf", main)
        var master = ""
        for number in 0..<services / 2 {
            master += "127.0.0.1:\(10_000 + number) inet n - n - - smtpd\n  -o smtpd_timeout=\(100 + number)s"
            master +=
                " -o syslog_name=postfix/\(number) -o smtpd_recipient_restrictions=permit_mynetworks,reject\n"
            master += "relay\(number) unix - - n - - smtp\n  -o smtp_helo_timeout=\(5 + number)s\n"
        }
        write("configuration/master.cf", master)
    }

    /// A directory with a main.cf of as many lines that is in order, and as many maps; the first is a table of senders,
    /// where every row is looked at.
    func writeCheckedConfiguration(_ name: String, lines: Int, maps: Int, rows: Int) {
        guard unsafe mkdir(path(name), 0o755) == 0 || errno == EEXIST else { stop("cannot make a directory") }
        var main = "compatibility_level = 3.6\nmyhostname = bench.example.com\nalias_maps =\n"
        main += "smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n"
        main += "smtpd_sender_restrictions = check_sender_access lmdb:$config_directory/map0\n"
        let parameters = [
            "virtual_alias_maps", "canonical_maps", "sender_canonical_maps", "recipient_canonical_maps",
            "smtp_generic_maps", "relocated_maps", "sender_bcc_maps", "recipient_bcc_maps",
            "masquerade_exceptions",
        ]
        for (number, parameter) in parameters.prefix(maps - 1).enumerated() {
            main += "\(parameter) = lmdb:$config_directory/map\(number + 1)\n"
        }
        let written = 5 + min(maps - 1, parameters.count)
        for number in 0..<max(0, lines - written) {
            main += "relay\(number)_destination_concurrency_limit = \(number + 1)\n"
        }
        write(name + "/main.cf", main)
        for map in 0..<maps {
            var text = ""
            for number in 0..<rows {
                text += "user\(number)@example.com \(map == 0 ? "REJECT" : "box\(number)@example.net")\n"
            }
            write("\(name)/map\(map)", text)
        }
    }

    func path(_ name: String) -> String { directory + "/" + name }

    private func write(_ name: String, _ text: String, appends: Bool = false) {
        do {
            let flags = O_WRONLY | O_CREAT | (appends ? O_APPEND : O_TRUNC)
            try FileDescriptor(opening: path(name), flags, mode: 0o644).write(Array(text.utf8).span)
        } catch {
            stop("\(error)")
        }
        // Postfix waits while a source is younger than two seconds.
        var times = [timeval(tv_sec: 1_700_000_000, tv_usec: 0), timeval(tv_sec: 1_700_000_000, tv_usec: 0)]
        _ = unsafe utimes(path(name), &times)
    }

    private func rows(_ keys: [String]) -> String {
        var text = ""
        for (number, key) in keys.enumerated() { text += "\(key) user\(number)@dest.example.net\n" }
        return text
    }

    private mutating func address() -> String { "\(letters(6))\(random(100_000))@example\(random(1000)).com" }

    private mutating func letters(_ count: Int) -> String {
        String(decoding: (0..<count).map { _ in UInt8(97 + random(26)) }, as: UTF8.self)
    }

    private mutating func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 31) % UInt64(bound))
    }

    private mutating func shuffle(_ words: inout [String]) {
        for index in words.indices.dropLast() {
            words.swapAt(index, index + random(words.count - index))
        }
    }

    private func dotted(_ bits: UInt32) -> String {
        "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
    }
}
