package import Commands
package import Domain
import ReferenceData

/// A parcel's trace as it leaves the house: tracking events only, without persons, and with places
/// masked unless they are stations.
package struct ExportedTrace: Sendable {
    /// The waybill number.
    let waybill: String
    /// Oldest first, those that were declared void among them.
    let events: [Event]
    /// Entries of the trace that are no tracking event this version knows.
    let unknownCount: Int
    /// When the export is made, ms UTC.
    let madeAt: Int
    /// The zone that times are written in.
    let offsetMinutes: Int

    /// One tracking event.
    struct Event: Sendable {
        let at: Int
        let event: TrackingEvent
        /// What others call it.
        let codes: ForeignCodes.Event
        /// The station, where it is one.
        let station: String?
        /// The place as others may read it.
        let place: String?
        let reference: String
        let voiding: TimelineEntry.Voiding?
    }

    package init(
        waybill: String, entries: [TimelineEntry], madeAt: Int, offsetMinutes: Int
    ) {
        self.waybill = waybill
        self.madeAt = madeAt
        self.offsetMinutes = offsetMinutes
        var events: [Event] = []
        var unknown = 0
        for entry in entries {
            guard let code = entry.event else { continue }
            guard let event = TrackingEvent(rawValue: code.text),
                let codes = ReferenceData.foreign[event]
            else {
                unknown += 1
                continue
            }
            events.append(Event(entry, event, codes))
        }
        self.events = events
        unknownCount = unknown
    }

    /// The whole document of a format; words in it are of one language.
    package func document(_ format: TraceFormat, _ language: Language) -> JSONValue {
        switch format {
        case .epcis: epcis
        case .kuaidi100: kuaidi100(language)
        case .kdniao: kdniao(language)
        case .upu: upu(language)
        case .afterShip: afterShip(language)
        case .schemaOrg: schemaOrg(language)
        }
    }

    /// What `track --format` prints: the document alone for people and pipes, in the envelope for
    /// `--json`.
    package func output(_ format: TraceFormat, _ language: Language) -> CommandOutput {
        let document = document(format, language)
        let unknown = Words(
            zh: "有 \(unknownCount) 个事件是新版本的, 没有导出",
            en: "\(unknownCount) events are of a later version and were left out")
        return CommandOutput(
            members: [
                JSONMember("waybill", .text(waybill)),
                JSONMember("format", .text(Choice.word(for: format.rawValue))),
                JSONMember("document", document),
            ], text: [document.serialized], notes: unknownCount == 0 ? [] : [unknown[language]])
    }

    /// A place as anybody may read it: the code of a station whole, anything that was typed masked,
    /// because it may be an address.
    package static func shown(_ place: String) -> String {
        isStation(place) ? place : Masking.address(place)
    }

    /// Longest code of a station.
    private static let stationLengthMax = 12

    /// Whether a place is the code of a station: capitals, perhaps with digits.
    static func isStation(_ place: String) -> Bool {
        (2...stationLengthMax).contains(place.utf8.count)
            && place.utf8.contains { (0x41...0x5A).contains($0) }
            && place.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
            }
    }

    /// The events that still hold, oldest first.
    var valid: [Event] { events.filter { $0.voiding == nil } }

    /// RFC 3339 with the zone of the export.
    func time(_ milliseconds: Int) -> JSONValue {
        .text(Timestamp.text(milliseconds, offsetMinutes: offsetMinutes))
    }

    /// Local time without a zone, `2026-11-22 10:00:00`, as kuaidi100 and Kdniao write it.
    func localTime(_ milliseconds: Int) -> JSONValue {
        .text(
            Timestamp.day(milliseconds, offsetMinutes: offsetMinutes) + " "
                + Timestamp.clock(milliseconds, offsetMinutes: offsetMinutes))
    }
}

extension ExportedTrace.Event {
    fileprivate init(_ entry: TimelineEntry, _ event: TrackingEvent, _ codes: ForeignCodes.Event) {
        at = entry.at
        self.event = event
        self.codes = codes
        station = entry.place.flatMap { ExportedTrace.isStation($0) ? $0 : nil }
        place = entry.place.map(ExportedTrace.shown)
        reference = entry.reference
        voiding = entry.voiding
    }

    /// The event and its place in one sentence.
    func context(_ language: Language) -> String {
        event.words[language] + (place.map { " (\($0))" } ?? "")
    }
}
