import AddressRouting
import ByteScanning
import Foundation
import InternationalNames
import MailAddress
import TestSupport
import Testing

/// Which domains with letters outside ASCII are host names: Postfix's rewrite service must say the same.
@Suite(.serialized, .enabled(if: PostfixInstance.isAvailable)) struct InternationalNameOracleTests {
    /// Letters of several scripts and directions, digits, joiners, signs, what is mapped to other letters or to
    /// nothing, combining marks, dots, and what no name has.
    private static let pieces = [
        "a", "b", "1", "-", "--", "_", ".", "xn--", "xn--bcher-kva", "xn--a", "\u{fc}", "\u{df}", "\u{3c2}",
        "\u{639}", "\u{627}", "\u{660}", "\u{5d0}", "\u{65e5}", "\u{30fc}", "\u{30fb}", "\u{200d}",
        "\u{200c}",
        "\u{ad}", "\u{301}", "\u{915}", "\u{94d}", "\u{937}", "\u{2615}", "\u{20ac}", "\u{2460}", "\u{2100}",
        "\u{1d400}", "\u{1f600}", "\u{3002}", "\u{ff0e}", "\u{ff11}", "\u{ff20}", "\u{10a0}", "\u{2025}",
        "\u{b7}", "l", "\u{130}", "\u{e000}", "\u{378}", " ", "$", String(repeating: "a", count: 50),
    ]

    @Test func `every name is judged as Postfix does it`() throws {
        let processings: [(String, InternationalName.Processing)] = [
            ("no", .nontransitional), ("yes", .transitional),
        ]
        let services = processings.map { word, _ in
            "rw\(word) unix - - n - 1 trivial-rewrite\n  -o enable_idna2003_compatibility=\(word)\n"
        }
        let instance = try PostfixInstance(main: "mydestination =\n", master: services.joined())
        try instance.start()
        var random = SeededRandom("international names")
        var (names, good) = ([[UInt8]](), 0)
        for _ in 0..<SeededRandom.cases(2000) {
            let name = (0...random(4)).map { _ in random.pick(Self.pieces) }.joined()
            names.append(Array((random.once(in: 2) ? name : name + ".example").utf8))
        }
        for (word, processing) in processings {
            let client = try RewriteClient(path: "\(instance.directory)/spool/private/rw\(word)")
            var configuration = sampleConfiguration()
            configuration.resolving.internationalNames = processing
            let resolver = Resolver(configuration)
            for name in names {
                let address = Array("user@".utf8) + name
                let theirs = try client.resolve(address, sender: []).flags & RewriteClient.Answer.error != 0
                var nobody = NoTrace()
                let resolution = try resolver.resolve(
                    MailAddress(internalForm: address), sender: .null, trace: &nobody)
                var isMalformed = false
                if case .malformed = resolution { isMalformed = true }
                if !isMalformed { good += 1 }
                #expect(isMalformed == theirs, "\(String(decoding: name, as: UTF8.self)) \(word)")
            }
        }
        // Neither answer is rare.
        #expect(good > names.count / 3 && good < names.count * 2)
    }
}
