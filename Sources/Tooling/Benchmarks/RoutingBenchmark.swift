import AddressRouting
import CompiledTables
import Glibc
import MailAddress
import MdbLoop
import ParameterCatalogue

/// The whole way of an address, from a recipient to transport and nexthop, through canonical, virtual and transport maps
/// of a million rows each, beside as many `mdb_get` in C with the same keys in the same indexes.
struct RoutingBenchmark {
    /// Addresses that are resolved.
    private static let sample = 200_000
    private static let maps = ["canonical", "virtual", "transport"]

    private let routing: RoutingConfiguration
    private let addresses: [MailAddress]
    /// The keys of all addresses, by the path of the index: NUL-terminated, and where each begins.
    private var keys: [String: (text: [CChar], offsets: [Int])] = [:]
    /// Lookups that one address takes, on average.
    private(set) var lookups = 0.0

    /// Keeps the keys that tables are asked for.
    private struct KeyTrace: RoutingTrace {
        var keys: [String: (text: [CChar], offsets: [Int])] = [:]
        var count = 0

        mutating func record(_ step: @autoclosure () -> RoutingStep) {
            let step = step()
            guard let table = step.table else { return }
            count += 1
            Self.append(step.key, to: &keys[table, default: ([], [0])])
        }

        private static func append(_ key: [UInt8], to asked: inout (text: [CChar], offsets: [Int])) {
            for byte in key { asked.text.append(CChar(bitPattern: byte)) }
            asked.text.append(0)
            asked.offsets.append(asked.text.count)
        }
    }

    init(_ workload: inout Workload, postroom: String, directory: String) throws {
        addresses = workload.writeRouting(count: 1_000_000).prefix(Self.sample).map {
            MailAddress(internalForm: Array($0.utf8))
        }
        let output = directory + "/routing-compiled"
        _ = Run([postroom, "build", "-c", workload.path("routing"), "--output", output], in: directory)
        let generation = try Generation(current: output)
        routing = try RoutingConfiguration(
            generation, RoutingScopes(try generation.configuration()), interfaces: []
        ) { _ in }
        var trace = KeyTrace()
        for address in addresses { _ = try Self.resolve(address, routing, &trace) }
        lookups = Double(trace.count) / Double(addresses.count)
        for record in try generation.tables() {
            guard case .index(let digest, _) = record.answer, let asked = trace.keys[record.reference] else {
                continue
            }
            keys["\(output)/tables/\(digest).lmdb"] = asked
        }
        guard keys.count == Self.maps.count else { stop("not all maps were asked") }
    }

    private static func resolve(
        _ address: MailAddress, _ routing: RoutingConfiguration, _ trace: inout some RoutingTrace
    ) throws -> Int {
        let rewriter = AddressRewriter(routing)
        let mapped = try rewriter.envelopeRecipient(address, trace: &trace)
        var sum = 0
        for recipient in try rewriter.expand(mapped, trace: &trace) {
            let resolution = try Resolver(routing).resolve(recipient, sender: .null, trace: &trace)
            guard case .route(let route) = resolution else { stop("\(recipient) is malformed") }
            sum += route.nextHop.bytes.count
        }
        return sum
    }

    /// Seconds for an address.
    func ours() throws -> Double {
        let start = ContinuousClock.now
        var sum = 0
        var nobody = NoTrace()
        for address in addresses { sum += try Self.resolve(address, routing, &nobody) }
        guard sum > 0 else { stop("nothing was resolved") }
        return (ContinuousClock.now - start) / .seconds(1) / Double(addresses.count)
    }

    /// Seconds for the `mdb_get` of an address.
    func reference() -> Double {
        let start = ContinuousClock.now
        for (path, asked) in keys {
            var sum: CUnsignedLong = 0
            let found = unsafe mdb_loop(path, asked.text, asked.offsets, asked.offsets.count - 1, &sum)
            guard found >= 0 else { stop("mdb_get cannot read \(path)") }
        }
        return (ContinuousClock.now - start) / .seconds(1) / Double(addresses.count)
    }
}
