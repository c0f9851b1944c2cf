package import Domain
package import HandheldUI
package import SyncProtocol

/// What asking for an act comes to.
package enum ActResult: Sendable {
    /// Recorded now, or before from the same draft.
    case recorded(Receipt)
    /// Nothing was recorded.
    case refused(ActRefusal)
}

/// Proof that an act is in the journal: its facts, the last one being the act itself.
package struct Receipt: Equatable, Sendable {
    /// The facts in their order.
    package let facts: [Fact]
    /// The place of the act itself in the journal.
    package let sequence: Int
    /// Whether an earlier call with the same draft recorded it.
    package let isRepeated: Bool
    /// What became of it since.
    package let state: RecordState

    /// The act itself.
    package let main: Fact
}

/// Where a record stands between this handheld and the station.
package enum RecordState: String, Sendable {
    /// Only here.
    case unsent
    case sent
    /// Stored at the station but not applied: held or quarantined.
    case refused
    /// A case about it is open at the station.
    case conflict
}

/// Why an act is not recorded. Each one says what a person can do about it.
package enum ActRefusal: Error, Sendable {
    /// Nobody is logged in.
    case nobody
    /// The station has suspended or revoked this handheld, so nobody is known to it.
    case deviceState(SyncProtocol.DeviceState)
    /// The person logged in may not do this.
    case withoutCapability(Capability)
    case unknownTask(String)
    /// The task is somebody else's.
    case taskOfOther(String, person: String)
    /// The task is of another kind than the act.
    case taskOfKind(String, TaskKind)
    case taskEnded(String, TaskState)
    /// The state of the task leaves nothing to say: it is accepted already, or waits for something.
    case taskStands(String, TaskState)
    /// The parcel is not known to this handheld.
    case unknownParcel(String)
    /// The station has given no waybill numbers, or they are used up.
    case withoutNumbers
    /// The form is not complete, or something in it is wrong.
    case form([FormProblem])
    /// The same for one parcel of several that are handed over together.
    case formOf(String, [FormProblem])
    /// A rule forbids accepting the parcel.
    case gate(RefusalGround)
    case unknownRecord(RecordName)
    /// The key was used before, for another act than this one.
    case draftOfOther(Fact)
    /// A record is corrected only when its name is said once more.
    case unconfirmed(Fact)
    /// The signature is no `strokes1` text.
    case unreadableSignature
    /// The digits said are not the end of the recipient's phone number.
    case phoneTailDiffers
    /// Nobody hands parcels to themselves.
    case handoverToSelf
    case unknownPerson(String)
    /// Somebody else has these parcels.
    case parcelsNotHeld([String])
    /// So many were read, and another number counted by hand.
    case handoverCount(listed: Int, counted: Int)
    /// The other side has recorded another number of parcels.
    case handoverDiffers(given: Int, taken: Int)
    /// This handheld does not know who gives the parcels of a number.
    case unknownHandover(String)
    /// The handover is between others, or goes the other way.
    case handoverOfOthers(Handover)
    case handoverTaken(Handover)
    /// The parcel has no charge for this purpose.
    case withoutCharge(String, ChargePurpose)
    /// More is given back than was taken.
    case refundTooMuch(askedFen: Int, paidFen: Int)
    /// More is given back than is in hand.
    case cashTooLittle(askedFen: Int, heldFen: Int)
    /// What is given is not the cash held, and nothing says why.
    case cashDiffers(givenFen: Int, heldFen: Int)
    /// No problem of this number, and no open one of such a parcel.
    case unknownProblem(String)
    /// The problem is closed.
    case problemEnded(String)
    /// No such case concerns this handheld.
    case unknownCase(String)
    /// The case is decided, or its conflict ended.
    case caseEnded(CaseRow)
}
