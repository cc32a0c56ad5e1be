import Glibc

/// The NIS domain of this machine (domainname(1)).
public enum NISDomain {
    /// Whether there is one; Linux calls none `(none)`.
    public static var isSet: Bool {
        var buffer = [CChar](repeating: 0, count: 256)
        guard unsafe getdomainname(&buffer, buffer.count - 1) == 0 else { return false }
        let name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return !name.isEmpty && name != "(none)"
    }
}
