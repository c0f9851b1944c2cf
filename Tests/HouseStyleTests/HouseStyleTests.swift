import Testing

/// The house style, checked over every file of the repository.
@Suite struct HouseStyleTests {
    private let manifest: Manifest

    init() throws {
        let file = try #require(Repository.files.first { $0.path == "Package.swift" })
        manifest = Manifest(file.text)
    }

    @Test func `every module imports only what the architecture allows`() {
        #expect(faults { StyleChecks.imports($0, manifest) } == [])
    }

    @Test func `the manifest is the architecture's table, and nothing in it is idle`() {
        #expect(StyleChecks.table(manifest) == [])
        #expect(StyleChecks.unused(manifest, Repository.swiftFiles) == [])
    }

    @Test func `pure and deterministic modules have no hidden inputs`() {
        #expect(faults(StyleChecks.hiddenInputs) == [])
    }

    @Test func `banned constructs are nowhere`() {
        #expect(faults(StyleChecks.banned) == [])
    }

    @Test func `raw memory is touched only where the world is`() {
        #expect(faults(StyleChecks.rawMemory) == [])
    }

    @Test func `SQL stands only in the stores`() {
        #expect(faults(StyleChecks.sql) == [])
    }

    @Test func `only the contract is public`() {
        #expect(faults(StyleChecks.visibility) == [])
    }

    @Test func `every type says what it is for`() {
        #expect(faults(StyleChecks.undocumented) == [])
    }

    @Test func `files, lines and functions keep their sizes`() {
        #expect(faults(StyleChecks.sizes) == [])
    }

    @Test func `nothing is left over`() {
        #expect(Repository.files.flatMap(StyleChecks.placeholder) == [])
        #expect(Repository.files.flatMap(StyleChecks.leftovers) == [])
    }

    @Test func `nothing names a place outside the repository`() {
        #expect(Repository.files.flatMap(StyleChecks.outside) == [])
    }

    @Test func `the top of the repository holds exactly what belongs there`() {
        #expect(StyleChecks.topLevel(Repository.entries("")) == [])
    }

    @Test func `every target has a folder and every folder is a target`() {
        let folders = Repository.entries("Sources") + Repository.entries("Tests")
        #expect(StyleChecks.targets(manifest, folders: folders) == [])
    }

    private func faults(_ check: (SourceFile) -> [String]) -> [String] {
        Repository.swiftFiles.flatMap(check)
    }
}
