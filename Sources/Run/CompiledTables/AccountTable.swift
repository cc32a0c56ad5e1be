import ByteScanning
import Glibc
import TableFormat

/// The system's users or groups as a table, whose values are lines of passwd(5) or group(5) (`unix:passwd.byname`,
/// `unix:group.byname`).
public struct AccountTable: LookupTable {
    public enum Database: String, Sendable {
        case users = "passwd.byname"
        case groups = "group.byname"
    }

    public let name: String
    public let matching = TableType.unix.matching
    private let database: Database

    public init(name: String, database: Database) {
        self.name = name
        self.database = database
    }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        let account: [UInt8] = key.bytes
        guard !account.isEmpty, !account.contains(ASCII.nul) else { return nil }
        let text = String(decoding: account, as: UTF8.self)
        switch database {
        case .users: return try userLine(text)
        case .groups: return try groupLine(text)
        }
    }

    private func userLine(_ account: String) throws(LookupFailure) -> [UInt8]? {
        var line: [UInt8]?
        try retrying { size in
            unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
                guard let base = buffer.baseAddress else { return ENOMEM }
                var user = unsafe passwd()
                var found: UnsafeMutablePointer<passwd>?
                let status = unsafe getpwnam_r(account, &user, base, size, &found)
                // SAFETY: the strings are in `buffer`, alive here.
                if unsafe found != nil {
                    let ids = unsafe [Array("\(user.pw_uid)".utf8), Array("\(user.pw_gid)".utf8)]
                    line = Self.joined(
                        unsafe [
                            Self.bytes(user.pw_name), Self.bytes(user.pw_passwd), ids[0], ids[1],
                            Self.bytes(user.pw_gecos), Self.bytes(user.pw_dir), Self.bytes(user.pw_shell),
                        ])
                }
                return status
            }
        }
        return line
    }

    private func groupLine(_ account: String) throws(LookupFailure) -> [UInt8]? {
        var line: [UInt8]?
        try retrying { size in
            unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
                guard let base = buffer.baseAddress else { return ENOMEM }
                var entry = unsafe group()
                var found: UnsafeMutablePointer<group>?
                let status = unsafe getgrnam_r(account, &entry, base, size, &found)
                // SAFETY: as above; the list of members ends with a null pointer.
                if unsafe found != nil {
                    var members: [[UInt8]] = []
                    var next = unsafe entry.gr_mem
                    while let pointer = unsafe next, let member = unsafe pointer.pointee {
                        unsafe members.append(Self.bytes(member))
                        unsafe next = pointer + 1
                    }
                    line = Self.joined(
                        unsafe [
                            Self.bytes(entry.gr_name), Self.bytes(entry.gr_passwd),
                            Array("\(entry.gr_gid)".utf8), Array(members.joined(separator: [ASCII.comma])),
                        ])
                }
                return status
            }
        }
        return line
    }

    /// Asks with more room until the answer fits.
    private func retrying(_ ask: (_ size: Int) -> Int32) throws(LookupFailure) {
        var size = 4096
        while true {
            let status = ask(size)
            if status == ERANGE, size < 1 << 24 {
                size *= 4
            } else if status == 0 || status == ENOENT {
                return
            } else if status != EINTR {
                throw LookupFailure(table: name, reason: unsafe String(cString: strerror(status)))
            }
        }
    }

    private static func joined(_ fields: [[UInt8]]) -> [UInt8] {
        Array(fields.joined(separator: [ASCII.colon]))
    }

    private static func bytes(_ text: UnsafeMutablePointer<CChar>?) -> [UInt8] {
        guard let text = unsafe text else { return [] }
        return unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }
}
