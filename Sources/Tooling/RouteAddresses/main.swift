import AddressRouting
import ByteScanning
import CompiledTables
import MailAddress
import ParameterCatalogue
import PosixSupport

// Opens the generation in force in a directory, then rewrites and resolves numbered addresses of a domain, between two
// marks on standard output: what a test sees between the marks in a trace of the process, routing did.
//
//     RouteAddresses directory count domain

/// A mark, written at once.
func mark(_ text: String) throws {
    try FileDescriptor(standard: 1, path: "standard output").write(Array("\(text)\n".utf8).span)
}

let words = ProcessArguments.words.dropFirst().map { String(decoding: $0, as: UTF8.self) }
guard words.count == 3, let count = Int(words[1]), count > 0 else {
    fatalError("usage: RouteAddresses directory count domain")
}
let generation = try Generation(current: words[0])
let configuration = try RoutingConfiguration(
    generation, RoutingScopes(try generation.configuration()), interfaces: []
) { _ in }
let (rewriter, resolver) = (AddressRewriter(configuration), Resolver(configuration))
let addresses = (0..<count).map {
    MailAddress(internalForm: Array("user\($0)@\(words[2])".utf8))
}
var nobody = NoTrace()
var routes: Set<[UInt8]> = []
try mark("begin")
for address in addresses {
    let mapped = try rewriter.envelopeRecipient(address, trace: &nobody)
    for recipient in try rewriter.expand(mapped, trace: &nobody) {
        guard case .route(let route) = try resolver.resolve(recipient, sender: .null, trace: &nobody) else {
            fatalError("\(recipient) is malformed")
        }
        routes.insert(route.nextHop.bytes)
    }
}
try mark("end")
for route in routes { try mark(String(decoding: route, as: UTF8.self)) }
