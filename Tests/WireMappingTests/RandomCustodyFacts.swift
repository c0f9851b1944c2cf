import Domain

extension ReturnFact: RandomValue {
    static func random(from random: inout RandomValues) -> ReturnFact {
        var value = ReturnFact(parcel: random.parcel(), step: random.word(), reason: random.word())
        value.freightBy = random.maybe { $0.code() }
        value.advanceFen = random.maybe { $0.integer() }
        value.returnParcel = random.maybe { $0.parcel() }
        value.replacement = random.maybe { $0.parcel() }
        value.exchange = random.maybe { $0.text(max: 100) }
        value.customerID = random.maybe { $0.identifier() }
        value.contact = random.maybe { $0.text(max: 60) }
        value.formNumbers = random.list(max: 3) { $0.text(max: 40) }
        value.givenTo = random.maybe { $0.identifier() }
        value.isParcelBack = random.maybe { $0.flag() }
        value.checkedBy = random.maybe { $0.identifier() }
        value.signer = random.maybe { $0.text(max: 60) }
        value.signature = random.maybe { $0.value() }
        value.approvedBy = random.maybe { $0.identifier() }
        value.note = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension HandoverFact: RandomValue {
    static func random(from random: inout RandomValues) -> HandoverFact {
        var value = HandoverFact(
            number: random.identifier(), side: random.word(), taker: random.taker(),
            reason: random.word(), parcels: random.list(max: 3) { $0.parcel() },
            count: random.natural())
        value.problems = random.list(max: 3) { $0.identifier() }
        value.tasks = random.list(max: 3) { $0.identifier() }
        value.open = random.list(max: 3) { $0.text(max: 60) }
        value.cashFen = random.amountsByCurrency()
        value.tag = random.maybe { $0.text(max: 30) }
        value.bag = random.maybe { $0.text(max: 30) }
        value.condition = random.maybe { $0.code() }
        value.hasPIN = random.maybe { $0.flag() }
        value.missing = random.list(max: 3) { $0.parcel() }
        value.extra = random.list(max: 3) { $0.parcel() }
        value.part = random.maybe { $0.value() }
        value.note = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension PartOf: RandomValue {
    static func random(from random: inout RandomValues) -> PartOf {
        PartOf(index: 1 + random.upTo(3), count: 4 + random.upTo(9))
    }
}

extension ScanFact: RandomValue {
    static func random(from random: inout RandomValues) -> ScanFact {
        var value = ScanFact(parcel: random.parcel())
        value.event = random.maybe { $0.word() }
        value.operation = random.maybe { $0.code() }
        value.batch = random.maybe { $0.identifier() }
        value.station = random.maybe { $0.identifier() }
        value.preCheck = random.maybe { $0.code() }
        value.isKeyed = random.maybe { $0.flag() }
        value.placeInBatch = random.maybe { $0.positive() }
        value.destination = random.maybe { $0.identifier() }
        value.securityMark = random.maybe { $0.text(max: 40) }
        value.reason = random.maybe { $0.code() }
        return value
    }
}

extension ReweighFact: RandomValue {
    static func random(from random: inout RandomValues) -> ReweighFact {
        var value = ReweighFact(parcel: random.parcel(), weight: random.value())
        value.station = random.maybe { $0.identifier() }
        return value
    }
}

extension ShiftOpenFact: RandomValue {
    static func random(from random: inout RandomValues) -> ShiftOpenFact {
        var value = ShiftOpenFact(shift: random.text(max: 20), site: random.identifier())
        value.checks = random.checks()
        value.declared = random.list(max: 3) { $0.code() }
        value.floatFen = random.amountsByCurrency()
        value.carried = random.list(max: 3) { $0.parcel() }
        value.vehicle = random.maybe { $0.text(max: 20) }
        value.overtimeBy = random.maybe { $0.identifier() }
        return value
    }
}

extension ShiftCloseFact: RandomValue {
    static func random(from random: inout RandomValues) -> ShiftCloseFact {
        var value = ShiftCloseFact(shift: random.text(max: 20), parcelCount: random.natural())
        value.left = random.list(max: 3) { $0.value() }
        value.counts = random.countsByCode()
        value.cashFen = random.amountsByCurrency()
        value.open = random.list(max: 3) { $0.text(max: 60) }
        return value
    }
}

extension LeftParcel: RandomValue {
    static func random(from random: inout RandomValues) -> LeftParcel {
        LeftParcel(parcel: random.parcel(), reason: random.code())
    }
}

extension ConsentFact: RandomValue {
    static func random(from random: inout RandomValues) -> ConsentFact {
        var value = ConsentFact(
            consent: random.value(), ways: random.list(max: 3) { $0.word() }, state: random.word())
        value.parcel = random.maybe { $0.parcel() }
        value.phoneTail = random.maybe { $0.text(max: 4) }
        return value
    }
}

extension CashHandoverFact: RandomValue {
    static func random(from random: inout RandomValues) -> CashHandoverFact {
        var value = CashHandoverFact(
            number: random.identifier(), side: random.word(), money: random.value(),
            taker: random.identifier())
        value.notes = random.pieces()
        value.parts = random.value()
        value.to = random.maybe { $0.code() }
        value.from = random.maybe { $0.natural() }
        value.until = random.maybe { $0.natural() }
        value.difference = random.maybe { $0.text(max: 100) }
        return value
    }
}

extension RefundFact: RandomValue {
    static func random(from random: inout RandomValues) -> RefundFact {
        var value = RefundFact(
            money: random.value(), charge: random.identifier(), reason: random.code())
        value.approvedBy = random.maybe { $0.identifier() }
        value.payee = random.maybe { $0.text(max: 60) }
        value.note = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension RandomValues {
    mutating func taker() -> EntityReference {
        EntityReference(flag() ? .person : .station, identifier())
    }

    mutating func checks() -> [Code: ShiftCheck] {
        Dictionary(
            list(max: 3) { ($0.code(), $0.word()) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func countsByCode() -> [Code: Int] {
        Dictionary(
            list(max: 3) { ($0.code(), $0.natural()) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func pieces() -> [Int: Int] {
        Dictionary(
            list(max: 3) { ($0.positive(), $0.natural()) }, uniquingKeysWith: { first, _ in first })
    }
}
