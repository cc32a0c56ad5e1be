import ByteScanning
import Glibc
import TableFormat

/// The environment of this process as a table (`environ:name`; the name has no meaning).
public struct EnvironmentTable: LookupTable {
    public let name: String
    public let matching = TableType.environ.matching

    public init(name: String) { self.name = name }

    public func value(for key: Span<UInt8>) throws(LookupFailure) -> [UInt8]? {
        let variable: [UInt8] = key.bytes
        guard !variable.contains(ASCII.nul), !variable.contains(UInt8(ascii: "=")) else { return nil }
        // SAFETY: the value is copied before anything else in this process can change the environment.
        guard let value = unsafe getenv(String(decoding: variable, as: UTF8.self)) else { return nil }
        return unsafe Array(String(cString: value).utf8)
    }
}
