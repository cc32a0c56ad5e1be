import AddressRouting
import ByteScanning
import CompiledTables
import MailAddress
import NetworkAddress

/// A small mail system that the unit tests change to their needs.
func sampleConfiguration() -> RoutingConfiguration {
    let host = MailDomain("host.example.com")
    var transports = TransportRules()
    transports.local = Array("local:host.example.com".utf8)
    var configuration = RoutingConfiguration(
        completion: CompletionRules(
            options: [.appendAtOrigin, .swapBangPath, .percentHack], origin: MailDomain("example.com"),
            domain: MailDomain("example.com")),
        extensions: ExtensionRule(delimiters: Array("+".utf8)),
        site: LocalSite(
            hostName: host, origin: MailDomain("example.com"),
            destinations: NameList(["host.example.com", "example.com"]),
            interfaceAddresses: Set(IPAddress(Array("127.0.0.1".utf8).span).map { [$0] } ?? [])),
        transports: transports)
    configuration.domains.virtualAlias = NameList(["alias.example"])
    configuration.domains.virtualMailbox = NameList(["mailbox.example"])
    configuration.domains.relay = NameList(["relay.example"], hasSubdomains: true)
    return configuration
}

func list(_ parameter: String, _ rows: [(String, String)]) -> MapList {
    MapList(parameter, [memoryTable("lmdb:" + parameter, rows)])
}

func failing(_ parameter: String) -> MapList {
    MapList(parameter, [FailTable(name: "fail:x")])
}

func address(_ text: String) -> MailAddress { MailAddress(internalForm: Array(text.utf8)) }

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

extension Resolution {
    /// `class transport:nexthop recipient`.
    var summary: String {
        switch self {
        case .malformed(let address): "malformed \(text(address.internalForm))"
        case .route(let route):
            "\(route.addressClass.rawValue) \(route.transport):\(route.nextHop) "
                + text(route.recipient.internalForm)
        }
    }
}
