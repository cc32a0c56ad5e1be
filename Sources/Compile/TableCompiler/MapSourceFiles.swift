import ByteScanning
import TableFormat
import TableSources
import Synchronization

/// The files that the values of a map name, where values stand for the contents of files (`postmap -F`).
public enum MapSourceFiles {
    /// Their names in the order of the source, each as often as it is there.
    public static func names(in source: Span<UInt8>, file: String, options: KeyPolicy) -> [String] {
        let names = Mutex<[String]>([])
        let scanner = MapScanner(
            file: file, grammar: .map, options: options, maximumKeySize: Int.max,
            transform: { value in
                let found = ValueFiles.names(value).map { String(decoding: $0, as: UTF8.self) }
                names.withLock { $0 += found }
                return .success([])
            })
        var table = RowTable()
        _ = scanner.scan(source, into: &table, report: { _ in }) { _ in }
        return names.withLock { $0 }
    }
}
