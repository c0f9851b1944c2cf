import Domain

extension TaskAcceptFact: RandomValue {
    static func random(from random: inout RandomValues) -> TaskAcceptFact {
        TaskAcceptFact()
    }
}

extension TaskDeclineFact: RandomValue {
    static func random(from random: inout RandomValues) -> TaskDeclineFact {
        var value = TaskDeclineFact(reason: random.code())
        value.note = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension TaskStartFact: RandomValue {
    static func random(from random: inout RandomValues) -> TaskStartFact {
        var value = TaskStartFact()
        value.isOutOfOrder = random.maybe { $0.flag() }
        value.reason = random.maybe { $0.text(max: 200) }
        value.arrivedAt = random.maybe { $0.natural() }
        return value
    }
}

extension ProblemStepFact: RandomValue {
    static func random(from random: inout RandomValues) -> ProblemStepFact {
        var value = ProblemStepFact(step: random.word())
        value.outcome = random.maybe { $0.word() }
        value.owner = random.maybe { $0.identifier() }
        value.dueAt = random.maybe { $0.natural() }
        value.told = random.list(max: 3) { $0.value() }
        value.amountFen = random.maybe { $0.integer() }
        value.formNumber = random.maybe { $0.text(max: 40) }
        value.note = random.maybe { $0.text(max: 500) }
        return value
    }
}

extension CaseSayFact: RandomValue {
    static func random(from random: inout RandomValues) -> CaseSayFact {
        var value = CaseSayFact(version: random.positive(), stand: random.word())
        value.note = random.maybe { $0.text(max: 300) }
        return value
    }
}

extension OversizeFact: RandomValue {
    static func random(from random: inout RandomValues) -> OversizeFact {
        OversizeFact(
            stream: random.uuid(), sequence: random.positive(), fact: random.hex64(),
            blob: random.hex64(), length: random.positive())
    }
}

extension BlobCorruptFact: RandomValue {
    static func random(from random: inout RandomValues) -> BlobCorruptFact {
        var value = BlobCorruptFact(blob: random.hex64(), length: random.natural())
        value.foundLength = random.maybe { $0.natural() }
        return value
    }
}

extension TaskChangeFact: RandomValue {
    static func random(from random: inout RandomValues) -> TaskChangeFact {
        var value = TaskChangeFact(task: random.identifier())
        value.parcels = random.maybe { $0.list(max: 3) { $0.parcel() } }
        value.orderNumber = random.maybe { $0.text(max: 40) }
        value.addressID = random.maybe { $0.identifier() }
        value.contact = random.maybe { $0.value() }
        value.from = random.maybe { $0.natural() }
        value.until = random.maybe { $0.natural() }
        value.promiseAt = random.maybe { $0.natural() }
        value.stopOrder = random.maybe { $0.positive() }
        value.isUrgent = random.maybe { $0.flag() }
        value.neededEvidence = random.maybe { $0.list(max: 3) { $0.code() } }
        value.quoteFen = random.maybe { $0.integer() }
        value.currency = random.maybe { $0.currency() }
        value.note = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension AddressChangeFact: RandomValue {
    static func random(from random: inout RandomValues) -> AddressChangeFact {
        var value = AddressChangeFact(addressID: random.identifier(), address: random.value())
        value.parcel = random.maybe { $0.parcel() }
        value.feeCharge = random.maybe { $0.identifier() }
        return value
    }
}

extension ChargePriceFact: RandomValue {
    static func random(from random: inout RandomValues) -> ChargePriceFact {
        var value = ChargePriceFact(
            charge: random.identifier(), dueFen: random.natural(), from: random.natural(),
            reason: random.code())
        value.lines = random.list(max: 3) { $0.value() }
        return value
    }
}

extension ParcelInterceptFact: RandomValue {
    static func random(from random: inout RandomValues) -> ParcelInterceptFact {
        var value = ParcelInterceptFact(
            parcel: random.parcel(), reason: random.code(), order: random.word())
        value.isProhibited = random.maybe { $0.flag() }
        return value
    }
}

extension ParcelReleaseFact: RandomValue {
    static func random(from random: inout RandomValues) -> ParcelReleaseFact {
        ParcelReleaseFact(parcel: random.parcel(), reason: random.code())
    }
}

extension AdjustmentFact: RandomValue {
    static func random(from random: inout RandomValues) -> AdjustmentFact {
        var value = AdjustmentFact(
            charge: random.identifier(), amountFen: random.integer(),
            currency: random.currency(), reason: random.code())
        value.rule = random.maybe { $0.text(max: 6) }
        return value
    }
}

extension CaseResolveFact: RandomValue {
    static func random(from random: inout RandomValues) -> CaseResolveFact {
        var value = CaseResolveFact(
            caseID: random.identifier(), version: random.positive(), option: random.code())
        value.note = random.maybe { $0.text(max: 200) }
        value.currency = random.maybe { $0.currency() }
        return value
    }
}

extension StreamCloseFact: RandomValue {
    static func random(from random: inout RandomValues) -> StreamCloseFact {
        StreamCloseFact(
            stream: random.uuid(), at: random.natural(), reason: random.text(max: 200))
    }
}

extension ReinterpretFact: RandomValue {
    static func random(from random: inout RandomValues) -> ReinterpretFact {
        ReinterpretFact(
            facts: random.list(max: 3) { $0.hex64() }, why: random.text(max: 200))
    }
}
