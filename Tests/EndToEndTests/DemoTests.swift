import Testing

@Suite struct DemoTests {
    @Test func `the demonstration agrees with itself`() throws {
        let folder = try TemporaryFolder()
        let said = try Program.station.run(["demo"], home: folder.path)
        #expect(said.status == 0, "\(said)")
    }
}
