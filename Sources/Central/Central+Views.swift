import CentralStore
import Domain
import SyncProtocol

/// Evidence shows people and their doors: whoever has it written out is in the audit trail before
/// there is anything to see.
extension Central {
    func noteView(ofBlob text: String, at moment: Moment) throws -> ManagerOutcome {
        guard let blob = Digest(hex: text) else { return .refused(.badValue(field: "blob")) }
        try store.note(
            .viewed, on: blob.hex, by: Central.manager, at: moment.wallMilliseconds)
        return .viewNoted(blob: blob.hex)
    }

    func noteEvidence(
        of parcel: String, _ text: String, isFull: Bool, at moment: Moment
    ) throws -> ManagerOutcome {
        guard let digest = Digest(hex: text) else { return .refused(.badValue(field: "digest")) }
        guard EntityReference.isIdentifier(parcel) else {
            return .refused(.badValue(field: "parcel"))
        }
        try store.note(
            .viewed, on: parcel, by: Central.manager,
            detail: ["evidence": .text(digest.hex), "full": .bool(isFull)],
            at: moment.wallMilliseconds)
        return .viewNoted(blob: digest.hex)
    }
}
