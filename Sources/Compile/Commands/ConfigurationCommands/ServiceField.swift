import ByteScanning
import ConfigurationSemantics

/// A column of master.cf, by the name that `postconf -F` gives it.
enum ServiceField: String, CaseIterable {
    case service, type
    case isPrivate = "private"
    case unprivileged, chroot, wakeup
    case processLimit = "process_limit"
    case command

    /// Where it stands among the words of a line.
    var column: Int {
        switch self {
        case .service: 0
        case .type: 1
        case .isPrivate: 2
        case .unprivileged: 3
        case .chroot: 4
        case .wakeup: 5
        case .processLimit: 6
        case .command: MasterEntry.commandColumn
        }
    }

    /// Whether the column may have this value.
    func accepts(_ value: [UInt8]) -> Bool {
        let none = [ASCII.hyphen]
        switch self {
        case .service, .command: return true
        case .type:
            return MasterService.Kind(rawValue: String(decoding: value, as: UTF8.self)) != nil
        case .isPrivate, .unprivileged, .chroot:
            return value == none || value == Array("y".utf8) || value == Array("n".utf8)
        case .wakeup:
            let isLazy = value.last == UInt8(ascii: "?")
            let number = isLazy ? Array(value.dropLast()) : value
            return number == none || number.allSatisfy(ASCII.isDigit)
        case .processLimit: return value == none || value.allSatisfy(ASCII.isDigit)
        }
    }
}

extension ServiceField {
    /// What is said of a field that there is none of.
    static func unknown(_ name: [UInt8]) -> String {
        "invalid service attribute name: \"\(Reporter.shown(name))\""
    }
}
