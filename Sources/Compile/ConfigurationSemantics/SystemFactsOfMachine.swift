import ByteScanning
import Glibc
import NetworkAddress

extension SystemFacts {
    /// Those of this machine and process, now.
    public static var current: SystemFacts {
        SystemFacts(hostName: currentHostName(), processID: Int(getpid()), interfaces: currentInterfaces())
    }

    private static func currentHostName() -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func currentInterfaces() -> [Interface] {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard unsafe getifaddrs(&list) == 0 else { return [] }
        // SAFETY: the list lives until freeifaddrs; every part that is read belongs to it.
        defer { unsafe freeifaddrs(list) }
        var interfaces: [Interface] = []
        var next = unsafe list
        while let entry = unsafe next {
            unsafe next = entry.pointee.ifa_next
            guard unsafe entry.pointee.ifa_flags & UInt32(IFF_UP) != 0,
                let address = unsafe bytes(of: entry.pointee.ifa_addr),
                let mask = unsafe bytes(of: entry.pointee.ifa_netmask), mask.count == address.count
            else { continue }
            let number = address.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
            interfaces.append(
                Interface(
                    address: address.count == 4
                        ? .v4(IPv4Address(bits: UInt32(number))) : .v6(IPv6Address(bits: number)),
                    length: mask.reduce(0) { $0 + $1.nonzeroBitCount }))
        }
        return interfaces
    }

    /// The bytes of an address; `nil` for a family that is not IP.
    private static func bytes(of address: UnsafeMutablePointer<sockaddr>?) -> [UInt8]? {
        guard let address = unsafe address else { return nil }
        // SAFETY: a structure of each family is at least as long as what is read of it.
        switch Int32(unsafe address.pointee.sa_family) {
        case AF_INET:
            let bytes = unsafe UnsafeRawBufferPointer(start: address, count: MemoryLayout<sockaddr_in>.size)
            return unsafe Array(bytes[4..<8])
        case AF_INET6:
            let bytes = unsafe UnsafeRawBufferPointer(start: address, count: MemoryLayout<sockaddr_in6>.size)
            return unsafe Array(bytes[8..<24])
        default: return nil
        }
    }
}
