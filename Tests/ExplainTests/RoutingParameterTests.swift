import Foundation
import TestSupport
import Testing

/// Every parameter that routing reads is needed, or listed as one whose mistakes do no harm.
@Suite struct RoutingParameterTests {
    /// Of address probes, which explanations do not follow.
    private static let unused = "address_verify_"

    private func texts(_ folder: String) throws -> [String] {
        let root = BuiltProgram.repository + "/Sources/" + folder
        return try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".swift") }.map
        {
            try String(contentsOfFile: root + "/" + $0, encoding: .utf8)
        }
    }

    @Test func `no parameter is read whose mistakes pass`() throws {
        var names: [Substring: Substring] = [:]
        for text in try texts("Core/ParameterCatalogue/Subjects") {
            for match in text.matches(of: /static var (\w+): Self \{\s+Self\(\s+"([^"]+)"/) {
                names[match.1] = match.2
            }
        }
        #expect(names.count > 900)
        let list = try texts("Compile/RouteExplanation").first { $0.contains("enum RoutingParameters") }
        let known = Set(try #require(list).matches(of: /"([a-z0-9_]+)"/).map(\.1))
        let sources = try texts("Run/AddressRouting") + texts("Compile/RouteExplanation")
        let read = sources.flatMap {
            $0.matches(of: /(?:\[|\(|Restrictions>?)\.(\w+)/).compactMap { names[$0.1] }
        }
        let missing = Set(read).subtracting(known).filter { !$0.hasPrefix(Self.unused) }
        #expect(missing == [])
        #expect(Set(read).count > 80)
    }
}
