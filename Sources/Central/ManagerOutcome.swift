package import CentralStore
package import Domain

/// What came of a `ManagerAction`.
package enum ManagerOutcome: Equatable, Sendable {
    /// The station exists now, in this epoch.
    case initialised(station: String, epoch: String)
    /// The person is stored; `isNew` is false when one with that id was changed.
    case personSet(person: String, isNew: Bool)
    /// The code opens the slot once, until the given moment.
    case deviceSlot(label: String, code: String, validUntilMilliseconds: Int)
    /// The handheld is in this state; `isChanged` is false when it was before.
    case deviceSet(label: String, state: DeviceState, isChanged: Bool)
    /// The code that opens the handheld for so many hours.
    case unlockCode(label: String, code: String, hours: Int)
    /// The setting holds from now on.
    case settingSet(name: String, value: String)
    /// Programs older than this are asked to be upgraded; nil: none is.
    case versionRequired(DeviceSettings.RequiredVersion?)
    /// The handheld will be ordered this in its next exchange.
    case directed(label: String, id: String, what: String)
    /// So many tasks were opened.
    case ordersImported(count: Int)
    /// The payment is settled.
    case paymentSettled(fact: String)
    /// So many streams are secured up to where the copy holds them.
    case backupNoted(streams: Int)
    /// What became of the facts that were read again, or would become of them.
    case readAgain([Rereading])
    /// It is written beside the line.
    case remarked(line: Int)
    /// The day stands so now; `station day show` tells the rest.
    case dayStands(day: String, state: DayState)
    /// The row of this id is changed.
    case dispatched(String)
    /// It is recorded; the handover, parcel or charge of this id has changed.
    case deskDone(String)
    /// The parcel was weighed; so much more is due, nil where no price is known.
    case reweighed(parcel: String, chargeableGrams: Int, differenceFen: Int?)
    /// The case is decided.
    case caseResolved(id: String, option: String)
    /// The pack is in force under this version; it may be the built-in one again.
    case packPublished(name: String, version: Int, isBuiltIn: Bool)
    /// The audit trail says that a person has the blob written out.
    case viewNoted(blob: String)
    /// Nothing was changed, and why.
    case refused(ManagerRefusal)
}

/// Why an action was refused; in every case nothing was changed.
package enum ManagerRefusal: Error, Equatable, Sendable {
    /// The database has no station yet.
    case noStation
    /// The database has a station already.
    case stationExists(station: String)
    /// A value is empty, too long or of the wrong form.
    case badValue(field: String)
    /// A handheld with this label is enrolled and was not revoked.
    case labelTaken(label: String)
    /// No handheld has this label.
    case unknownDevice(label: String)
    /// The handheld has as many orders as it can be told at once.
    case tooManyDirectives(label: String)
    /// The handheld is ordered this already and has not carried it out.
    case alreadyDirected(label: String, what: String)
    /// The handheld never exchanged, so nothing is known of its journal.
    case neverExchanged(label: String)
    /// The handheld may not work, so it is not opened either.
    case notActive(label: String)
    /// The program of the handheld does not know the order.
    case tooOld(label: String)
    /// There is no such setting.
    case unknownSetting(name: String)
    /// The handheld was erased: it can do nothing any more.
    case wiped(label: String)
    /// Orders that cannot be imported, by line of the file.
    case orders([OrderProblem])
    /// No fact has this id.
    case unknownFact(fact: String)
    /// The payment is not pending.
    case notPending(fact: String)
    /// No such line, or its fact is in effect or waits for something that comes by itself.
    case nothingToRead(lines: [Int])
    /// Read again, the facts come to what they are.
    case nothingChanges
    /// The copy is not one of this ledger any more: it was restored or rebuilt meanwhile.
    case otherLedger
    /// There is no such case.
    case unknownCase(id: String)
    /// The case was decided, or its conflict ended, as this.
    case caseClosed(id: String, resolution: String)
    /// The row has changed since it was seen: it has this version now (`stale_base`).
    case stale(String, version: Int)
    /// The day has not come, is closed, or this one has to be closed first.
    case dayNotNow(String)
    /// Nobody began to close the day.
    case dayNotBegun(String)
    /// So many things stand against closing the day.
    case dayBlocked(String, count: Int)
    /// Nothing like it stands against the day.
    case unknownBlock(String)
    /// Nothing has this id.
    case unknownEntity(String)
    /// The task or parcel has ended, as this (`already_terminal`).
    case ended(String, String)
    /// The parcel is stopped (`blocked`).
    case blocked(String)
    /// The parcel is not stopped.
    case notStopped(String)
    /// The task is this person's already.
    case assignedAlready(String, String)
    /// The task has no address to change.
    case withoutAddress(String)
    /// The parcel has no charge for this purpose.
    case withoutCharge(String, String)
    /// The cash of this number was counted, or its parcels taken.
    case countedAlready(String)
    /// Nobody knows who gives what has this number.
    case giverUnknown(String)
    /// What has the number is this person's.
    case giverDiffers(String, String)
    /// The pack was not published.
    case pack(String, PackRefusal)
    /// The parcel is not at the station: somebody else has it.
    case heldElsewhere(String, String)
    /// More is to be given back than was taken, in fen.
    case refundTooMuch(asked: Int, paid: Int)
    /// The case has other options than this one.
    case notAnOption(id: String, options: [String])
}

/// Why one order of an import cannot be taken.
package struct OrderProblem: Equatable, Sendable {
    /// What stands in the way.
    package enum Reason: String, Sendable, CaseIterable {
        /// No active person has this id.
        case unknownCourier
        /// The order number is there already, or twice in the file.
        case orderTaken
        /// The waybill number is there already, or twice in the file.
        case parcelTaken
        /// A delivery names its waybill and its recipient, a pickup its sender.
        case missingField
        /// A field is too long, out of range or of the wrong form.
        case badField
        /// Goods that may not be sent at all.
        case prohibitedGoods
    }

    package var line: Int
    package var field: String
    package var reason: Reason

    package init(line: Int, field: String, reason: Reason) {
        self.line = line
        self.field = field
        self.reason = reason
    }
}
