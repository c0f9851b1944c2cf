/// What each target may import: the table of the architecture.
struct TargetRule: Sendable {
    enum Kind: Sendable {
        /// Decides from its arguments alone.
        case pure
        /// Besides that, its own database.
        case deterministic
        /// Touches the world.
        case edge

        var isEdge: Bool { self == .edge }
    }

    let kind: Kind
    let ours: Set<String>
    let system: Set<String>

    init(_ kind: Kind, _ ours: Set<String> = [], system: Set<String> = []) {
        self.kind = kind
        self.ours = ours
        self.system = system
    }

    static let all: [String: TargetRule] = [
        "SyncProtocol": TargetRule(.pure, ["CSHA256"]),
        "Domain": TargetRule(.pure),
        "ReferenceData": TargetRule(.pure, ["Domain"]),
        "WireMapping": TargetRule(.pure, ["Domain", "SyncProtocol"]),
        "SyncEngine": TargetRule(.pure, ["Domain", "SyncProtocol"]),
        "Ledger": TargetRule(.pure, ["Domain", "SyncProtocol", "WireMapping"]),
        "HTTPWire": TargetRule(.pure),
        "Terminal": TargetRule(.pure),
        "Commands": TargetRule(.pure, ["Domain", "ReferenceData", "Terminal"]),
        "Exports": TargetRule(.pure, ["Domain", "ReferenceData", "Commands"]),
        "Paper": TargetRule(.pure, ["Domain", "ReferenceData", "Commands", "Terminal"]),
        "HandheldUI": TargetRule(.pure, ["Domain", "Commands", "Exports", "Paper", "Terminal"]),
        "SQLite": TargetRule(.deterministic, ["CSQLite"], system: ["Synchronization"]),
        "Journal": TargetRule(
            .deterministic, ["Domain", "SyncProtocol", "WireMapping", "SQLite"]),
        "CentralStore": TargetRule(
            .deterministic, ["Domain", "SyncProtocol", "WireMapping", "Ledger", "SQLite"],
            system: ["Synchronization"]),
        "Handheld": TargetRule(
            .deterministic,
            [
                "Domain", "ReferenceData", "SyncProtocol", "WireMapping", "SyncEngine",
                "HandheldUI", "Journal",
            ]),
        "Central": TargetRule(
            .deterministic,
            [
                "Domain", "ReferenceData", "SyncProtocol", "WireMapping", "HTTPWire",
                "CentralStore",
            ], system: ["Synchronization"]),
        "Platform": TargetRule(
            .edge, ["CCrypt"],
            system: ["Dispatch", "Glibc", "Foundation", "Synchronization"]),
        "HTTPServer": TargetRule(
            .edge, ["HTTPWire", "Platform"], system: ["Glibc", "Synchronization"]),
        "courier": TargetRule(
            .edge,
            [
                "Handheld", "HandheldUI", "Journal", "Commands", "Exports", "Paper", "Platform",
                "Domain", "SyncProtocol", "Terminal",
            ],
            system: [
                "Foundation", "FoundationNetworking", "Synchronization",
            ]),
        "station": TargetRule(
            .edge,
            [
                "Central", "CentralStore", "HTTPServer", "HTTPWire", "Commands", "Exports",
                "Platform", "Domain", "ReferenceData", "SyncProtocol", "SQLite",
            ], system: ["Foundation", "Synchronization"]),
        "Simulator": TargetRule(
            .deterministic,
            [
                "CSimDisk", "Handheld", "HandheldUI", "Journal", "SyncEngine", "Central",
                "CentralStore", "HTTPWire", "Domain", "SyncProtocol",
            ]),
        "simulate": TargetRule(.edge, ["Simulator", "SyncProtocol"], system: ["Foundation"]),
        "bench": TargetRule(
            .edge,
            [
                "Handheld", "HandheldUI", "Journal", "Central", "CentralStore", "HTTPServer",
                "HTTPWire", "Platform", "Domain", "SyncProtocol",
            ], system: ["Foundation", "FoundationNetworking", "Synchronization"]),
    ]

    /// What tests may import of the system: a folder of their own, and beside an edge the world.
    static let tests: Set<String> = ["Testing", "Foundation"]
    static let testsOfEdges = tests.union(["Glibc", "FoundationNetworking", "Synchronization"])
}
