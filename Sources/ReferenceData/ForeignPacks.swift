import Domain

/// The packs with the codes of others.
enum ForeignPacks {
    static func codes() throws(PackProblems) -> ForeignCodes {
        var events: [TrackingEvent: ForeignCodes.Event] = [:]
        for (event, codes) in try eventRows() { events[event] = codes }
        let states = try PackReader(pack: .foreignStates).rows(["list", "code", "zh", "en"]) {
            row throws(PackProblem) in
            ForeignCodes.State(
                list: try row.member("list", of: ForeignCodes.StateList.self),
                code: row.text("code"), words: row.words())
        }
        return ForeignCodes(events: events, states: states)
    }

    private static func eventRows() throws(PackProblems) -> [(TrackingEvent, ForeignCodes.Event)] {
        let header = [
            "code", "epcis_bizstep", "epcis_disposition", "upu_m40", "aftership", "kuaidi100",
            "kdniao", "schema_org",
        ]
        return try PackReader(pack: .foreignEvents).rows(header) { row throws(PackProblem) in
            let text = { (column: String) in row.text(column).isEmpty ? nil : row.text(column) }
            return (
                try row.member("code", of: TrackingEvent.self),
                ForeignCodes.Event(
                    step: text("epcis_bizstep"), disposition: text("epcis_disposition"),
                    upu: text("upu_m40"), afterShip: text("aftership"),
                    kuaidi100: text("kuaidi100"), kdniao: text("kdniao"),
                    schemaOrg: text("schema_org"))
            )
        }
    }
}
