// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .strictMemorySafety(), .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    // Between modules the optimiser sees through generic calls: a push takes a third less time.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// One module of the product: `Sources/<name>`, or `path` where it lives elsewhere.
func module(_ name: String, _ dependencies: [String] = [], path: String? = nil) -> Target {
    .target(
        name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, path: path,
        swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [String]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies.map { .init(stringLiteral: $0) },
        swiftSettings: settings)
}

/// The tests of one module; `golden` folders hold files that tests read by path.
func tests(_ name: String, _ dependencies: [String], golden: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, exclude: golden,
        swiftSettings: settings)
}

let package = Package(
    name: "Waybook",
    targets: [
        // Pure: no clock, randomness, file, socket or thread.
        .systemLibrary(name: "CSHA256"),
        module("SyncProtocol", ["CSHA256"], path: "SyncProtocol/Swift"),
        module("Domain"),
        module("ReferenceData", ["Domain"]),
        module("WireMapping", ["Domain", "SyncProtocol"]),
        module("SyncEngine", ["Domain", "SyncProtocol"]),
        module("Ledger", ["Domain", "SyncProtocol", "WireMapping"]),
        module("HTTPWire"),
        module("Terminal"),
        module("Commands", ["Domain", "ReferenceData", "Terminal"]),
        module("Exports", ["Domain", "ReferenceData", "Commands"]),
        module("Paper", ["Domain", "ReferenceData", "Commands", "Terminal"]),
        module("HandheldUI", ["Domain", "Commands", "Exports", "Paper", "Terminal"]),
        // Deterministic: real SQLite, nothing else of the world.
        .systemLibrary(name: "CSQLite"),
        module("SQLite", ["CSQLite"]),
        module("Journal", ["Domain", "SyncProtocol", "WireMapping", "SQLite"]),
        module("CentralStore", ["Domain", "SyncProtocol", "WireMapping", "Ledger", "SQLite"]),
        module(
            "Handheld",
            [
                "Domain", "ReferenceData", "SyncProtocol", "WireMapping", "SyncEngine",
                "HandheldUI",
                "Journal",
            ]),
        module(
            "Central",
            [
                "Domain", "ReferenceData", "SyncProtocol", "WireMapping", "HTTPWire",
                "CentralStore",
            ]),
        // Edge: the world.
        .systemLibrary(name: "CCrypt"),
        module("Platform", ["CCrypt"]),
        module("HTTPServer", ["HTTPWire", "Platform"]),
        program(
            "courier",
            [
                "Handheld", "HandheldUI", "Journal", "Commands", "Exports", "Paper", "Platform",
                "Domain", "SyncProtocol", "Terminal",
            ]),
        // The demonstration runs `courier`: a dependency between programs only has it built.
        program(
            "station",
            [
                "courier", "Central", "CentralStore", "HTTPServer", "HTTPWire", "Commands",
                "Exports", "Platform", "Domain", "ReferenceData", "SyncProtocol", "SQLite",
            ]),
        // Development only.
        .target(name: "CSimDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
        .executableTarget(name: "floor", linkerSettings: [.linkedLibrary("sqlite3")]),
        module(
            "Simulator",
            [
                "CSimDisk", "Handheld", "HandheldUI", "Journal", "SyncEngine", "Central",
                "CentralStore", "HTTPWire", "Domain", "SyncProtocol",
            ]),
        program("simulate", ["Simulator", "SyncProtocol"]),
        program(
            "bench",
            [
                "floor", "Handheld", "HandheldUI", "Journal", "Central", "CentralStore",
                "HTTPServer", "HTTPWire", "Platform", "Domain", "SyncProtocol",
            ]),

        tests("SyncProtocolTests", ["SyncProtocol"]),
        tests("DomainTests", ["Domain", "ReferenceData"]),
        tests("ReferenceDataTests", ["ReferenceData", "Domain"]),
        tests("WireMappingTests", ["WireMapping", "Domain", "SyncProtocol"]),
        tests("SyncEngineTests", ["SyncEngine", "Domain", "SyncProtocol"]),
        tests("LedgerTests", ["Ledger", "Domain", "SyncProtocol", "ReferenceData"]),
        tests("HTTPWireTests", ["HTTPWire"]),
        tests("HTTPServerTests", ["HTTPServer", "HTTPWire", "Platform"]),
        tests("PlatformTests", ["Platform"]),
        tests("TerminalTests", ["Terminal", "Domain"]),
        tests("CommandsTests", ["Commands", "Domain", "Terminal"]),
        tests(
            "ExportsTests", ["Exports", "Commands", "Domain"],
            golden: ["Golden"]),
        tests("PaperTests", ["Paper", "Domain", "Terminal"], golden: ["Golden"]),
        tests(
            "HandheldUITests", ["HandheldUI", "Commands", "Domain", "Terminal"],
            golden: ["Golden"]),
        tests("SQLiteTests", ["SQLite", "CSimDisk"]),
        tests(
            "JournalTests",
            ["Journal", "Domain", "SyncProtocol", "SQLite", "CSimDisk"]),
        tests(
            "CentralStoreTests",
            ["CentralStore", "Ledger", "Domain", "SyncProtocol", "WireMapping", "SQLite"]),
        tests(
            "HandheldTests",
            [
                "Handheld", "HandheldUI", "Journal", "SyncEngine", "Domain",
                "SyncProtocol", "WireMapping", "SQLite",
            ]),
        tests(
            "CentralTests",
            [
                "Central", "CentralStore", "HTTPWire", "Domain", "SyncProtocol",
                "WireMapping",
            ]),
        tests(
            "SimulatorTests", ["Simulator", "SQLite", "CSimDisk"], golden: ["Mutants"]),
        tests("HouseStyleTests", []),
        tests("EndToEndTests", ["SyncProtocol", "Terminal"]),
    ]
)
