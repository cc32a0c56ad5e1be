import AddressRouting
import ByteScanning
import CompiledTables
import ConfigurationSemantics
import MailAddress
import ParameterCatalogue

/// Who of local(8) takes mail for a user who is no alias: a transport, else a command or a mailbox for those who have
/// an account, and something else for those who have none (local(8), `mailbox_transport` in postconf(5)).
///
/// Whether there is an account is not asked: the machine that explains need not be the one that delivers.
public struct LocalMailbox: Sendable {
    private let mailboxTransports: TransportSetting
    private let commandMaps: MapList
    private let command: [UInt8]
    private let homeMailbox: String
    private let spoolDirectory: String
    private let forwardPath: [UInt8]
    private let fallbackTransports: TransportSetting
    private let luserRelay: [UInt8]

    /// Tables of transports, and the transport for whom they do not know.
    private struct TransportSetting: Sendable {
        var maps: MapList
        var parameter: String
        var text: [UInt8]
    }

    /// - Parameter configuration: that of the local delivery agent.
    init(_ tables: TableOpening, _ configuration: Configuration) throws(GenerationFailure) {
        mailboxTransports = TransportSetting(
            maps: try tables.safeMaps(.mailboxTransportMaps, configuration), parameter: "mailbox_transport",
            text: Array(configuration[.mailboxTransport].utf8))
        commandMaps = try tables.safeMaps(.mailboxCommandMaps, configuration)
        command = Array(configuration[.mailboxCommand].text.utf8)
        homeMailbox = configuration[.homeMailbox].text
        spoolDirectory = configuration[.mailSpoolDirectory].text
        forwardPath = Array(configuration[.forwardPath].text.utf8)
        fallbackTransports = TransportSetting(
            maps: try tables.safeMaps(.fallbackTransportMaps, configuration), parameter: "fallback_transport",
            text: Array(configuration[.fallbackTransport].utf8))
        luserRelay = Array(configuration[.luserRelay].text.utf8)
    }

    /// The tables that are asked.
    var maps: [MapList] { [mailboxTransports.maps, commandMaps, fallbackTransports.maps] }

    /// Who takes the mail of one user.
    enum Taker: Equatable {
        /// `transport:nexthop`, for all users.
        case transport([UInt8])
        case account(Mailbox, otherwise: Stranger)
    }

    /// What those with an account have.
    enum Mailbox: Equatable {
        case command([UInt8])
        /// A name below the user's home directory.
        case home(String)
        /// A name in `mail_spool_directory`.
        case spool(String)
    }

    /// What becomes of mail for those without an account.
    enum Stranger: Equatable {
        case transport([UInt8])
        /// `luser_relay`.
        case forward(MailAddress)
        case unknown
    }

    /// - Parameters:
    ///   - recipient: the address whose local part the user is.
    ///   - nextHop: that of the message, for transports without their own.
    func taker(
        of recipient: MailAddress, nextHop: String, _ routing: RoutingConfiguration,
        _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Taker {
        let local = foldedCase(recipient.localPart.bytes.span, unicode: true)
        let parts = routing.extensions.split(LocalPart(local))
        let user = parts?.user.bytes ?? local
        let names = RecipientNames(
            user: user, suffix: parts?.suffix ?? [], domain: recipient.domain?.bytes ?? [],
            delimiters: routing.extensions.delimiters)
        note("forward_path", user, names.replaced(in: forwardPath, of: "forward_path"), &trace)
        if let way = try transport(of: user, mailboxTransports, nextHop, &trace) { return .transport(way) }
        let mailbox = try mailbox(of: user, &trace)
        if let way = try transport(of: user, fallbackTransports, nextHop, &trace) {
            return .account(mailbox, otherwise: .transport(way))
        }
        guard !luserRelay.isEmpty else { return .account(mailbox, otherwise: .unknown) }
        let text = names.replaced(in: luserRelay, of: "luser_relay")
        note("luser_relay", user, text, &trace)
        let address = routing.completion.complete(MailAddress(externalForm: text), trace: &trace)
        return .account(mailbox, otherwise: .forward(address))
    }

    private func transport(
        of user: [UInt8], _ setting: TransportSetting, _ nextHop: String, _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> [UInt8]? {
        let found = try setting.maps.value(for: user, trace: &trace)
        let parameter = found == nil ? setting.parameter : setting.maps.parameter
        guard let text = found ?? (setting.text.isEmpty ? nil : setting.text) else { return nil }
        guard text.first != ASCII.colon else {
            throw .configuration(
                parameter: parameter, reason: "\"\(printable(text))\" names no transport")
        }
        let way = text.contains(ASCII.colon) ? text : text + [ASCII.colon] + Array(nextHop.utf8)
        note(parameter, user, way, &trace)
        return way
    }

    private func mailbox(
        of user: [UInt8], _ trace: inout some RoutingTrace
    ) throws(RoutingFailure) -> Mailbox {
        if let command = try commandMaps.value(for: user, trace: &trace) {
            note(commandMaps.parameter, user, command, &trace)
            return .command(command)
        }
        if !command.isEmpty {
            note("mailbox_command", user, command, &trace)
            return .command(command)
        }
        let name = String(decoding: user, as: UTF8.self)
        if !homeMailbox.isEmpty {
            note("home_mailbox", user, Array("~\(name)/\(homeMailbox)".utf8), &trace)
            return .home(homeMailbox)
        }
        let directory = spoolDirectory.hasSuffix("/") ? spoolDirectory : spoolDirectory + "/"
        let path = directory + name + (spoolDirectory.hasSuffix("/") ? "/" : "")
        note("mail_spool_directory", user, Array(path.utf8), &trace)
        return .spool(path)
    }

    private func note(
        _ parameter: String, _ user: [UInt8], _ result: [UInt8], _ trace: inout some RoutingTrace
    ) {
        trace.record(RoutingStep(.delivery, parameter: parameter, key: user, result: result))
    }
}
