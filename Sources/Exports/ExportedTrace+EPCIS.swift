import Commands
import Domain

/// EPCIS 2.0 (GS1), JSON binding.
extension ExportedTrace {
    /// An `EPCISDocument` with one `ObjectEvent` an event. An event that was declared void stays
    /// and comes once more with its error declaration, as EPCIS 2.0 section 7.4.1.4 has it.
    var epcis: JSONValue {
        let events = self.events.flatMap { event -> [JSONValue] in
            guard let voiding = event.voiding else { return [object(event)] }
            return [object(event), object(event, voiding)]
        }
        return [
            "@context": [
                "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                ["waybook": "urn:waybook:"],
            ],
            "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": time(madeAt),
            "epcisBody": ["eventList": .list(events)],
        ]
    }

    private func object(
        _ event: Event, _ voiding: TimelineEntry.Voiding? = nil
    ) -> JSONValue {
        var members = [
            JSONMember("type", "ObjectEvent"),
            JSONMember("eventID", .text("urn:waybook:fact:\(event.reference)")),
            JSONMember("eventTime", time(event.at)),
            JSONMember("eventTimeZoneOffset", .text(zone)),
            JSONMember("epcList", [.text("urn:waybook:parcel:\(waybill)")]),
            JSONMember("action", event.codes.step == "destroying" ? "DELETE" : "OBSERVE"),
        ]
        if let step = event.codes.step { members.append(JSONMember("bizStep", .text(step))) }
        if let disposition = event.codes.disposition {
            members.append(JSONMember("disposition", .text(disposition)))
        }
        if let station = event.station {
            members.append(
                JSONMember("readPoint", ["id": .text("urn:waybook:station:\(station)")]))
        }
        if let voiding {
            members.append(JSONMember("errorDeclaration", declaration(voiding)))
        }
        members.append(JSONMember("waybook:event", .text(event.event.rawValue)))
        if let stage = event.event.stage {
            members.append(JSONMember("waybook:stage", .text(stage.rawValue)))
        }
        return .object(members)
    }

    /// CBV knows two reasons: it never happened, or what was said of it was wrong.
    private func declaration(_ voiding: TimelineEntry.Voiding) -> JSONValue {
        let never: Set<CorrectionReason> = [.didNotOccur, .duplicate, .wrongParcel]
        let reason = voiding.reason.flatMap { CorrectionReason(rawValue: $0.text) }
        return [
            "declarationTime": time(voiding.at),
            "reason": reason.map(never.contains) == true ? "did_not_occur" : "incorrect_data",
            "correctiveEventIDs": [.text("urn:waybook:fact:\(voiding.reference)")],
        ]
    }

    /// `+08:00`.
    private var zone: String {
        String(Timestamp.text(0, offsetMinutes: offsetMinutes).suffix(6))
    }
}
