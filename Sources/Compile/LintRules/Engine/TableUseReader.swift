import ByteScanning
import ParameterCatalogue
import TableFormat
import TableSources

/// Finds the tables that parameters name, and the files of match lists.
struct TableUseReader {
    let scope: ServiceScope
    private(set) var uses: [TableUse] = []
    private(set) var listFiles: [ListFileUse] = []

    init(scope: ServiceScope) { self.scope = scope }

    /// The tables of every parameter that the program of the service reads; for main.cf alone those of all.
    ///
    /// - Parameter context: reads the files of match lists.
    mutating func readAll(_ context: LintContext) {
        let scope = scope
        read(context) { Self.isRead($0, scope) }
    }

    /// The tables of the parameters that only commands of users read.
    mutating func readCommands(_ context: LintContext) {
        let scope = scope
        read(context) { scope.isSet($0.name) && Self.isForCommands($0) }
    }

    /// Whether nothing reads a parameter but programs that users run, as themselves and in the group of the queue.
    static func isForCommands(_ definition: ParameterDefinition) -> Bool {
        let programs = definition.programs.split(separator: " ")
        let commands = ["postdrop", "postqueue", "sendmail"]
        return !programs.isEmpty && programs.allSatisfy { commands.contains(String($0)) }
    }

    private mutating func read(_ context: LintContext, where isWanted: (ParameterDefinition) -> Bool) {
        for definition in ParameterCatalogue.all where isWanted(definition) {
            switch definition.type {
            case .tableList:
                for word in scope.words(definition.name) { add(word, definition.name, role(definition.name)) }
            case .matchList:
                let words = scope.words(definition.name)
                words.forEach { addFile($0, definition.name) }
                for word in context.members(words) where Self.isTable(word.text) {
                    add(word, definition.name, .matchList)
                }
            case .restrictionList where definition.name == "local_header_rewrite_clients":
                for word in scope.words(definition.name) where Self.isTable(word.text) {
                    add(word, definition.name, .map)
                }
            case .restrictionList: readRestrictions(definition.name)
            case .list where definition.name == "smtpd_restriction_classes":
                for name in RestrictionReader(scope: scope).classesApart { readRestrictions(name) }
            case .list:
                guard let role = Self.limitedLists[definition.name] else { break }
                for word in scope.words(definition.name) where Self.isTable(word.text) {
                    add(word, definition.name, role)
                }
            default: break
            }
        }
    }

    /// Lists of a few words and of tables.
    private static let limitedLists: [String: TableUse.Role] = [
        "local_header_rewrite_clients": .matchList, "lmtp_requiretls_policy": .map,
        "postscreen_access_list": .map, "smtp_requiretls_policy": .map,
    ]

    private mutating func addFile(_ word: ExpandedWord, _ parameter: String) {
        guard let path = word.listFile else { return }
        listFiles.append(
            ListFileUse(
                path: path, parameter: parameter, word: word, services: scope.service.map { [$0] } ?? []))
    }

    private static func isRead(_ definition: ParameterDefinition, _ scope: ServiceScope) -> Bool {
        guard scope.service != nil else { return scope.isSet(definition.name) }
        // All programs have its text, for the defaults of other lists; these open what it names.
        if definition.name == "mynetworks" { return ["smtpd", "postscreen"].contains(scope.program) }
        return definition.isRead(by: scope.program)
    }

    private func role(_ name: String) -> TableUse.Role {
        if name == "alias_database" || name.hasPrefix("proxy_") { return .declaration }
        let isCache = name.hasSuffix("_cache_database") || name.hasSuffix("_cache_map")
        return isCache || name == "address_verify_map" ? .cache : .map
    }

    private mutating func readRestrictions(_ list: String) {
        for step in RestrictionReader(scope: scope).steps(of: list) {
            if let argument = step.argument, case .table = step.definition?.argument {
                // With options, the table is the first word in the braces.
                let word = argument.text.hasPrefix("{") ? inBraces(argument) : argument
                if let word { add(word, step.parameter, .access(step.name.text.lowercased())) }
            } else if step.definition == nil, Self.isTable(step.name.text) {
                add(step.name, step.parameter, .access(Self.shorthand[list] ?? "check_client_access"))
            }
        }
    }

    private func inBraces(_ word: ExpandedWord) -> ExpandedWord? {
        var inner = word
        inner.text = String(word.text.dropFirst().dropLast())
        if let range = word.range, range.bytes.count == word.text.utf8.count {
            inner.range?.bytes = range.bytes.lowerBound + 1..<range.bytes.upperBound - 1
        }
        return scope.words(in: inner).first
    }

    /// What a table alone in a restriction list means.
    private static let shorthand = [
        "smtpd_helo_restrictions": "check_helo_access", "smtpd_sender_restrictions": "check_sender_access",
        "smtpd_relay_restrictions": "check_recipient_access",
        "smtpd_recipient_restrictions": "check_recipient_access",
        "smtpd_etrn_restrictions": "check_etrn_access",
    ]

    /// Whether a word of a match list or a restriction list is a table: `type:name`, and no IPv6 address.
    static func isTable(_ word: String) -> Bool {
        let word = word.hasPrefix("!") ? word.dropFirst() : word[...]
        guard let colon = word.firstIndex(of: ":") else { return false }
        let type = word[..<colon]
        if TableType(rawValue: String(type)) != nil { return true }
        let isName = type.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == ASCII.hyphen }
        let isHexadecimal = type.utf8.allSatisfy {
            ASCII.isDigit($0) || (97...102).contains(ASCII.lowercased($0))
        }
        return isName && !type.isEmpty && !isHexadecimal
    }

    /// Adds the table and, for one that is made of others, those.
    mutating func add(_ word: ExpandedWord, _ parameter: String, _ role: TableUse.Role) {
        let text = word.text.hasPrefix("!") ? String(word.text.dropFirst()) : word.text
        add(text, word, parameter, role, wrappers: [], isIntermediate: false)
    }

    private mutating func add(
        _ text: String, _ word: ExpandedWord, _ parameter: String, _ role: TableUse.Role,
        wrappers: [TableType], isIntermediate: Bool
    ) {
        guard wrappers.count < 10 else { return }
        var use = TableUse(
            table: nil, text: text, wrappers: wrappers, parameter: parameter, role: role, word: word,
            services: scope.service.map { [$0] } ?? [], isIntermediate: isIntermediate)
        do throws(UnknownTableType) { use.table = try TableReference(text, defaultType: defaultType) } catch {
            uses.append(use)
            return
        }
        guard let table = use.table, case .composite = table.type.kind else {
            uses.append(use)
            return
        }
        let members = Self.members(of: table)
        for (index, member) in members.enumerated() {
            let leadsOn = table.type == .pipemap && index + 1 < members.count
            add(
                member, word, parameter, role, wrappers: wrappers + [table.type],
                isIntermediate: isIntermediate || leadsOn)
        }
    }

    private var defaultType: TableType { TableType(rawValue: scope.text("default_database_type")) ?? .hash }

    private static func members(of table: TableReference) -> [String] {
        guard table.type == .unionmap || table.type == .pipemap else { return [table.name] }
        let name = Array(table.name.utf8)
        do throws(BraceFault) {
            return try BraceList.items(of: name.span).map {
                String(decoding: name.span.bytes($0), as: UTF8.self)
            }
        } catch {
            return []
        }
    }
}
