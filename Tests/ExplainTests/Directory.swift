import Foundation
import TestSupport

/// A configuration directory that goes away with the value.
final class Directory {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = NSTemporaryDirectory() + "postroom-explain-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, name) }
    }

    /// A copy of an example.
    convenience init(copying example: String) throws {
        try self.init()
        let source = BuiltProgram.repository + "/conf-examples/" + example
        for name in try FileManager.default.contentsOfDirectory(atPath: source) {
            try FileManager.default.copyItem(atPath: source + "/" + name, toPath: path + "/" + name)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func append(_ text: String, to name: String) throws {
        let old = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
        try write(old + text, name)
    }

    var names: [String] {
        get throws { try FileManager.default.subpathsOfDirectory(atPath: path).sorted() }
    }

    /// A small mail system.
    static let main = """
        compatibility_level = 3.6
        myhostname = mail.example.com
        myorigin = example.com
        mydestination = $myhostname
        mynetworks = 192.0.2.0/24
        alias_maps = inline:{ { owner = anna } }
        local_recipient_maps = inline:{ anna=x, bruno=x }
        virtual_alias_domains = example.org
        virtual_alias_maps = lmdb:$config_directory/virtual
        transport_maps = lmdb:$config_directory/transport
        recipient_delimiter = +
        smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination
        smtpd_client_restrictions = check_client_access cidr:$config_directory/clients

        """

    static func sample() throws -> Directory {
        try Directory([
            "main.cf": main,
            "virtual": "# aliases\nsales@example.org  anna@mail.example.com,\n  b@far.example\n",
            "transport": "far.example relay:[mx.far.example]:25\n",
            "clients": "198.51.100.0/24 REJECT go away\n",
        ])
    }
}
