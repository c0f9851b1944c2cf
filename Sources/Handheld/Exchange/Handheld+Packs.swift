package import Domain
package import Journal
import ReferenceData
import SyncProtocol

/// Rule packs on their way from the station. It outlives the journal, which is closed between two
/// requests.
package struct PackDelivery: Sendable {
    var request: (signature: RequestSignature, pack: Pack)?
    var fetched: [KeptPack] = []
    /// The packs in use changed to these, those of the station alone.
    package fileprivate(set) var changed: [KeptPack]?
    /// Why the packs in use are not those of the station.
    package fileprivate(set) var problem: PackDeliveryProblem?

    package init() {}
}

/// Why a handheld goes on with the rules that it has.
package enum PackDeliveryProblem: Hashable, Sendable {
    /// The station could not be reached, or did not give it.
    case notFetched(name: String)
    /// This program cannot read it.
    case notReadable(name: String, line: Int)
}

/// Packs come last, after facts and blobs, and are put to use all together or not at all.
extension Handheld {
    /// The rules in use: those that are built in, with the packs of the station in their places.
    mutating func tables() throws(JournalError) -> RuleTables {
        if let rules { return rules }
        let made = Handheld.tables(of: try journal.packs())
        rules = made
        return made
    }

    /// What an upgraded program cannot read any more gives way to what is built in.
    private static func tables(of packs: [KeptPack]) -> RuleTables {
        guard !packs.isEmpty else { return ReferenceData.tables }
        return (try? ReferenceData.tables(replacing: packs.map(\.reference)))
            ?? ReferenceData.tables
    }

    /// The rows of these packs, of those that are in use: what is decided by them cites them.
    func rowsInUse(of names: [ReferencePack]) throws(JournalError) -> [EntityReference] {
        let kept = try journal.packs()
        var references: [EntityReference] = []
        for name in names.map(\.name) {
            let reference = EntityReference(.pack, name)
            guard case .pack(let pack) = try journal.row(reference)?.entity,
                kept.contains(where: { $0.name == name && $0.version == pack.version })
            else { continue }
            references.append(reference)
        }
        return references
    }

    /// The next request for a pack; nil when nothing more is to be fetched.
    package mutating func nextRequest(
        of delivery: inout PackDelivery, at now: Moment
    ) throws(JournalError) -> OutgoingRequest? {
        guard delivery.problem == nil else { return nil }
        let wanted = try wantedPacks(at: now.wallMilliseconds)
        let kept = try journal.packs()
        let here = kept + delivery.fetched
        let next = wanted.first { pack in
            !here.contains { $0.name == pack.id && $0.version == pack.version }
        }
        guard let next else {
            try use(wanted, of: here, kept, &delivery)
            return nil
        }
        let target = "/pjs/1/blobs/\(next.hash)"
        let signature = RequestSignature(
            key: device.key, device: device.id, counter: try self.journal.nextCounter(),
            nonce: Base64URL.text(of: random.bytes(RequestSignature.nonceBytes)), method: "GET",
            target: target, body: [])
        delivery.request = (signature, next)
        return OutgoingRequest(
            method: "GET", target: target,
            fields: [
                OutgoingRequest.Field(
                    name: RequestSignature.fieldName, value: signature.headerValue)
            ], body: [], replyLimitMilliseconds: Handheld.packReplyLimitMilliseconds)
    }

    /// Takes in what came of the request that is under way.
    package func receive(
        _ outcome: TransportOutcome, of delivery: inout PackDelivery
    ) {
        guard let (signature, pack) = delivery.request else { return }
        delivery.request = nil
        guard case .answered(let answer) = outcome,
            let content = AnswerReader.content(answer, to: signature, key: device.key),
            SHA256.hash(content).hex == pack.hash,
            let text = String(validating: content, as: UTF8.self)
        else {
            delivery.problem = .notFetched(name: pack.id)
            return
        }
        delivery.fetched.append(
            KeptPack(name: pack.id, version: pack.version, content: text))
    }

    /// The packs that the station has put in force and that this program knows.
    private func wantedPacks(at now: Int) throws(JournalError) -> [Pack] {
        let known = Set(ReferencePack.replaceable.map(\.name))
        return try journal.rows(of: .pack).compactMap { row in
            guard case .pack(let pack) = row.entity, known.contains(pack.id), pack.from <= now,
                pack.until.map({ now < $0 }) ?? true
            else { return nil }
            return pack
        }
    }

    private mutating func use(
        _ wanted: [Pack], of here: [KeptPack], _ kept: [KeptPack],
        _ delivery: inout PackDelivery
    ) throws(JournalError) {
        let packs = wanted.compactMap { pack in
            here.first { $0.name == pack.id && $0.version == pack.version }
        }
        guard packs != kept else { return }
        do throws(PackProblems) {
            rules = try ReferenceData.tables(replacing: packs.map(\.reference))
        } catch {
            delivery.problem = error.list.first.map { .notReadable(name: $0.pack, line: $0.line) }
            return
        }
        try journal.usePacks(packs)
        delivery.changed = packs
    }

    /// A table is small beside the time that a bad link takes.
    private static let packReplyLimitMilliseconds = 60_000
}

extension KeptPack {
    fileprivate var reference: ReferencePack {
        ReferencePack(name: name, version: version, csv: content)
    }
}
