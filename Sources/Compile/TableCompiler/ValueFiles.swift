import ByteScanning
import PosixSupport

/// Values that name files (`postmap -F`).
enum ValueFiles {
    /// The contents of the files that `value` lists, separated by commas or white space, joined by newlines and
    /// written as base64.
    static func base64(_ value: Span<UInt8>) -> Result<[UInt8], MapScanner.DroppedValue> {
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
                return .failure(MapScanner.DroppedValue(message: "\(error); the entry is left out"))
            }
        }
        return .success(Base64.encode(content.span))
    }

    private static func names(_ value: Span<UInt8>) -> [[UInt8]] {
        value.bytes.split { $0 == ASCII.comma || ASCII.isSpace($0) }.map { Array($0) }
    }
}
