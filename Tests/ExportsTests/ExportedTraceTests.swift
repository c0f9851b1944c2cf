import Commands
import Exports
import Foundation
import Testing

@testable import Domain

@Suite struct ExportedTraceTests {
    /// 2026-11-22 10:00:00 in China.
    private static let start = 1_795_312_800_000

    private static func entry(
        _ minutes: Int, _ event: TrackingEvent?, _ reference: String, place: String? = nil,
        voiding: TimelineEntry.Voiding? = nil
    ) -> TimelineEntry {
        TimelineEntry(
            at: start + minutes * 60_000, reference: reference, event: event.map(Code.init),
            kind: nil, person: "c10482", place: place, voiding: voiding)
    }

    private static func trace(_ entries: [TimelineEntry]) -> ExportedTrace {
        ExportedTrace(
            waybill: "EX0000000000012", entries: entries, madeAt: start + 600 * 60_000,
            offsetMinutes: 480)
    }

    /// Accepted, on its way, missed once by mistake, delivered.
    private static let day = trace([
        entry(0, .accepted, "AAAA-0001", place: "HZ0931"),
        entry(1, nil, "AAAA-0002"),
        entry(60, .departedOrigin, "AAAA-0003", place: "HZ0931"),
        entry(240, .outForDelivery, "AAAA-0004"),
        entry(
            300, .deliveryFailed, "AAAA-0005", place: "杭州市文三路 138 号 2 单元 501 室",
            voiding: TimelineEntry.Voiding(
                at: start + 310 * 60_000, reference: "AAAA-0006", reason: Code("WRONG_PARCEL"))),
        entry(320, .delivered, "AAAA-0007", place: "2 单元 501 室"),
    ])

    @Test(arguments: TraceFormat.allCases)
    func `each format has its golden file`(format: TraceFormat) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/\(format.rawValue.lowercased()).json")
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect(Self.day.document(format, .zh).serialized + "\n" == golden)
    }

    @Test(arguments: TraceFormat.allCases)
    func `nothing personal leaves the house`(format: TraceFormat) {
        for language in Language.allCases {
            let text = Self.day.document(format, language).serialized
            #expect(!text.contains("501"))
            #expect(!text.contains("138 号"))
            #expect(!text.contains("c10482"))
        }
    }

    @Test func `every tracking event has a code in every format but where the data has none`() {
        for event in TrackingEvent.allCases {
            let trace = Self.trace([Self.entry(0, event, "AAAA-0001", place: "HZ0931")])
            let list = trace.document(.epcis, .zh)["epcisBody"]?["eventList"]
            guard case .list(let events) = list else {
                Issue.record("no list of events")
                continue
            }
            #expect(events.count == 1)
            #expect(events[0]["waybook:event"] == .text(event.rawValue))
            #expect(events[0]["readPoint"]?["id"] == "urn:waybook:station:HZ0931")
        }
    }

    @Test func `a void event is gone for platforms and declared an error in EPCIS`() {
        let kuaidi = Self.day.document(.kuaidi100, .zh).serialized
        #expect(!kuaidi.contains("\"204\""))
        guard
            case .list(let events)? = Self.day.document(.epcis, .zh)["epcisBody"]?["eventList"]
        else {
            Issue.record("no list of events")
            return
        }
        let missed = events.filter { $0["eventID"] == "urn:waybook:fact:AAAA-0005" }
        #expect(missed.count == 2)
        #expect(missed[0]["errorDeclaration"] == nil)
        #expect(missed[1]["errorDeclaration"]?["reason"] == "did_not_occur")
    }

    @Test(arguments: [
        ("WRONG_PARCEL", "did_not_occur"), ("DUPLICATE", "did_not_occur"),
        ("DID_NOT_OCCUR", "did_not_occur"), ("WRONG_SIGNER", "incorrect_data"),
        ("OF_A_LATER_VERSION", "incorrect_data"),
    ])
    func `EPCIS knows two reasons`(reason: String, theirs: String) {
        let voiding = TimelineEntry.Voiding(
            at: Self.start, reference: "AAAA-0002", reason: Code(reason))
        let trace = Self.trace([Self.entry(0, .delivered, "AAAA-0001", voiding: voiding)])
        #expect(
            trace.document(.epcis, .zh).serialized.contains("\"reason\":\"\(theirs)\""))
    }

    @Test func `an event of a later version is left out and said so`() {
        let later = TimelineEntry(
            at: Self.start, reference: "AAAA-0001", event: Code("BEAMED_UP"), kind: nil,
            person: nil, place: nil, voiding: nil)
        let output = Self.trace([later]).output(.upu, .en)
        #expect(output.notes == ["1 events are of a later version and were left out"])
        #expect(output.text == [#"{"itemIdentifier":"EX0000000000012","events":[]}"#])
    }

    @Test(arguments: [
        (TrackingEvent.delivered, "3", "1"), (.refused, "2", "0"), (.outForDelivery, "5", "0"),
        (.arrivedHub, "0", "0"), (.returnDelivered, "4", "0"),
    ])
    func `the newest state stands on top of a kuaidi100 answer`(
        event: TrackingEvent, state: String, isCheck: String
    ) {
        let document = Self.trace([
            Self.entry(0, .accepted, "AAAA-0001"), Self.entry(1, event, "AAAA-0002"),
        ]).document(.kuaidi100, .zh)
        #expect(document["state"] == .text(state))
        #expect(document["ischeck"] == .text(isCheck))
    }

    @Test(arguments: [
        ("HZ0931", "HZ0931"), ("前台", "**"), ("1234", "***"),
        ("杭州市文三路 138 号", "杭州市文三路***"), ("ABCDEFGHIJKLM", "***"),
        ("ABCDEFGHIJKL", "ABCDEFGHIJKL"),
    ])
    func `only a station is shown whole`(place: String, shown: String) {
        #expect(ExportedTrace.shown(place) == shown)
    }
}
