import ByteScanning
import Glibc
import NetworkAddress

extension SystemFacts {
    /// Those of this machine and process, now.
    public static var current: SystemFacts {
        SystemFacts(hostName: currentHostName(), processID: Int(getpid()))
    }

    private static func currentHostName() -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func currentInterfaces() -> [Interface] {
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
            interfaces.append(
                Interface(
                    address: self.address(address),
                    length: mask.reduce(0) { $0 + $1.nonzeroBitCount }))
        }
        return interfaces
    }

    /// The addresses of a host; a name is looked up.
    public static func addresses(ofHost name: String) -> [IPAddress] {
        let bytes = Array(name.utf8)
        let isBracketed = bytes.first == UInt8(ascii: "[") && bytes.last == UInt8(ascii: "]")
        let inside = isBracketed ? Array(bytes.dropFirst().dropLast()) : bytes
        if let address = IPAddress(inside.span) { return [address] }
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(name, nil, &hints, &list) == 0 else { return [] }
        // SAFETY: the list lives until freeaddrinfo; every part that is read belongs to it.
        defer { unsafe freeaddrinfo(list) }
        var addresses: [IPAddress] = []
        var next = unsafe list
        while let entry = unsafe next {
            unsafe next = entry.pointee.ai_next
            guard let bytes = unsafe self.bytes(of: entry.pointee.ai_addr) else { continue }
            let address = self.address(bytes)
            if !addresses.contains(address) { addresses.append(address) }
        }
        return addresses
    }

    private static func address(_ bytes: [UInt8]) -> IPAddress {
        let number = bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        return bytes.count == 4
            ? .v4(IPv4Address(bits: UInt32(number))) : .v6(IPv6Address(bits: number))
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
