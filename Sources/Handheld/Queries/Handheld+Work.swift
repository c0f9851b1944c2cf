package import Domain
package import HandheldUI
package import Journal
import ReferenceData
import SyncProtocol

/// What there is to do and what is known of a parcel: the station's rows and the own facts
/// together. Nothing here asks the network.
extension Handheld {
    /// The tasks of the person logged in, in the order of the round.
    ///
    /// - Parameter kind: nil is every kind.
    package mutating func tasks(
        kind: TaskKind?, includingEnded: Bool
    ) throws(JournalError) -> [TaskView] {
        let charges = try charges()
        var views: [TaskView] = []
        for case .task(let task) in try entities(of: .task) {
            guard persons.contains(task.assignee) else { continue }
            guard kind == nil || kind == task.kind else { continue }
            guard includingEnded || !task.state.isEnded else { continue }
            views.append(try view(of: task, charges))
        }
        return views.sorted { Handheld.order($0.task) < Handheld.order($1.task) }
    }

    /// What the person logged in still has to bring.
    package mutating func openDeliveries() throws(JournalError) -> [TaskView] {
        try tasks(kind: .delivery, includingEnded: false)
    }

    /// One task, whoever's it is; nil when it is not known here.
    package mutating func task(_ id: String) throws(JournalError) -> TaskView? {
        guard case .task(let task) = try entity(EntityReference(.task, id)) else { return nil }
        return try view(of: task, try charges())
    }

    /// Everything known of a parcel; nil when nothing is.
    package mutating func track(_ id: String) throws(JournalError) -> ParcelView? {
        let parcel = try parcel(id)
        let events = ParcelTimeline.entries(
            of: id, row: parcel, facts: try facts(about: id))
        guard parcel != nil || !events.isEmpty else { return nil }
        let charges = try charges().filter { $0.parcel == id }
        return ParcelView(id: id, parcel: parcel, charges: charges, events: events)
    }

    /// Own facts that may be about a parcel: those that name it, those of the same acts, which
    /// they cite, and all corrections.
    private func facts(about parcel: String) throws(JournalError) -> [Fact] {
        var keys = try journal.keysOfAnswers()
        for key in try journal.keys(naming: parcel) {
            keys += try journal.keys(upTo: key, countMax: Limits.actFactsMax)
        }
        return try journal.facts(at: keys)
    }

    /// The problem parcels of this courier, open ones first.
    package mutating func problems() throws(JournalError) -> [ProblemParcel] {
        var problems: [ProblemParcel] = []
        for case .problem(let problem) in try entities(of: .problem) { problems.append(problem) }
        return problems.sorted {
            ($0.state == .closed ? 1 : 0, $0.id) < ($1.state == .closed ? 1 : 0, $1.id)
        }
    }

    /// What the rules say about goods of this name.
    package mutating func check(
        _ names: [String], answers: [CatalogueAnswer], to destination: GoodsDestination,
        at now: Moment
    ) throws(JournalError) -> [CatalogueFinding] {
        let context = try context(for: persons.first ?? "", at: now)
        var journey = context.journey(to: nil)
        journey.province = destination.province
        journey.city = destination.city
        return Self.check(
            names, answers: answers, context.tables.catalogue,
            bounds: context.settings.goodsBounds, on: journey)
    }

    /// Pages for people, with the names of the station and of whoever is logged in.
    package mutating func pages() throws(JournalError) -> [HelpPage] {
        var station = device.station
        if case .config(let config) = try entity(EntityReference(.config, device.station)),
            let name = config.text("name")
        {
            station = name
        }
        return try tables().pages.map {
            $0.filled(station: station, person: persons.first ?? "-")
        }
    }

    /// The built-in pages, for a handheld that no station knows.
    package static var standardPages: [HelpPage] {
        ReferenceData.tables.pages.map { $0.filled(station: "-", person: "-") }
    }

    /// What the built-in catalogue says, for a handheld that no station knows.
    package static func check(
        _ names: [String], answers: [CatalogueAnswer]
    ) -> [CatalogueFinding] {
        check(names, answers: answers, ReferenceData.tables.catalogue, bounds: [:], on: nil)
    }

    private static func check(
        _ names: [String], answers: [CatalogueAnswer], _ catalogue: ProhibitedCatalogue,
        bounds: [String: Int], on journey: GoodsJourney?
    ) -> [CatalogueFinding] {
        let answers = Dictionary(
            answers.map { ($0.keyword, $0.applies) }, uniquingKeysWith: { $1 })
        return names.map {
            catalogue.check($0, answers: answers, bounds: bounds, on: journey)
        }
    }

    /// The category of goods behind a code of the catalogue.
    package static func category(_ code: Code) -> ItemCategory? {
        ReferenceData.tables.catalogue.categories[code]
    }

    private mutating func view(
        of task: CourierTask, _ charges: [Charge]
    ) throws(JournalError) -> TaskView {
        var address: Address?
        if let id = task.address,
            case .address(let row) = try entity(EntityReference(.addr, id))
        {
            address = row
        }
        var parcels: [Parcel] = []
        var dues: [DueAmount] = []
        for id in task.parcels {
            if let parcel = try parcel(id) { parcels.append(parcel) }
            dues += Handheld.dues(of: id, task: task, among: charges)
        }
        var seen: Set<String> = []
        return TaskView(
            task: task, address: address, parcels: parcels,
            dues: dues.filter { seen.insert($0.charge).inserted })
    }

    private static func order(_ task: CourierTask) -> (Int, Int, String) {
        (task.stopOrder ?? .max, task.from ?? .max, task.id)
    }
}
