import Ledger
import SyncProtocol
import Testing

@testable import CentralStore

/// Lines read ahead, whenever that is done.
@Suite struct SectionLinesTests {
    /// Works as late as can be: when the end of a work is waited for.
    private static let late = SideWork { work in { work() } }

    @Test(arguments: [1, 31, 32, 33, 64, 65, 100], [0, 1])
    func `each line says what it says alone, in its order`(count: Int, newFrom: Int) throws {
        var stream = TestStream()
        for index in 0..<count + newFrom {
            if index.isMultiple(of: 7) {
                stream.append([0x80, UInt8(index)])
            } else {
                try stream.note("\(index)")
            }
        }
        let push = stream.push()
        var head = push.previous
        let heads = push.lines.map { line in
            head = Chain.link(head, line)
            return head
        }
        let times = (0..<count).map { index in
            EffectiveTime(milliseconds: 1_000 + index, uncertainty: 0, quality: .good)
        }
        for side in [SideWork.atOnce, Self.late] {
            var lines = SectionLines(
                push, stream: stream.id, heads: heads, newFrom: newFrom, side: side)
            #expect(lines.lines.map(\.bytes) == push.lines[newFrom...].map(Array.init))
            #expect(lines.lines.map(\.head) == Array(heads[newFrom...]))
            lines.beginFacts(at: times)
            for index in 0..<count {
                let alone = LineReading(
                    push.lines[newFrom + index], stream: stream.id,
                    sequence: push.from + newFrom + index, head: heads[newFrom + index])
                #expect(lines.fact(index) == alone.serverReading(effective: 1_000 + index))
            }
        }
    }

    @Test func `a long section is stored the same with work that is done late`() throws {
        let station = try TestStation()
        var stream = TestStream()
        for index in 0..<100 { try stream.note("\(index)") }
        let store = try CentralStore(path: station.path, side: Self.late)
        let result = try store.push(
            stream.push(), visit: station.visit(stream), key: stream.key, isNoteDue: true)
        guard case .ok(let stored) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(stored.new == 100 && stored.out == [])
        #expect(
            try station.count("SELECT COUNT(*) FROM fact WHERE disp='applied' AND kind='note'")
                == 100)
        try station.audit()
    }
}
