import Domain

extension CourierTask: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> CourierTask {
        var value = CourierTask(
            id: id, kind: random.word(), state: random.word(), assignee: random.identifier())
        value.parcels = random.list(max: 3) { $0.parcel() }
        value.orderNumber = random.maybe { $0.text(max: 40) }
        value.address = random.maybe { $0.identifier() }
        value.contact = random.maybe { $0.value() }
        value.from = random.maybe { $0.natural() }
        value.until = random.maybe { $0.natural() }
        value.promiseAt = random.maybe { $0.natural() }
        value.stopOrder = random.maybe { $0.positive() }
        value.attemptNumber = random.natural()
        value.isCarried = random.flag()
        value.isUrgent = random.flag()
        value.charges = random.list(max: 3) { $0.identifier() }
        value.neededEvidence = random.list(max: 3) { $0.code() }
        value.quoteFen = random.maybe { $0.integer() }
        value.currency = random.maybe { $0.currency() }
        value.note = random.maybe { $0.text(max: 200) }
        value.sender = random.maybe { $0.value() }
        value.recipient = random.maybe { $0.value() }
        value.goods = random.maybe { $0.value() }
        value.services = random.maybe { $0.value() }
        value.event = random.maybe { $0.code() }
        return value
    }
}

extension Parcel: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> Parcel {
        var value = Parcel(id: id, stage: random.word(), custody: random.custody())
        value.event = random.maybe { $0.code() }
        value.at = random.maybe { $0.natural() }
        value.place = random.maybe { $0.text(max: 100) }
        value.isException = random.flag()
        value.isStopped = random.flag()
        value.by = random.maybe { $0.identifier() }
        value.productCode = random.maybe { $0.code() }
        value.recipient = random.maybe { $0.value() }
        value.sender = random.maybe { $0.value() }
        value.goods = random.maybe { $0.value() }
        value.weight = random.maybe { $0.value() }
        value.services = random.maybe { $0.value() }
        value.pieces = random.maybe { $0.value() }
        value.insuranceAmountFen = random.maybe { $0.integer() }
        value.attempts = random.natural()
        value.returnReceipt = random.maybe { $0.code() }
        value.packedBy = random.maybe { $0.word() }
        value.history = random.list(max: 3) { $0.value() }
        return value
    }
}

extension HistoryEntry: RandomValue {
    static func random(from random: inout RandomValues) -> HistoryEntry {
        let value = HistoryEntry(
            at: random.natural(), event: random.code(), place: random.text(max: 100),
            fact: random.text(max: 9))
        return value
    }
}

extension Address: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> Address {
        let value = Address(id: id, details: random.value())
        return value
    }
}

extension Charge: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> Charge {
        var value = Charge(
            id: id, purpose: random.word(), dueFen: random.integer(), currency: random.currency(),
            paidFen: random.integer(), balanceFen: random.integer(), state: random.word())
        value.parcel = random.maybe { $0.parcel() }
        value.waitingFen = random.integer()
        value.tariff = random.maybe { $0.value() }
        return value
    }
}

extension TariffCitation: RandomValue {
    static func random(from random: inout RandomValues) -> TariffCitation {
        let value = TariffCitation(id: random.identifier(), version: random.positive())
        return value
    }
}

extension ProblemParcel: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> ProblemParcel {
        var value = ProblemParcel(
            id: id, parcel: random.text(max: 60), reason: random.word(), state: random.word())
        value.owner = random.maybe { $0.identifier() }
        value.dueAt = random.maybe { $0.natural() }
        value.next = random.maybe { $0.code() }
        value.note = random.maybe { $0.text(max: 500) }
        return value
    }
}

extension Handover: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> Handover {
        var value = Handover(
            id: id, content: random.word(), giver: random.taker(), taker: random.taker())
        value.given = random.maybe { $0.natural() }
        value.taken = random.maybe { $0.natural() }
        value.currency = random.maybe { $0.currency() }
        value.parts = random.value()
        value.tasks = random.list(max: 4) { $0.identifier() }
        return value
    }
}

extension Account: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> Account {
        var value = Account(id: id, cashFen: random.amountsByCurrency())
        value.parts = random.value()
        value.parcelCount = random.natural()
        return value
    }
}

extension CashParts: RandomValue {
    static func random(from random: inout RandomValues) -> CashParts {
        var value = CashParts()
        value.freightFen = random.integer()
        value.collectFen = random.integer()
        value.codFen = random.integer()
        return value
    }
}

extension Person: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> Person {
        var value = Person(
            id: id, name: random.text(max: 40), capabilities: random.list(max: 3) { $0.word() },
            state: random.word())
        value.pin = random.maybe { $0.text(max: 200) }
        value.hasConfidentiality = random.maybe { $0.flag() }
        value.organisation = random.maybe { $0.identifier() }
        return value
    }
}

extension Pack: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> Pack {
        var value = Pack(
            id: id, version: random.natural(), hash: random.hex64(), length: random.natural(),
            mediaType: random.text(max: 64), from: random.natural())
        value.until = random.maybe { $0.natural() }
        return value
    }
}

extension TariffRow: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> TariffRow {
        let value = TariffRow(id: id, terms: random.value())
        return value
    }
}

extension NumberBlock: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> NumberBlock {
        var value = NumberBlock(id: id, numbers: random.value())
        value.lastUsed = random.maybe { $0.parcel() }
        return value
    }
}

extension DispositionRow: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> DispositionRow {
        var value = DispositionRow(id: id, fact: random.hex64(), disposition: random.word())
        value.why = random.maybe { $0.text(max: 40) }
        value.caseID = random.maybe { $0.identifier() }
        value.rule = random.maybe { $0.text(max: 6) }
        value.kind = random.maybe { $0.text(max: 32) }
        return value
    }
}

extension CaseRow: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> CaseRow {
        var value = CaseRow(
            id: id, kind: random.text(max: 32), rule: random.text(max: 6),
            severity: random.word(),
            facts: random.list(max: 32) {
                CaseRowFact(
                    fact: $0.hex64(), person: $0.identifier(), at: $0.natural(),
                    kind: $0.text(max: 32), uncertainty: $0.natural())
            }, options: random.list(max: 16) { $0.text(max: 32) })
        value.state = random.word()
        value.subject = random.maybe { $0.text(max: 100) }
        value.comparison = random.list(max: 20) {
            CaseDifference($0.text(max: 32), $0.text(max: 200), $0.text(max: 200))
        }
        value.provisional = random.maybe { $0.text(max: 40) }
        value.amountFen = random.maybe { $0.integer() }
        value.says = random.list(max: 32) {
            CaseSaying(
                person: $0.identifier(), stand: $0.word(), at: $0.natural(),
                note: $0.text(max: 300))
        }
        value.dueAt = random.maybe { $0.natural() }
        value.resolution = random.maybe { $0.text(max: 32) }
        value.note = random.maybe { $0.text(max: 300) }
        value.decidedBy = random.maybe { $0.identifier() }
        return value
    }
}
