import AddressRouting
import CompiledTables
import Glibc
import MailAddress
import ParameterCatalogue

/// The whole way of an address, from a recipient to transport and nexthop, through canonical, virtual and transport maps
/// of a million rows each, beside as many `mdb_get` in C with the same keys in the same indexes
/// and in the same order.
struct RoutingBenchmark {
    /// Addresses that are resolved.
    private static let sample = 200_000
    private static let maps = ["canonical", "virtual", "transport"]

    private let router: Router
    private let addresses: [MailAddress]
    /// The lookups of all addresses, in their order.
    private var loop: ReferenceLoop
    /// Lookups that one address takes, on average.
    let lookups: Double

    /// What a process keeps for all its addresses.
    private struct Router {
        let rewriter: AddressRewriter
        let resolver: Resolver

        init(_ configuration: RoutingConfiguration) {
            rewriter = AddressRewriter(configuration)
            resolver = Resolver(configuration)
        }
    }

    /// Keeps the keys that tables are asked for.
    private struct KeyTrace: RoutingTrace {
        /// The number of a table's index.
        let indexes: [String: UInt8]
        var loop: ReferenceLoop

        mutating func record(_ step: @autoclosure () -> RoutingStep) {
            let step = step()
            guard let table = step.table, let index = indexes[table] else { return }
            loop.append(step.key, index: index)
        }
    }

    init(_ workload: inout Workload, postroom: String, directory: String) throws {
        addresses = workload.writeRouting(count: 1_000_000).prefix(Self.sample).map {
            MailAddress(internalForm: Array($0.utf8))
        }
        let output = directory + "/routing-compiled"
        _ = Run([postroom, "build", "-c", workload.path("routing"), "--output", output], in: directory)
        let generation = try Generation(current: output)
        router = Router(
            try RoutingConfiguration(
                generation, RoutingScopes(try generation.configuration()), interfaces: []
            ) { _ in })
        var paths: [String] = []
        var indexes: [String: UInt8] = [:]
        for record in try generation.tables() {
            guard case .index(let digest, _) = record.answer else { continue }
            indexes[record.reference] = UInt8(paths.count)
            paths.append("\(output)/tables/\(digest).lmdb")
        }
        guard paths.count == Self.maps.count else { stop("not all maps were compiled") }
        var trace = KeyTrace(indexes: indexes, loop: ReferenceLoop(paths))
        for address in addresses { _ = try Self.resolve(address, router, &trace) }
        loop = trace.loop
        lookups = Double(loop.count) / Double(addresses.count)
    }

    private static func resolve(
        _ address: MailAddress, _ router: Router, _ trace: inout some RoutingTrace
    ) throws -> Int {
        let mapped = try router.rewriter.envelopeRecipient(address, trace: &trace)
        var sum = 0
        for recipient in try router.rewriter.expand(mapped, trace: &trace) {
            let resolution = try router.resolver.resolve(recipient, sender: .null, trace: &trace)
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
        for address in addresses { sum += try Self.resolve(address, router, &nobody) }
        guard sum > 0 else { stop("nothing was resolved") }
        return (ContinuousClock.now - start) / .seconds(1) / Double(addresses.count)
    }

    /// Seconds for the `mdb_get` of an address.
    func reference() -> Double { loop.run().seconds / Double(addresses.count) }
}
