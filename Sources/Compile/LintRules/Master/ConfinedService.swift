import ConfigurationSemantics
import ConfigurationSyntax

/// A program in a chroot jail that it cannot work in.
struct ConfinedService: Rule {
    static let documentation = RuleDocumentation(
        "master/chroot", .warning, "A program in a chroot jail that lacks what it needs",
        what: """
            local, pipe, spawn or virtual runs with `y` in the column chroot, or proxymap does and a `proxy:` table is a
            file, which it looks for in the jail. With the files of this machine at hand, network programs are checked,
            too: whether the jail has `etc/resolv.conf` and `etc/services`. It is an error where the jail is known to lack
            `etc/passwd`, which the program looks users up in, or the file of the table.
            """,
        why: "The program finds no users, no commands and no tables; mail is deferred.",
        atRunTime: """
            local defers with `user lookup error`; pipe and spawn stop with `unknown username`; smtp finds no host. A
            lookup in a table that proxymap does not find is answered with `451 4.3.0`.
            """,
        mend: "Write `n` in the column chroot; for smtp and smtpd, copy what is missing into the jail.")

    func check(_ context: LintContext, _ findings: inout Findings) {
        let jail = context.main.text("queue_directory")
        for scope in context.services {
            guard let service = scope.service, let word = context.column(.chroot, of: service),
                service.isChrooted || isChrootedByDefault(word, context)
            else { continue }
            let program = scope.program
            let range = context.range(inMaster: word)
            let implied = service.isChrooted ? "" : " (- means y at compatibility levels below 1)"
            if program == "proxymap" {
                findings.add(ConfinedTables(service, jail: jail, context), at: range, implied)
            } else if KnownPrograms.unconfined.contains(program) {
                let isCertain = lacks(jail, "passwd", context)
                findings.add(
                    at: range, "\(program) does not work in a chroot jail\(implied)",
                    severity: isCertain ? .error : .warning, help: "write n")
            } else if ["smtp", "lmtp", "smtpd"].contains(program) {
                let missing = ["resolv.conf", "services"].filter { lacks(jail, $0, context) }
                guard !missing.isEmpty else { continue }
                let names = missing.map { "\(jail)/etc/\($0)" }.joined(separator: ", ")
                findings.add(
                    at: range, "the chroot jail lacks what \(program) needs: \(names)",
                    help: "copy the files from /etc, or write n")
            }
        }
    }

    private func isChrootedByDefault(_ word: LineText, _ context: LintContext) -> Bool {
        guard word.string == "-" else { return false }
        do throws(CompatibilityLevel.Malformed) {
            let level = try CompatibilityLevel(Array(context.main.text("compatibility_level").utf8))
            return level < (try CompatibilityLevel([UInt8(ascii: "1")]))
        } catch {
            return false
        }
    }

    private func lacks(_ jail: String, _ name: String, _ context: LintContext) -> Bool {
        context.files.describesSystem && context.files.isProvablyAbsent("\(jail)/etc/\(name)")
    }
}

extension Findings {
    /// Tells which tables proxymap looks for in its jail.
    fileprivate mutating func add(_ tables: ConfinedTables, at range: SourceRange, _ implied: String) {
        guard let first = tables.names.first else { return }
        let count = tables.names.count - 1
        let what =
            switch count {
            case 0: "\(first), which is"
            case 1: "\(first) and another table, which are"
            default: "\(first) and \(count) other tables, which are"
            }
        add(
            at: range, "proxymap runs in a chroot jail\(implied) and cannot open \(what) outside of it",
            severity: tables.isCertain ? .error : .warning,
            notes: tables.ranges.map { Finding.Note("a table that it opens", at: $0) }, help: "write n")
    }
}
