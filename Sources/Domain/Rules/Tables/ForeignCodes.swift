/// What other parties call our tracking events: the closest match, for exports only. The internal
/// code decides.
package struct ForeignCodes: Sendable {
    /// One event in their words; nil where they have none.
    package struct Event: Hashable, Sendable {
        /// Business step of EPCIS (CBV 2.0).
        package let step: String?
        /// Disposition of EPCIS (CBV 2.0).
        package let disposition: String?
        /// UPU M40 event.
        package let upu: String?
        /// AfterShip tag.
        package let afterShip: String?
        /// Detailed state of kuaidi100.
        package let kuaidi100: String?
        /// Detailed state of Kdniao.
        package let kdniao: String?
        /// Type or member of schema.org.
        package let schemaOrg: String?

        package init(
            step: String?, disposition: String?, upu: String?, afterShip: String?,
            kuaidi100: String?, kdniao: String?, schemaOrg: String?
        ) {
            self.step = step
            self.disposition = disposition
            self.upu = upu
            self.afterShip = afterShip
            self.kuaidi100 = kuaidi100
            self.kdniao = kdniao
            self.schemaOrg = schemaOrg
        }
    }

    /// The lists whose codes have words.
    package enum StateList: String, CaseIterable, Sendable {
        case kuaidi100 = "KUAIDI100"
        case kdniao = "KDNIAO"
        case upu = "UPU"
    }

    /// The words of one code of a list.
    package struct State: Hashable, Sendable {
        package let list: StateList
        package let code: String
        package let words: Words

        package init(list: StateList, code: String, words: Words) {
            self.list = list
            self.code = code
            self.words = words
        }
    }

    private let events: [TrackingEvent: Event]
    private let states: [State]

    package init(events: [TrackingEvent: Event], states: [State]) {
        self.events = events
        self.states = states
    }

    /// What others call an event.
    package subscript(event: TrackingEvent) -> Event? { events[event] }

    /// The words of a code; nil when the list does not have it.
    package func words(of code: String, in list: StateList) -> Words? {
        states.first { $0.list == list && $0.code == code }?.words
    }

    /// The basic state that a detailed one of kuaidi100 belongs to: `301` to `3`; those of four
    /// digits are on the way, which is `0`.
    package static func basicKuaidi100(_ detailed: String) -> String {
        switch detailed.utf8.count {
        case 3: String(detailed.prefix(1))
        case 4...: "0"
        default: detailed
        }
    }

    /// The basic state that a detailed one of Kdniao belongs to: `301` to `3`.
    package static func basicKdniao(_ detailed: String) -> String {
        detailed.utf8.count == 3 ? String(detailed.prefix(1)) : detailed
    }
}
