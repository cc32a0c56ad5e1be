import TableFormat

/// A table that the program that asks it may not read.
struct UnreadableTable: Rule {
    static let documentation = RuleDocumentation(
        "table/unreadable", .error, "A table that its reader may not read", needs: .machine,
        what: """
            Daemons open their tables and the files of lists while they are root, and before they go into a jail, so that
            they may read any file. It is different in these cases: a `proxy:` table is opened by proxymap as `mail_owner`;
            the tables of `authorized_mailq_users` and its kin are opened by commands as the user who calls them; an
            `:include:` file is opened as the owner of the alias table that names it; and a socket of a `socketmap` is
            looked for in the jail. What belongs to root alone, or is outside of the jail, fails there.
            """,
        why: "Every lookup in the table fails; mail to the alias bounces; users cannot hand in mail.",
        atRunTime: """
            `error: open database /etc/postfix/virtual: Permission denied`, and `451 4.3.0` or deferred mail; of commands
            `postdrop: fatal: open file ...: Permission denied`; `warning: cannot open include file`, and
            `status=bounced (mail system configuration error)`; `warning: connect to /run/map: No such file or directory`.
            """,
        mend: """
            Let the reader have the file: `mail_owner`, all users, the owner of the aliases; or take `proxy:` away. Put the
            socket below `queue_directory`, and name it from there.
            """)

    func check(_ context: LintContext, _ findings: inout Findings) {
        guard context.files.describesSystem else { return }
        checkProxies(context, &findings)
        checkCommands(context, &findings)
        IncludeRights(context).check(&findings)
        checkJails(context, &findings)
    }

    private func checkProxies(_ context: LintContext, _ findings: inout Findings) {
        let proxies = context.services(running: "proxymap").compactMap(\.service)
        guard proxies.contains(where: \.isUnprivileged) else { return }
        for use in context.tableUses where use.isProxied && use.role != .declaration {
            for file in use.openedFiles where context.isClosed(file, to: .mailOwner) {
                findings.add(
                    at: use.word.nearestRange, "\(file) is for root alone, and proxymap does not run as root",
                    severity: context.isSurelyRead(use) ? .error : .warning, notes: use.word.notes)
            }
        }
    }

    private func checkCommands(_ context: LintContext, _ findings: inout Findings) {
        func check(_ parameter: String, _ files: [String], _ word: ExpandedWord) {
            guard let definition = context.definition(of: parameter),
                TableUseReader.isForCommands(definition)
            else { return }
            for file in files where context.isClosed(file, to: .anybody) {
                let commands = definition.programs.split(separator: " ").map(String.init)
                findings.add(
                    at: word.nearestRange,
                    "\(file) is closed to the users who call \(LintContext.words(commands))",
                    notes: word.notes)
            }
        }
        for use in context.tableUses where !use.isProxied { check(use.parameter, use.openedFiles, use.word) }
        for use in context.listFiles { check(use.parameter, [use.path], use.word) }
    }

    /// Sockets that are there, but not in the jail of a service that asks them.
    private func checkJails(_ context: LintContext, _ findings: inout Findings) {
        let jail = context.main.text("queue_directory")
        for use in context.tableUses where use.role != .declaration && !use.isProxied {
            let confined = use.services.filter(\.isChrooted).map(\.command.string)
            guard let program = confined.first, let path = use.socket, !path.hasPrefix(jail + "/"),
                context.fileFacts(path) != nil, context.files.isProvablyAbsent(jail + path)
            else { continue }
            findings.add(
                at: use.word.nearestRange, "\(program) looks for the socket at \(jail)\(path), in its jail",
                severity: context.isSurelyRead(use) ? .error : .warning, notes: use.word.notes)
        }
    }
}

extension TableUse {
    /// What a program opens for the table: the indexes, or the source where there is none.
    fileprivate var openedFiles: [String] {
        guard let table, let path else { return [] }
        return table.indexFiles.isEmpty ? [path] : table.indexFiles
    }

    /// The absolute name of the socket of a `socketmap`, `unix:path:name`.
    fileprivate var socket: String? {
        guard let table, table.type == .socketmap, table.name.hasPrefix("unix:/") else { return nil }
        let parts = table.name.split(separator: ":")
        return parts.count > 1 ? String(parts[1]) : nil
    }
}
