import CommandSupport
import Foundation
import Testing

struct MainParametersTests {
    private func parameters(_ text: String) throws -> MainParameters {
        let directory = NSTemporaryDirectory() + "postroom-parameters-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try text.write(toFile: directory + "/main.cf", atomically: true, encoding: .utf8)
        return try MainParameters(directory: directory)
    }

    @Test(arguments: [
        ("plain", "plain"), ("$a", "A"), ("${a}", "A"), ("$(a)", "A"), ("x${a}y", "xAy"), ("$none.", "."),
        ("$$a", "$a"),
        ("${a?yes}", "yes"), ("${none?yes}", ""), ("${a:no}", ""), ("${none:no}", "no"),
        ("${a?{yes}:{no}}", "yes"),
        ("${none?{yes}:{no}}", "no"), ("${a?{$b}}", "B A"), ("${none : x}", " x"), ("${a?${b}}", "B A"),
        ("${{1} == {1} ? {t} : {f}}", "t"), ("${{10} > {9}?{t}:{f}}", "t"),
        ("${{x} < {abc} ? {t} : {f}}", "f"),
        ("${{$a} != {A} ? {t} : {f}}", "f"), ("${{3.6} <level {3.10} ? {t} : {f}}", "t"),
        ("${{1} ?? {1}}", ""),
        ("$loop", ""), ("${", ""), ("$", ""), ("${a?{", ""), ("${{", ""),
    ])
    func `names are replaced`(value: String, expanded: String) throws {
        let parameters = try parameters("a = A\nb = B $a\nloop = $loop\nx = \(value)\n")
        #expect(parameters["x"] == expanded)
    }

    @Test(arguments: [
        ("", false), ("compatibility_level = 0", false), ("compatibility_level = 1", true),
        ("compatibility_level = 3.6", true), ("smtputf8_enable = yes", true),
        ("compatibility_level = 2\nsmtputf8_enable = no", false),
    ])
    func `UTF-8 follows the compatibility level`(text: String, isEnabled: Bool) throws {
        #expect(try parameters(text).isUTF8Enabled == isEnabled)
    }

    @Test func `continued lines, comments and repeated names`() throws {
        let parameters = try parameters("# c\nx = a,\n  b\n# d\n\tc\ny = 1\ny = 2\n")
        #expect(parameters.list("x") == ["a", "b", "c"])
        #expect(parameters["y"] == "2")
    }
}

struct OptionScannerTests {
    private func scan(_ words: [String]) throws -> (elements: [OptionScanner.Element], operands: [[UInt8]]) {
        try OptionScanner(flags: "fn", options: "cq").scan(words.map { Array($0.utf8) })
    }

    @Test func `letters are joined, arguments are joined or follow`() throws {
        let result = try scan(["-fn", "-cdir", "-q", "-", "-fqkey", "--", "-f", "x"])
        #expect(
            result.elements == [
                .flag("f"), .flag("n"), .option("c", Array("dir".utf8)), .option("q", Array("-".utf8)),
                .flag("f"),
                .option("q", Array("key".utf8)),
            ])
        #expect(result.operands == [Array("-f".utf8), Array("x".utf8)])
    }

    @Test func `the first word that is no option ends them`() throws {
        #expect(try scan(["a", "-f"]).operands.count == 2)
        #expect(try scan(["-"]).operands == [Array("-".utf8)])
    }

    @Test func `wrong letters and missing arguments are faults`() {
        #expect(throws: OptionScanner.Fault.unknown("z")) { try scan(["-fz"]) }
        #expect(throws: OptionScanner.Fault.missingArgument("q")) { try scan(["-q"]) }
    }
}
