package import CentralStore
package import Domain
package import SyncProtocol

/// One change that a person of the station orders: the same value over the local socket while the
/// server runs, and directly under the lock when none does.
///
/// `Central.perform` turns it into facts of the server's own stream, all in one transaction.
package enum ManagerAction: Equatable, Sendable {
    /// Makes the station in an empty database.
    case initialise(StationSetup)
    /// Adds a person who may use handhelds, or changes one with the same id.
    case setPerson(PersonSetup)
    /// Makes a slot for one handheld and answers its enrolment code.
    case addDevice(label: String)
    /// Suspends, revokes or reactivates the handheld of a label.
    case setDevice(label: String, state: Domain.DeviceState, reason: String)
    /// Answers the challenge that an offline handheld shows.
    case unlock(label: String, challenge: String, reason: String)
    /// Sets one of the settings of the station, as it is typed.
    case setSetting(name: String, value: String)
    /// Asks for a version of the program, by a time; nil ends that.
    case requireVersion(DeviceSettings.RequiredVersion?)
    /// Orders the handheld of a label something.
    case direct(label: String, order: ManagerOrder, reason: String)
    /// Opens one task per order: all of them or none.
    case importOrders([ImportedOrder])
    /// Says that a pending electronic payment arrived or failed.
    case settlePayment(fact: String, isConfirmed: Bool, externalReference: String?)
    /// Takes in that a copy of the database was verified: what it holds is secured.
    case noteBackup(BackupRecord)
    /// Reads facts again that had no effect, by their lines; a trial changes nothing.
    case readAgain(lines: [Int], reason: String, isTrial: Bool)
    /// Writes something beside a line; closing says that nothing more is to be done about it.
    case remark(line: Int, text: String, isClosing: Bool)
    /// Begins the close of a day, lets a block of it pass, or closes it; nil is the open day.
    case day(DayOrder, day: String?)
    /// Orders something about work that was given out; `seen` is the version of the row that it
    /// changes as it was seen, nil for the present one.
    case dispatch(DispatchOrder, seen: Int?)
    /// Something done at the desk of the station with cash or parcels.
    case desk(DeskAct)
    /// Decides a case, by one of its options; `version` is that of the case as it was seen, nil for
    /// the present one.
    case resolveCase(id: String, option: String, version: Int?, note: String?)
    /// Puts a rule pack in force.
    case pack(PackOrder)
    /// Notes that a person has a blob written out.
    case noteView(blob: String)
    /// Notes that a person has the evidence of a parcel written out; its digest names the file.
    case noteEvidence(parcel: String, digest: String, isFull: Bool)
}

/// What a manager may order a handheld to do (PJS 11.6).
package enum ManagerOrder: Equatable, Sendable {
    /// Show this text once.
    case message(String)
    case report
    /// Take the next key.
    case rekey
    /// Go on in a new stream.
    case rotate
    /// Fetch all rows again.
    case refetch
    /// Revoke it, and have it erase itself.
    case wipe(Directive.Wipe)
}

/// What a station is: its id, its words and what differs from the built-in defaults.
package struct StationSetup: Equatable, Sendable {
    /// 1–20 of `A–Z 0–9`: part of day ids and bucket names.
    package var station: String
    package var name: String
    package var hotline: String?
    /// Minutes east of UTC; 480 in China.
    package var zoneMinutes: Int

    package init(station: String, name: String, hotline: String? = nil, zoneMinutes: Int = 480) {
        self.station = station
        self.name = name
        self.hotline = hotline
        self.zoneMinutes = zoneMinutes
    }
}

/// A person of the station as rows send it to handhelds.
package struct PersonSetup: Equatable, Sendable {
    package var person: String
    package var name: String
    /// Names of capabilities: `pickup`, `deliver`, `cash`, `manager` …
    package var capabilities: [String]
    /// The crypt(3) verifier of the PIN; the PIN itself never comes here.
    package var pinVerifier: String?
    package var isActive: Bool

    package init(
        person: String, name: String, capabilities: [String], pinVerifier: String? = nil,
        isActive: Bool = true
    ) {
        self.person = person
        self.name = name
        self.capabilities = capabilities
        self.pinVerifier = pinVerifier
        self.isActive = isActive
    }
}

/// One order of an import, already checked for form; `line` is where it stands in the file.
package struct ImportedOrder: Equatable, Sendable {
    /// The work that an order asks for.
    package enum Kind: String, Sendable, CaseIterable {
        case pickup = "PICKUP"
        case delivery = "DELIVERY"
    }

    /// A sender or a recipient.
    package struct Party: Equatable, Sendable {
        package var name: String
        package var phone: String
        package var address: String
        package var city: String?
        package var district: String?

        package init(
            name: String, phone: String, address: String, city: String? = nil,
            district: String? = nil
        ) {
            self.name = name
            self.phone = phone
            self.address = address
            self.city = city
            self.district = district
        }
    }

    /// What is in the parcel, as the customer said.
    package struct Goods: Equatable, Sendable {
        package var name: String
        package var nature: String
        package var quantity: Int

        package init(name: String, nature: String, quantity: Int) {
            self.name = name
            self.nature = nature
            self.quantity = quantity
        }
    }

    package var line: Int
    package var kind: Kind
    /// Unique at the station; the task is `T` and this number.
    package var orderNumber: String
    /// The person the task is for.
    package var courier: String
    /// The waybill number; a delivery has one, a pickup gets its own from the courier.
    package var parcel: String?
    package var sender: Party?
    package var recipient: Party?
    package var goods: Goods?
    package var weightGrams: Int?
    /// The window that was agreed, in ms UTC.
    package var fromMilliseconds: Int?
    package var untilMilliseconds: Int?
    /// Freight the recipient pays at delivery.
    package var collectFen: Int
    /// Cash on delivery for the sender.
    package var codFen: Int
    package var note: String?

    package init(
        line: Int, kind: Kind, orderNumber: String, courier: String, parcel: String? = nil,
        sender: Party? = nil, recipient: Party? = nil, goods: Goods? = nil,
        weightGrams: Int? = nil, fromMilliseconds: Int? = nil, untilMilliseconds: Int? = nil,
        collectFen: Int = 0, codFen: Int = 0, note: String? = nil
    ) {
        self.line = line
        self.kind = kind
        self.orderNumber = orderNumber
        self.courier = courier
        self.parcel = parcel
        self.sender = sender
        self.recipient = recipient
        self.goods = goods
        self.weightGrams = weightGrams
        self.fromMilliseconds = fromMilliseconds
        self.untilMilliseconds = untilMilliseconds
        self.collectFen = collectFen
        self.codFen = codFen
        self.note = note
    }
}
