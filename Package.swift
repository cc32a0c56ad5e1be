// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of the house is built with: Swift 6, no unsafe code unmarked, no warning ignored.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// A library of one wing; the folder names the wing, the dependencies are all it may import.
func library(_ name: String, _ path: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/\(path)", swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

let shims: [Target] = [
    .systemLibrary(
        name: "CLMDB", path: "Sources/Shims/CLMDB", pkgConfig: "lmdb",
        providers: [.apt(["liblmdb-dev"])]),
    .systemLibrary(
        name: "CPCRE2", path: "Sources/Shims/CPCRE2", pkgConfig: "libpcre2-8",
        providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CNettle", path: "Sources/Shims/CNettle", providers: [.apt(["nettle-dev"])]),
    // ICU is opened when it is needed; its headers say which version.
    .target(name: "CICU", path: "Sources/Shims/CICU"),
    .target(name: "CPosix", path: "Sources/Shims/CPosix"),
]

let core: [Target] = [
    library("ByteScanning", "Core/ByteScanning"),
    library("Diagnostics", "Core/Diagnostics", ["ByteScanning"]),
    library("PosixSupport", "Core/PosixSupport", ["ByteScanning", "CPosix"]),
    library("TableFormat", "Core/TableFormat", ["ByteScanning"]),
    library("LMDBStore", "Core/LMDBStore", ["ByteScanning", "PosixSupport", "CPosix"]),
    library("PatternMatching", "Core/PatternMatching", ["ByteScanning", "CPCRE2"]),
    library("MessageSyntax", "Core/MessageSyntax", ["ByteScanning"]),
    library("NetworkAddress", "Core/NetworkAddress", ["ByteScanning"]),
    library("InternationalNames", "Core/InternationalNames", ["ByteScanning", "CICU"]),
    library("MailAddress", "Core/MailAddress", ["ByteScanning", "InternationalNames", "NetworkAddress"]),
    library("ParameterCatalogue", "Core/ParameterCatalogue", ["ByteScanning"]),
    // Linked in, because a shared library is opened at each start and this is one function.
    .target(
        name: "ContentDigest", dependencies: ["ByteScanning", "CNettle"], path: "Sources/Core/ContentDigest",
        swiftSettings: strict, linkerSettings: [.linkedLibrary(":libnettle.a")]),
    library(
        "GenerationFormat", "Core/GenerationFormat", ["ByteScanning", "ParameterCatalogue", "TableFormat"]),
]

let run: [Target] = [
    library(
        "CompiledTables", "Run/CompiledTables",
        [
            "ByteScanning", "GenerationFormat", "LMDBStore", "NetworkAddress", "ParameterCatalogue",
            "PatternMatching", "PosixSupport", "TableFormat",
        ]),
    library(
        "AddressRouting", "Run/AddressRouting",
        [
            "ByteScanning", "CompiledTables", "InternationalNames", "MailAddress", "NetworkAddress",
            "ParameterCatalogue", "TableFormat",
        ]),
]

let compile: [Target] = [
    library("ConfigurationSyntax", "Compile/ConfigurationSyntax", ["ByteScanning", "Diagnostics"]),
    library(
        "ConfigurationSemantics", "Compile/ConfigurationSemantics",
        [
            "ByteScanning", "ConfigurationSyntax", "Diagnostics", "InternationalNames", "NetworkAddress",
            "ParameterCatalogue", "PosixSupport",
        ]),
    library(
        "TableSources", "Compile/TableSources",
        ["ByteScanning", "Diagnostics", "NetworkAddress", "TableFormat"]),
    library(
        "TableCompiler", "Compile/TableCompiler",
        [
            "ByteScanning", "CompiledTables", "Diagnostics", "LMDBStore", "NetworkAddress", "PatternMatching",
            "PosixSupport", "TableFormat", "TableSources",
        ]),
    library(
        "ConfigurationCompiler", "Compile/ConfigurationCompiler",
        [
            "ByteScanning", "CompiledTables", "ConfigurationSemantics", "ConfigurationSyntax",
            "ContentDigest",
            "Diagnostics", "GenerationFormat", "LMDBStore", "NetworkAddress", "ParameterCatalogue",
            "PosixSupport", "TableCompiler", "TableFormat", "TableSources",
        ]),
    library(
        "CommandSupport", "Compile/Commands/CommandSupport",
        [
            "ByteScanning", "ConfigurationSemantics", "ConfigurationSyntax", "Diagnostics", "LMDBStore",
            "PosixSupport",
        ]),
    library(
        "ConfigurationCommands", "Compile/Commands/ConfigurationCommands",
        [
            "ByteScanning", "CommandSupport", "ConfigurationSemantics", "ConfigurationSyntax",
            "ParameterCatalogue", "PosixSupport", "TableFormat",
        ]),
    library(
        "TableCommands", "Compile/Commands/TableCommands",
        [
            "ByteScanning", "CommandSupport", "CompiledTables", "ConfigurationCompiler", "LMDBStore",
            "MessageSyntax", "PosixSupport", "TableCompiler", "TableFormat",
        ]),
    library(
        "BuildCommand", "Compile/Commands/BuildCommand",
        [
            "CommandSupport", "CompiledTables", "ConfigurationCompiler", "Diagnostics", "GenerationFormat",
            "PosixSupport", "TableCompiler",
        ]),
]

/// What follows addresses through a configuration.
let explaining: [Target] = [
    library(
        "RouteExplanation", "Compile/RouteExplanation",
        [
            "AddressRouting", "ByteScanning", "CompiledTables", "ConfigurationCompiler",
            "ConfigurationSemantics", "ConfigurationSyntax", "Diagnostics", "GenerationFormat", "MailAddress",
            "NetworkAddress", "ParameterCatalogue", "PosixSupport",
        ]),
    library(
        "RoutingCommands", "Compile/Commands/RoutingCommands",
        [
            "AddressRouting", "ByteScanning", "CommandSupport", "CompiledTables", "ConfigurationCompiler",
            "ConfigurationSemantics", "Diagnostics", "GenerationFormat", "MailAddress", "NetworkAddress",
            "ParameterCatalogue", "PosixSupport", "RouteExplanation",
        ]),
]

/// What looks at configurations and says what is wrong with them.
let checking: [Target] = [
    library(
        "LintRules", "Compile/LintRules",
        [
            "ByteScanning", "CompiledTables", "ConfigurationCompiler", "ConfigurationSemantics",
            "ConfigurationSyntax", "Diagnostics",
            "LMDBStore", "NetworkAddress", "ParameterCatalogue", "PatternMatching", "PosixSupport",
            "TableCompiler", "TableFormat", "TableSources",
        ]),
    library(
        "CheckCommand", "Compile/Commands/CheckCommand",
        [
            "ByteScanning", "CommandSupport", "ConfigurationSemantics", "ConfigurationSyntax", "Diagnostics",
            "LintRules", "ParameterCatalogue", "PosixSupport",
        ]),
    library(
        "ConfigurationLayout", "Compile/ConfigurationLayout",
        ["ByteScanning", "ConfigurationSyntax", "ParameterCatalogue", "TableSources"]),
    library(
        "FormatCommand", "Compile/Commands/FormatCommand",
        ["ByteScanning", "CommandSupport", "ConfigurationLayout", "ConfigurationSyntax", "PosixSupport"]),
]

let allTableModules: [Target.Dependency] = [
    "ByteScanning", "Diagnostics", "PosixSupport", "TableFormat", "LMDBStore", "NetworkAddress",
    "PatternMatching", "TableSources", "TableCompiler", "CompiledTables",
]

let testTargets: [Target] = [
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("PatternTableTests", allTableModules + ["TestSupport"]),
    tests("AddressRangeTests", allTableModules),
    tests("IndexTests", allTableModules + ["TestSupport"]),
    tests("PostmapTests", ["postroom", "TableSources", "TestSupport"]),
    tests("NamedTableTests", allTableModules),
    tests("MessageSyntaxTests", ["MessageSyntax"]),
    tests("CommandTests", ["CommandSupport"]),
    tests(
        "LintTests",
        [
            "postroom", "ConfigurationSemantics", "ConfigurationSyntax", "LintRules", "ParameterCatalogue",
            "TestSupport",
        ]),
    tests(
        "LayoutTests",
        [
            "ByteScanning", "ConfigurationLayout", "ConfigurationSyntax", "Diagnostics",
            "TableSources",
        ]),
    tests(
        "GenerationTests",
        allTableModules + [
            "ConfigurationCompiler", "ConfigurationSemantics", "ContentDigest", "GenerationFormat",
            "ParameterCatalogue", "postroom", "RouteAddresses", "TestSupport",
        ]),
    tests(
        "ConfigurationTests",
        [
            "ConfigurationSemantics", "ConfigurationSyntax", "Diagnostics", "NetworkAddress",
            "ParameterCatalogue", "postroom", "TestSupport",
        ]),
    tests("MailAddressTests", ["ByteScanning", "InternationalNames", "MailAddress", "NetworkAddress"]),
    tests(
        "RoutingTests",
        [
            "AddressRouting", "ByteScanning", "CompiledTables", "InternationalNames", "MailAddress",
            "NetworkAddress", "RouteExplanation", "TableFormat", "TestSupport",
        ]),
    tests("ExplainTests", ["postroom", "TestSupport"]),
    tests("ArchitectureTests", []),
]

/// libFuzzer supplies `main`, so these targets link only under `FUZZ=1 swift build --sanitize=fuzzer`.
func fuzzer(_ name: String) -> Target {
    .executableTarget(
        name: name,
        dependencies: allTableModules + [
            "ConfigurationCompiler", "ConfigurationSemantics", "ConfigurationSyntax", "ParameterCatalogue",
        ], path: "Sources/Tooling/\(name)",
        swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
}

let fuzzers: [Target] =
    Context.environment["FUZZ"] == nil
    ? []
    : ["FuzzCIDR", "FuzzConfiguration", "FuzzGeneration", "FuzzIndex", "FuzzPatterns", "FuzzSources"].map(
        fuzzer)

let benchmarks: [Target] = [
    .target(name: "MdbLoop", dependencies: ["CLMDB"], path: "Sources/Tooling/MdbLoop"),
    .executableTarget(
        name: "GenerateReference", dependencies: ["ParameterCatalogue", "PosixSupport"],
        path: "Sources/Tooling/GenerateReference", swiftSettings: strict),
    .executableTarget(
        name: "GenerateRulePages", dependencies: ["LintRules", "PosixSupport"],
        path: "Sources/Tooling/GenerateRulePages", swiftSettings: strict),
    .executableTarget(
        name: "Benchmarks",
        dependencies: [
            "AddressRouting", "CompiledTables", "GenerationFormat", "LMDBStore", "MailAddress", "MdbLoop",
            "ParameterCatalogue", "PosixSupport",
        ],
        path: "Sources/Tooling/Benchmarks", swiftSettings: strict),
    .executableTarget(
        name: "RouteAddresses",
        dependencies: [
            "AddressRouting", "ByteScanning", "CompiledTables", "MailAddress", "ParameterCatalogue",
            "PosixSupport",
        ],
        path: "Sources/Tooling/RouteAddresses", swiftSettings: strict),
]

let package = Package(
    name: "postroom",
    products: [.executable(name: "postroom", targets: ["postroom"])],
    targets: shims + core + run + compile + checking + explaining + testTargets + fuzzers + benchmarks + [
        .executableTarget(
            name: "postroom",
            dependencies: [
                "BuildCommand", "CheckCommand", "ConfigurationCommands", "FormatCommand", "PosixSupport",
                "RoutingCommands", "TableCommands",
            ],
            path: "Sources/Programs/postroom", swiftSettings: strict)
    ]
)
