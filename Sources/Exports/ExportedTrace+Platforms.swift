import Commands
import Domain
import ReferenceData

/// The answers of tracking platforms. They know no corrections: void events are left out.
extension ExportedTrace {
    /// kuaidi100: newest first, state and detailed state of each, the newest state on top.
    func kuaidi100(_ language: Language) -> JSONValue {
        let known = valid.reversed().compactMap { event in
            event.codes.kuaidi100.map { (event, $0) }
        }
        let newest = known.first.map { ForeignCodes.basicKuaidi100($0.1) }
        let data = known.map { event, detailed -> JSONValue in
            let basic = ForeignCodes.basicKuaidi100(detailed)
            let words = ReferenceData.foreign.words(of: basic, in: .kuaidi100)
            return [
                "time": localTime(event.at), "ftime": localTime(event.at),
                "context": .text(event.context(language)),
                "location": .text(event.place ?? ""), "status": .optional(words?[language]),
                "statusCode": .text(detailed),
            ]
        }
        return [
            "message": "ok", "nu": .text(waybill), "com": "", "status": "200",
            "state": .text(newest ?? "0"), "ischeck": .text(newest == "3" ? "1" : "0"),
            "data": .list(data),
        ]
    }

    /// Kdniao: oldest first; `0` is a parcel without a trace.
    func kdniao(_ language: Language) -> JSONValue {
        let known = valid.compactMap { event in event.codes.kdniao.map { (event, $0) } }
        let traces = known.map { event, detailed -> JSONValue in
            [
                "AcceptTime": localTime(event.at),
                "AcceptStation": .text(event.context(language)),
                "Location": .text(event.place ?? ""), "Action": .text(detailed),
            ]
        }
        return [
            "Success": true, "LogisticCode": .text(waybill), "ShipperCode": "",
            "State": .text(known.last.map { ForeignCodes.basicKdniao($0.1) } ?? "0"),
            "StateEx": .text(known.last?.1 ?? "0"), "Traces": .list(traces),
        ]
    }

    /// UPU M40: only the events that the post knows.
    func upu(_ language: Language) -> JSONValue {
        let events = valid.compactMap { event -> JSONValue? in
            guard let code = event.codes.upu else { return nil }
            return [
                "eventCode": .text(code),
                "eventName": .optional(
                    ReferenceData.foreign.words(of: code, in: .upu)?[language]),
                "eventDateTime": time(event.at), "office": .optional(event.station),
            ]
        }
        return ["itemIdentifier": .text(waybill), "events": .list(events)]
    }

    /// AfterShip: checkpoints oldest first; the tag of the newest stands for the whole.
    func afterShip(_ language: Language) -> JSONValue {
        let known = valid.compactMap { event in event.codes.afterShip.map { (event, $0) } }
        let checkpoints = known.map { event, tag -> JSONValue in
            [
                "checkpoint_time": time(event.at), "tag": .text(tag),
                "message": .text(event.context(language)), "location": .optional(event.place),
            ]
        }
        return [
            "tracking": [
                "tracking_number": .text(waybill),
                "tag": .text(known.last?.1 ?? "Pending"),
                "checkpoints": .list(checkpoints),
            ]
        ]
    }

    /// schema.org: a `ParcelDelivery`; the state of the order is of the newest event that has one.
    func schemaOrg(_ language: Language) -> JSONValue {
        let prefix = "https://schema.org/"
        let state = valid.last { $0.codes.schemaOrg?.hasPrefix("Order") == true }
        let events = valid.map { event -> JSONValue in
            var members = [
                JSONMember("@type", "DeliveryEvent"),
                JSONMember("name", .text(event.event.words[language])),
                JSONMember("startDate", time(event.at)),
            ]
            if let place = event.place {
                members.append(
                    JSONMember("location", ["@type": "Place", "name": .text(place)]))
            }
            return .object(members)
        }
        var members = [
            JSONMember("@context", .text(prefix)), JSONMember("@type", "ParcelDelivery"),
            JSONMember("trackingNumber", .text(waybill)),
        ]
        if let code = state?.codes.schemaOrg {
            members.append(
                JSONMember(
                    "partOfOrder", ["@type": "Order", "orderStatus": .text(prefix + code)]))
        }
        members.append(JSONMember("deliveryStatus", .list(events)))
        return .object(members)
    }
}
