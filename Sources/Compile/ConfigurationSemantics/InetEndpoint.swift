import ByteScanning
import NetworkAddress

/// The name of a service of type inet: a port, or a host and a port (master(5)).
public enum InetEndpoint {
    /// What is wrong with a name; `nil` for one that can be right. Names of hosts and ports are not looked up.
    public static func fault(_ name: String) -> String? {
        let bytes = Array(name.utf8)
        guard bytes.first == UInt8(ascii: "[") else {
            let parts = bytes.split(separator: ASCII.colon, omittingEmptySubsequences: false)
            guard parts.count <= 2 else { return "an IPv6 address stands in brackets" }
            return portFault(parts[parts.count - 1])
        }
        guard let close = bytes.firstIndex(of: UInt8(ascii: "]")) else { return "the [ has no ]" }
        guard IPAddress(Array(bytes[1..<close]).span) != nil else {
            return "\"\(String(decoding: bytes[1..<close], as: UTF8.self))\" is no address"
        }
        let rest = bytes[(close + 1)...]
        guard rest.first == ASCII.colon else { return "a port is missing after the address" }
        return portFault(rest.dropFirst())
    }

    private static func portFault(_ port: ArraySlice<UInt8>) -> String? {
        guard !port.isEmpty else { return "the port is missing" }
        guard port.allSatisfy(ASCII.isDigit) else { return nil }
        let number = Int(String(decoding: port, as: UTF8.self)) ?? Int.max
        return (1...65535).contains(number) ? nil : "\(String(decoding: port, as: UTF8.self)) is no port"
    }
}
