import ByteScanning
import PosixSupport
import TableSources

/// Values that name files (`postmap -F`).
enum ValueFiles {
    /// The contents of the files that `value` lists, separated by commas or white space, joined by newlines and
    /// written as base64.
    static func base64(_ value: Span<UInt8>) -> Result<[UInt8], DroppedValue> {
        var content: [UInt8] = []
        var isFirst = true
        for name in names(value) {
            let path = String(decoding: name, as: UTF8.self)
            do throws(SystemError) {
                let bytes = try FileDescriptor(opening: path).readToEnd()
                if !isFirst { content.append(ASCII.newline) }
                content.append(contentsOf: bytes)
                isFirst = false
            } catch {
                return .failure(DroppedValue(message: "\(error)"))
            }
        }
        return .success(Base64.encode(content.span))
    }

    /// What `-F` does to values; nothing without it.
    static func transform(if readsFiles: Bool) -> ValueTransform? {
        guard readsFiles else { return nil }
        return { @Sendable value in base64(value) }
    }

    static func names(_ value: Span<UInt8>) -> [[UInt8]] {
        value.bytes.split { $0 == ASCII.comma || ASCII.isSpace($0) }.map { Array($0) }
    }
}
