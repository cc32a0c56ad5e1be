import CPosix
import Glibc

/// What the system and the network know of accounts, sockets and hosts, each within a time limit where it may take long.
public enum MachineQueries {
    /// Whether there is a user; `nil` when the system cannot say.
    public static func hasUser(_ name: String) -> Bool? {
        errno = 0
        if unsafe getpwnam(name) != nil { return true }
        return errno == 0 || errno == ENOENT ? false : nil
    }

    /// Whether there is a group; `nil` when the system cannot say.
    public static func hasGroup(_ name: String) -> Bool? {
        errno = 0
        if unsafe getgrnam(name) != nil { return true }
        return errno == 0 || errno == ENOENT ? false : nil
    }

    /// Why nobody can be reached at a socket; `nil` when somebody can, or when this process may not try.
    ///
    /// - Parameter limit: milliseconds.
    public static func refusal(socket path: String, limit: Int32) -> String? {
        reason(unsafe postroom_try_unix(path, limit))
    }

    /// Why nobody can be reached at a port of an address; `nil` when somebody can, and for what is no address.
    public static func refusal(address: String, port: String, limit: Int32) -> String? {
        reason(unsafe postroom_try_inet(address, port, limit))
    }

    private static func reason(_ code: Int32) -> String? {
        guard code != 0, code != EACCES, code != EPERM else { return nil }
        return unsafe String(cString: strerror(code))
    }

    /// Whether a host has an address; `nil` when there was no answer in time.
    public static func resolves(_ host: String, limit: Int32) -> Bool? {
        switch unsafe postroom_resolve(host, limit) {
        case 0: true
        case 1: false
        default: nil
        }
    }

    /// Whether a domain has MX records; `nil` when there was no answer in time.
    public static func hasMailExchanger(_ domain: String, limit: Int32) -> Bool? {
        switch unsafe postroom_has_mx(domain, limit) {
        case 0: true
        case 1: false
        default: nil
        }
    }

    /// Milliseconds since a moment that never changes while the system runs.
    public static var uptime: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Seconds since 1970.
    public static var now: Int { time(nil) }
}
