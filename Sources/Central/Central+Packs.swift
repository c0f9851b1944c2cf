package import CentralStore
import Domain
package import ReferenceData
import SyncProtocol
import Synchronization

/// The rule packs of the station: the built-in ones and what was published in their places.
extension Central {
    func perform(
        _ order: PackOrder, _ station: StationRecord, at moment: Moment
    ) throws -> ManagerOutcome {
        guard let standard = ReferencePack.replaceable.first(where: { $0.name == order.name })
        else { return .refused(.pack(order.name, .unknown)) }
        let published = try store.packs()
        let own = published.filter { $0.name == order.name }
        let content: [UInt8]
        var isBuiltIn = false
        switch order {
        case .publish(_, let text): content = Array(text.utf8)
        case .revert:
            guard let current = own.first(where: \.isInForce) else {
                return .refused(.pack(order.name, .nothingEarlier))
            }
            let earlier = own.drop { $0.version >= current.version }.first {
                $0.content != current.content
            }
            isBuiltIn = earlier == nil
            content = earlier?.content ?? Array(standard.csv.utf8)
        }
        let current = own.first(where: \.isInForce)?.content ?? Array(standard.csv.utf8)
        guard content != current else { return .refused(.pack(order.name, .unchanged)) }
        let pack = PublishedPack(
            name: order.name,
            version: Central.nextVersion(after: published, at: moment, station.zoneMinutes),
            content: content, atMilliseconds: moment.wallMilliseconds, person: Central.manager)
        return try publish(pack, isBuiltIn: isBuiltIn, over: published, station, at: moment)
    }

    private func publish(
        _ pack: PublishedPack, isBuiltIn: Bool, over published: [PublishedPack],
        _ station: StationRecord, at moment: Moment
    ) throws -> ManagerOutcome {
        var packs = Central.packs(inForce: published).filter { $0.name != pack.name }
        if !isBuiltIn {
            packs.append(
                ReferencePack(
                    name: pack.name, version: pack.version,
                    csv: String(decoding: pack.content, as: UTF8.self)))
        }
        var row = Pack(
            id: pack.name, version: pack.version, hash: SHA256.hash(pack.content).hex,
            length: pack.content.count, mediaType: "text/csv", from: moment.wallMilliseconds)
        if isBuiltIn { row.until = row.from }
        var facts = [StationFact(.packSet(PackSetFact(pack: row)))]
        let config = try config()
        do throws(PackProblems) {
            _ = try ReferenceData.tables(replacing: packs)
            if ReferencePack.tariff.contains(where: { $0.name == pack.name }) {
                facts.append(try tariff(packs, config: config, station, at: moment))
            }
        } catch {
            return .refused(.pack(pack.name, .wrong))
        }
        try store.publish(pack, facts: facts, at: moment)
        state.withLock { $0.tables = nil }
        return .packPublished(name: pack.name, version: pack.version, isBuiltIn: isBuiltIn)
    }

    /// The fact that sets the tariff of the station by its packs and settings.
    func tariff(
        _ packs: [ReferencePack], config: StationConfig?, _ station: StationRecord,
        at moment: Moment
    ) throws(PackProblems) -> StationFact {
        var terms = try ReferenceData.tariff(replacing: packs, config: config)
        terms.from = moment.wallMilliseconds
        return StationFact(.tariffSet(TariffSetFact(tariff: station.code, terms: terms)))
    }

    /// The packs in force that are not built in.
    package static func packs(inForce published: [PublishedPack]) -> [ReferencePack] {
        published.filter(\.isInForce).map {
            ReferencePack(
                name: $0.name, version: $0.version,
                csv: String(decoding: $0.content, as: UTF8.self))
        }
    }

    /// A version that no pack had before: the date, or one more than the newest.
    private static func nextVersion(
        after published: [PublishedPack], at moment: Moment, _ zoneMinutes: Int
    ) -> Int {
        let newest =
            (published.map(\.version) + ReferencePack.all.map(\.version)).max() ?? 0
        let today = CalendarDay(
            milliseconds: moment.wallMilliseconds, offsetMinutes: zoneMinutes)
        return max(today.number, newest + 1)
    }
}
