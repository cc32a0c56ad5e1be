import CompiledTables
import Foundation
import NetworkAddress
import ParameterCatalogue
import Testing

/// Tables and match lists as a daemon asks them.
@Suite struct GenerationTableTests {
    private func table(_ text: String, files: [String: String] = [:]) throws -> any LookupTable {
        let workspace = try Workspace(main: "virtual_alias_maps = \(text)\n")
        for (name, content) in files { try workspace.write(content, name) }
        let generation = try workspace.generation()
        let list = try generation.configuration()[.virtualAliasMaps]
        return try #require(try generation.tables(list, policy: policy) { _ in }.first)
    }

    @Test(arguments: [
        ("hash:$config_directory/map", "Info@Example.com", "anna"),
        ("proxy:btree:$config_directory/map", "info@example.com", "anna"),
        ("texthash:$config_directory/map", "info@example.com", "anna"),
        ("inline:{info@example.com=anna}", "info@example.com", "anna"),
        ("pcre:{{/^info@/ anna}}", "info@example.com", "anna"),
        ("regexp:$config_directory/rules", "info@example.com", "anna"),
        ("static:anna", "whatever", "anna"),
        ("randmap:{anna}", "whatever", "anna"),
        ("unionmap:{static:a, inline:{x=b}}", "x", "a,b"),
        ("pipemap:{inline:{x=y}, inline:{y=z}}", "x", "z"),
    ])
    func `every type of table answers from the generation`(type: String, key: String, value: String) throws {
        let table = try table(
            type, files: ["map": "info@example.com anna\n", "rules": "/^info@/ anna\n"])
        #expect(try table.text(key) == value)
    }

    @Test func `a table that cannot be read is an error of the lookup, never an absence`() throws {
        let workspace = try Workspace(main: "alias_maps = fail:nothing\n")
        let generation = try workspace.generation()
        let list = try generation.configuration()[.aliasMaps]
        let table = try #require(try generation.tables(list, policy: policy) { _ in }.first)
        #expect(throws: LookupFailure.self) { try table.text("x") }
    }

    @Test func `alias files are read as such, whoever names them`() throws {
        let workspace = try Workspace(main: "alias_maps = lmdb:$config_directory/aliases\n")
        try workspace.write("root: anna\nanna: |\"/bin/cmd x\"\n", "aliases")
        let generation = try workspace.generation()
        let recipients = try generation.configuration()[.localRecipientMaps]
        let tables = try generation.tables(recipients, policy: policy) { _ in }
        #expect(try tables.last?.text("root") == "anna")
    }

    private func networks(_ text: String, files: [String: String] = [:]) throws -> MatchListTable {
        let workspace = try Workspace(main: "mynetworks = \(text)\n")
        for (name, content) in files { try workspace.write(content, name) }
        let generation = try workspace.generation()
        let list = try generation.configuration()[.mynetworks]
        return try generation.matchList(list, name: "mynetworks", policy: policy) { _ in }
    }

    private func contains(_ list: MatchListTable, _ client: String) throws -> Bool {
        let bytes = Array(client.utf8)
        if let address = IPAddress(bytes.span) {
            return try list.contains(name: Array("unknown".utf8).span, address: address)
        }
        return try list.contains(bytes.span)
    }

    @Test(arguments: [
        ("10.1.2.3", true), ("10.1.0.1", false), ("11.0.0.1", false), ("2001:db8::7", true),
        ("::1", true), ("192.0.2.9", true), ("192.0.2.10", false), ("198.51.100.1", true),
        ("host.example.com", true), ("example.com", true), ("deep.host.example.com", true),
        ("host.example.org", false), ("anexample.com", false),
    ])
    func `the first pattern that matches decides`(client: String, isIn: Bool) throws {
        let list = try networks(
            """
            !10.1.0.0/16, 10.1.0.0/16 10.0.0.0/8, [::1], [2001:db8::]/32
                $config_directory/networks cidr:{{198.51.100.0/24 yes}} example.com .example.org
            """.replacingOccurrences(of: "!10.1.0.0/16, 10.1.0.0/16", with: "!10.1.0.0/24"),
            files: ["networks": "# ours\n192.0.2.9\n!192.0.2.10, 192.0.2.10\n"])
        #expect(try contains(list, client) == isIn)
    }

    @Test(arguments: [
        ("mydestination", "a.example.com", false), ("mydestination", "example.com", true),
        ("mydestination", "EXAMPLE.com", true), ("relay_domains", "a.example.com", true),
        ("relay_domains", "aexample.com", false),
    ])
    func `only some lists have the domains below a name`(
        parameter: String, domain: String, isIn: Bool
    ) throws {
        let workspace = try Workspace(main: "\(parameter) = example.com\n")
        let generation = try workspace.generation()
        let configuration = try generation.configuration()
        let list = parameter == "mydestination" ? configuration[.mydestination] : configuration[.relayDomains]
        let table = try generation.matchList(list, name: parameter, policy: policy) { _ in }
        #expect(try table.contains(Array(domain.utf8).span) == isIn)
    }

    @Test func `a list of a hundred thousand names is a table of its own`() throws {
        let workspace = try Workspace(main: "relay_domains = $config_directory/domains\n")
        let names = (0..<100_000).map { "domain\($0).example" }
        try workspace.write(names.joined(separator: "\n") + "\n", "domains")
        let generation = try workspace.generation()
        let list = try generation.configuration()[.relayDomains]
        let table = try generation.matchList(list, name: "relay_domains", policy: policy) { _ in }
        #expect(try table.contains(Array("domain99999.example".utf8).span))
        #expect(try !table.contains(Array("domain100000.example".utf8).span))
        #expect(FileManager.default.fileExists(atPath: workspace.output + "/tables/\(list.text).lmdb"))
    }
}
