import Domain
import Handheld
import Journal
import SyncProtocol
import Testing

/// A program that reads a higher level of rows than the one before it.
@Suite struct LevelTests {
    @Test func `rows of a lower level are asked for anew, once`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive([StationRows.courier, StationRows.deliveryTask])
        #expect(fixture.server.requests.allSatisfy { $0.pull?.relevel.isEmpty ?? true })
        try fixture.restore(try fixture.copy(), level: 2)
        let cursor = 3
        fixture.server.pages = [
            Page(
                after: cursor, to: cursor, isMore: true, scope: 1, applied: 0,
                reset: ["station:ST0931"], isBegin: true, why: "level"),
            Page(after: cursor, to: cursor, scope: 1, applied: 0),
        ]
        _ = try fixture.exchange()
        #expect(fixture.server.pages.isEmpty)
        let asked = fixture.server.requests.suffix(2)
        #expect(asked.allSatisfy { $0.hello.level == 2 })
        #expect(asked.map { $0.pull?.relevel } == [["person", "task"], []])
        _ = try fixture.exchange()
        #expect(fixture.server.requests.last?.pull?.relevel == [])
    }
}
