import ByteScanning
import ConfigurationSemantics
import Diagnostics
import ParameterCatalogue

/// Reads a list of access restrictions and checks what can be checked before a client comes: names, arguments, tables.
struct RestrictionListReader {
    let value: ValueText
    /// The names of `smtpd_restriction_classes`.
    let classes: Set<String>
    private(set) var restrictions: [RestrictionSource] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(value: ValueText, classes: Set<String>) {
        self.value = value
        self.classes = classes
    }

    mutating func read(_ tables: inout TableReader) {
        guard value.name != "local_header_rewrite_clients" else { return readClients(&tables) }
        var words = value.words[...]
        var isWarningOnly = false
        while let word = words.popFirst() {
            let text = value.string(word)
            let definition = RestrictionCatalogue.definition(of: text)
            if let definition, definition.argument == .prefix {
                isWarningOnly = true
                continue
            }
            defer { isWarningOnly = false }
            if let definition {
                read(definition, word, &words, isWarningOnly, &tables)
            } else if classes.contains(text) || text == "reject_sender_login_mismatch" {
                append(Restriction(name: text, isWarningOnly: isWarningOnly))
            } else if let colon = text.utf8.firstIndex(of: ASCII.colon), colon != text.startIndex {
                guard let table = tables.table(text, in: value, at: word) else {
                    continue
                }
                append(
                    Restriction(
                        name: Self.shorthand(value.name) ?? text, argument: text,
                        isWarningOnly: isWarningOnly),
                    table: table)
            } else {
                report("unknown restriction \"\(text)\"", at: word, help: suggestion(text))
            }
        }
        if isWarningOnly { report("warn_if_reject stands before no restriction", at: value.words.last) }
    }

    /// `local_header_rewrite_clients`, which has restrictions of its own and few of the others.
    private mutating func readClients(_ tables: inout TableReader) {
        let plain = [
            "permit_inet_interfaces", "permit_mynetworks", "permit_sasl_authenticated",
            "permit_tls_clientcerts",
            "permit_tls_all_clientcerts",
        ]
        let map = "check_address_map"
        var words = value.words[...]
        while var word = words.popFirst() {
            let name = value.string(word).lowercased()
            guard !plain.contains(name) else {
                append(Restriction(name: name))
                continue
            }
            if name == map {
                guard let argument = words.popFirst() else {
                    return report("\(map) needs an argument", at: word, help: Self.expected(.table))
                }
                word = argument
            } else if !name.utf8.contains(ASCII.colon) {
                let meant = NearestName.of(name, in: plain + [map]).map { "did you mean \($0)?" }
                report("\(value.name) has no \"\(value.string(word))\"", at: word, help: meant)
                continue
            }
            let text = value.string(word)
            guard let table = tables.table(text, in: value, at: word) else { continue }
            append(Restriction(name: map, argument: text), table: table)
        }
    }

    private mutating func read(
        _ definition: RestrictionDefinition, _ word: Range<Int>, _ words: inout ArraySlice<Range<Int>>,
        _ isWarningOnly: Bool, _ tables: inout TableReader
    ) {
        let name = definition.fate == .alias ? definition.replacement : definition.name
        guard definition.fate != .removed else {
            return report(
                "\(definition.name) is no longer supported", at: word,
                help: definition.replacement.isEmpty ? nil : "use \(definition.replacement)")
        }
        guard definition.argument != .none else {
            return append(Restriction(name: name, isWarningOnly: isWarningOnly))
        }
        guard let argument = words.popFirst() else {
            return report(
                "\(definition.name) needs an argument", at: word, help: Self.expected(definition.argument))
        }
        let inner = value.withoutBraces(argument)
        let text = value.string(inner)
        switch definition.argument {
        case .table:
            // In braces, options may follow the table.
            let table = inner == argument ? text : value.string(value.firstWord(inner))
            guard let table = tables.table(table, in: value, at: argument) else { return }
            append(Restriction(name: name, argument: text, isWarningOnly: isWarningOnly), table: table)
        case .endpoint where !text.utf8.contains(ASCII.colon),
            .number where !text.utf8.allSatisfy(ASCII.isDigit):
            report(
                "\"\(text)\" is no argument of \(definition.name)", at: argument,
                help: Self.expected(definition.argument))
        case .none, .prefix, .domain, .endpoint, .number:
            append(Restriction(name: name, argument: text, isWarningOnly: isWarningOnly))
        }
    }

    private mutating func append(_ restriction: Restriction, table: TableUse.Number? = nil) {
        restrictions.append(RestrictionSource(restriction: restriction, table: table))
    }

    private mutating func report(_ message: String, at word: Range<Int>?, help: String? = nil) {
        diagnostics.append(value.diagnostic(message, at: word, help: help))
    }

    /// What a table without a restriction before it means in a list; `nil` for a restriction class, where the list that
    /// names the class decides.
    private static func shorthand(_ list: String) -> String? {
        switch list {
        case "smtpd_client_restrictions": "check_client_access"
        case "smtpd_helo_restrictions": "check_helo_access"
        case "smtpd_sender_restrictions": "check_sender_access"
        case "smtpd_etrn_restrictions": "check_etrn_access"
        case "smtpd_relay_restrictions", "smtpd_recipient_restrictions", "smtpd_data_restrictions",
            "smtpd_end_of_data_restrictions":
            "check_recipient_access"
        default: nil
        }
    }

    private static func expected(_ argument: RestrictionDefinition.Argument) -> String? {
        switch argument {
        case .none, .prefix: nil
        case .table: "expected a table, type:name"
        case .domain: "expected a domain, such as bl.example.com"
        case .number: "expected a number of seconds"
        case .endpoint: "expected a policy service, such as inet:127.0.0.1:10023 or unix:private/policy"
        }
    }

    private func suggestion(_ text: String) -> String? {
        NearestName.of(text, in: RestrictionCatalogue.all.map(\.name) + classes).map {
            "did you mean \($0)?"
        }
    }
}
