import Testing

/// The house style, checked over every file of the repository.
@Suite struct HouseStyleTests {
    @Test func `every module imports only what the architecture allows`() {
        #expect(faults(StyleChecks.imports) == [])
    }

    @Test func `pure and deterministic modules have no hidden inputs`() {
        #expect(faults(StyleChecks.hiddenInputs) == [])
    }

    @Test func `banned constructs are nowhere`() {
        #expect(faults(StyleChecks.banned) == [])
    }

    @Test func `raw memory is touched only where the world is`() {
        #expect(faults(StyleChecks.unsafe) == [])
    }

    @Test func `SQL stands only in the stores`() {
        #expect(faults(StyleChecks.sql) == [])
    }

    @Test func `files, lines and functions keep their sizes`() {
        #expect(faults(StyleChecks.lengths) == [])
    }

    @Test func `there are no placeholders`() {
        #expect(Repository.files.flatMap(StyleChecks.placeholder) == [])
    }

    @Test func `nothing names a place outside the repository`() {
        #expect(Repository.files.flatMap(StyleChecks.outside) == [])
    }

    @Test func `the top of the repository holds exactly what belongs there`() {
        #expect(StyleChecks.topLevel(Repository.entries("")) == [])
    }

    @Test func `every target has a folder and every folder is a target`() throws {
        let manifest = try #require(Repository.files.first { $0.path == "Package.swift" }).text
        let folders = Repository.entries("Sources") + Repository.entries("Tests")
        #expect(StyleChecks.targets(manifest: manifest, folders: folders) == [])
    }

    private func faults(_ check: (SourceFile) -> [String]) -> [String] {
        Repository.swiftFiles.flatMap(check)
    }
}
