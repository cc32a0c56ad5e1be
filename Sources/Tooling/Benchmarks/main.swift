import Glibc
import PosixSupport

func stop(_ reason: String) -> Never {
    print("bench: \(reason)")
    exit(1)
}
let b = LookupBenchmark(
    index: CommandLine.arguments[1], keys: try FileDescriptor(opening: CommandLine.arguments[2]).readToEnd())
for _ in 0..<5 { print(b.reference(), try b.ours(), try b.batches(of: 1000)) }
