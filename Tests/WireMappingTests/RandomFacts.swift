import Domain

extension IdentityFact: RandomValue {
    static func random(from random: inout RandomValues) -> IdentityFact {
        var value = IdentityFact(
            who: random.word(), documentType: random.word(), method: random.word(),
            result: random.word())
        value.parcel = random.maybe { $0.parcel() }
        value.masked = random.maybe { $0.text(max: 24) }
        value.personMatches = random.maybe { $0.flag() }
        value.goodsMatch = random.maybe { $0.flag() }
        value.exemption = random.maybe { $0.word() }
        value.agreementNumber = random.maybe { $0.text(max: 40) }
        value.unifiedSocialCreditCode = random.maybe { $0.text(max: 18) }
        value.identityCode = random.maybe { $0.hex64() }
        return value
    }
}

extension CheckFact: RandomValue {
    static func random(from random: inout RandomValues) -> CheckFact {
        var value = CheckFact(
            parcel: random.parcel(), occasion: random.word(), result: random.word(),
            decision: random.code(), isContentsInspected: random.flag(),
            isDeclarationTrue: random.flag(), isSenderTold: random.flag(),
            catalogueVersion: random.natural())
        value.openedBy = random.maybe { $0.code() }
        value.hits = random.list(max: 3) { $0.value() }
        value.quantity = random.maybe { $0.text(max: 60) }
        value.certificates = random.list(max: 3) { $0.value() }
        value.approvedBy = random.maybe { $0.identifier() }
        value.inspectionMark = random.maybe { $0.value() }
        value.securityMark = random.maybe { $0.text(max: 40) }
        value.action = random.maybe { $0.code() }
        value.reported = random.list(max: 3) { $0.value() }
        value.note = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension QuoteFact: RandomValue {
    static func random(from random: inout RandomValues) -> QuoteFact {
        var value = QuoteFact(
            totalFen: random.integer(), currency: random.currency(),
            lines: random.list(max: 3) { $0.value() }, actualGrams: random.natural(),
            volumetricGrams: random.natural(), chargeableGrams: random.natural(),
            divisor: random.natural(), payType: random.word(), isAccepted: random.flag())
        value.parcel = random.maybe { $0.parcel() }
        value.origin = random.maybe { $0.text(max: 60) }
        value.destination = random.maybe { $0.text(max: 60) }
        value.zone = random.maybe { $0.code() }
        value.productCode = random.maybe { $0.code() }
        value.distanceKilometres = random.maybe { $0.natural() }
        value.firstGrams = random.maybe { $0.natural() }
        value.stepGrams = random.maybe { $0.natural() }
        value.units = random.maybe { $0.natural() }
        value.firstFeeFen = random.maybe { $0.integer() }
        value.stepFeeFen = random.maybe { $0.integer() }
        value.zonePermille = random.maybe { $0.natural() }
        value.rounding = random.maybe { $0.code() }
        value.pieces = random.list(max: 3) { $0.value() }
        value.discountCode = random.maybe { $0.text(max: 20) }
        value.validUntil = random.maybe { $0.natural() }
        value.promiseAt = random.maybe { $0.natural() }
        value.pickupAt = random.maybe { $0.natural() }
        value.told = random.list(max: 3) { $0.value() }
        return value
    }
}

extension PickupFact: RandomValue {
    static func random(from random: inout RandomValues) -> PickupFact {
        var value = PickupFact(
            parcel: random.parcel(), source: random.word(), sender: random.value(),
            recipient: random.value(), goods: random.value(), weight: random.value(),
            packedBy: random.word(), isNoticeGiven: random.flag())
        value.orderNumber = random.maybe { $0.text(max: 40) }
        value.carrierCode = random.maybe { $0.code() }
        value.productCode = random.maybe { $0.code() }
        value.createdAt = random.maybe { $0.natural() }
        value.routing = random.maybe { $0.value() }
        value.pieces = random.maybe { $0.value() }
        value.services = random.maybe { $0.value() }
        value.charges = random.maybe { $0.value() }
        value.identity = random.maybe { $0.hex64() }
        value.check = random.maybe { $0.hex64() }
        value.quote = random.maybe { $0.hex64() }
        value.payments = random.list(max: 3) { $0.hex64() }
        value.binding = random.maybe { $0.value() }
        value.isPackagingFit = random.maybe { $0.flag() }
        value.packagingCode = random.maybe { $0.code() }
        value.inspectionMark = random.maybe { $0.value() }
        value.securityMark = random.maybe { $0.text(max: 40) }
        value.contact = random.maybe { $0.value() }
        value.appointmentFrom = random.maybe { $0.natural() }
        value.appointmentUntil = random.maybe { $0.natural() }
        value.arrivedAt = random.maybe { $0.natural() }
        value.customs = random.list(max: 3) { $0.code() }
        value.exemption = random.maybe { $0.code() }
        value.told = random.list(max: 3) { $0.value() }
        value.note = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension RefusalFact: RandomValue {
    static func random(from random: inout RandomValues) -> RefusalFact {
        var value = RefusalFact(reason: random.word())
        value.parcel = random.maybe { $0.parcel() }
        value.goods = random.maybe { $0.value() }
        value.sender = random.maybe { $0.value() }
        value.decision = random.maybe { $0.code() }
        value.catalogueVersion = random.maybe { $0.natural() }
        value.told = random.list(max: 3) { $0.value() }
        value.notified = random.list(max: 3) { $0.value() }
        value.next = random.maybe { $0.code() }
        value.retryFrom = random.maybe { $0.natural() }
        value.retryUntil = random.maybe { $0.natural() }
        value.contacts = random.list(max: 3) { $0.value() }
        value.note = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension PaymentFact: RandomValue {
    static func random(from random: inout RandomValues) -> PaymentFact {
        var value = PaymentFact(
            money: random.value(), charge: random.identifier(), purpose: random.word(),
            state: random.word())
        value.parcel = random.maybe { $0.parcel() }
        value.tenderedFen = random.maybe { $0.integer() }
        value.changeFen = random.maybe { $0.integer() }
        value.receiptNumber = random.maybe { $0.text(max: 40) }
        value.voucher = random.maybe { $0.code() }
        value.externalReference = random.maybe { $0.text(max: 64) }
        value.payer = random.maybe { $0.text(max: 60) }
        value.difference = random.maybe { $0.text(max: 100) }
        return value
    }
}

extension PaymentVoidFact: RandomValue {
    static func random(from random: inout RandomValues) -> PaymentVoidFact {
        var value = PaymentVoidFact(
            money: random.value(), charge: random.identifier(), reason: random.code())
        value.note = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension PaymentConfirmFact: RandomValue {
    static func random(from random: inout RandomValues) -> PaymentConfirmFact {
        var value = PaymentConfirmFact(outcome: random.word())
        value.externalReference = random.maybe { $0.text(max: 64) }
        return value
    }
}

extension DeliverFact: RandomValue {
    static func random(from random: inout RandomValues) -> DeliverFact {
        var value = DeliverFact(
            parcel: random.parcel(), proofType: random.word(), condition: random.word(),
            evidence: random.list(max: 3) { $0.code() })
        value.signer = random.maybe { $0.text(max: 60) }
        value.isRecipientSelf = random.maybe { $0.flag() }
        value.relation = random.maybe { $0.code() }
        value.signature = random.maybe { $0.value() }
        value.signatureOf = random.maybe { $0.hex64() }
        value.isSignatureWeak = random.maybe { $0.flag() }
        value.noSignatureReason = random.maybe { $0.code() }
        value.recipientCheck = random.list(max: 3) { $0.code() }
        value.identity = random.maybe { $0.hex64() }
        value.outer = random.maybe { $0.code() }
        value.outerNote = random.maybe { $0.text(max: 100) }
        value.isToldToInspect = random.maybe { $0.flag() }
        value.isInspected = random.maybe { $0.flag() }
        value.isNoticeGiven = random.maybe { $0.flag() }
        value.courierLeftAt = random.maybe { $0.natural() }
        value.consent = random.maybe { $0.value() }
        value.lockerID = random.maybe { $0.text(max: 30) }
        value.boxNumber = random.maybe { $0.text(max: 30) }
        value.stationID = random.maybe { $0.text(max: 30) }
        value.shelfNumber = random.maybe { $0.text(max: 30) }
        value.pickupCode = random.maybe { $0.text(max: 12) }
        value.place = random.maybe { $0.text(max: 100) }
        value.paperSlipNumber = random.maybe { $0.text(max: 40) }
        value.isScanned = random.maybe { $0.flag() }
        value.isKeyed = random.maybe { $0.flag() }
        value.attemptNumber = random.maybe { $0.positive() }
        value.dueFrom = random.maybe { $0.natural() }
        value.dueUntil = random.maybe { $0.natural() }
        value.promiseAt = random.maybe { $0.natural() }
        value.payments = random.list(max: 3) { $0.hex64() }
        value.problem = random.maybe { $0.hex64() }
        value.returnReceipt = random.maybe { $0.code() }
        value.pieces = random.list(max: 3) { $0.parcel() }
        value.note = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension AttemptFact: RandomValue {
    static func random(from random: inout RandomValues) -> AttemptFact {
        var value = AttemptFact(
            parcel: random.parcel(), reason: random.word(), attemptNumber: random.positive(),
            next: random.code())
        value.contacts = random.list(max: 3) { $0.value() }
        value.retryFrom = random.maybe { $0.natural() }
        value.retryUntil = random.maybe { $0.natural() }
        value.priceToldFen = random.maybe { $0.integer() }
        value.told = random.list(max: 3) { $0.value() }
        value.place = random.maybe { $0.text(max: 100) }
        value.note = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension ProblemFact: RandomValue {
    static func random(from random: inout RandomValues) -> ProblemFact {
        var value = ProblemFact(subject: random.problemSubject(), reason: random.word())
        value.direction = random.maybe { $0.word() }
        value.delayCause = random.maybe { $0.word() }
        value.lossAt = random.maybe { $0.code() }
        value.isMissortExcluded = random.maybe { $0.flag() }
        value.pieces = random.list(max: 3) { $0.parcel() }
        value.foundBy = random.maybe { $0.identifier() }
        value.foundAt = random.maybe { $0.text(max: 60) }
        value.stage = random.maybe { $0.code() }
        value.packedBy = random.maybe { $0.word() }
        value.degree = random.maybe { $0.text(max: 100) }
        value.notified = random.list(max: 3) { $0.value() }
        value.owner = random.maybe { $0.identifier() }
        value.next = random.maybe { $0.code() }
        value.witness = random.maybe { $0.text(max: 60) }
        value.photoReferences = random.list(max: 3) { $0.text(max: 40) }
        value.note = random.maybe { $0.text(max: 500) }
        return value
    }
}

extension CorrectFact: RandomValue {
    static func random(from random: inout RandomValues) -> CorrectFact {
        var value = CorrectFact(how: random.word(), reason: random.code())
        value.changes = random.list(max: 3) { $0.value() }
        value.note = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension NoteFact: RandomValue {
    static func random(from random: inout RandomValues) -> NoteFact {
        var value = NoteFact(text: random.text(max: 1000))
        value.what = random.maybe { $0.code() }
        value.told = random.list(max: 3) { $0.value() }
        value.addressee = random.maybe { $0.identifier() }
        value.needsConfirmation = random.maybe { $0.flag() }
        return value
    }
}

extension TaskOpenFact: RandomValue {
    static func random(from random: inout RandomValues) -> TaskOpenFact {
        var value = TaskOpenFact(
            task: random.identifier(), kind: random.word(), assignee: random.identifier())
        value.order = random.maybe { $0.identifier() }
        value.parcels = random.list(max: 3) { $0.parcel() }
        value.orderNumber = random.maybe { $0.text(max: 40) }
        value.addressID = random.maybe { $0.identifier() }
        value.address = random.maybe { $0.value() }
        value.contact = random.maybe { $0.value() }
        value.from = random.maybe { $0.natural() }
        value.until = random.maybe { $0.natural() }
        value.promiseAt = random.maybe { $0.natural() }
        value.stopOrder = random.maybe { $0.positive() }
        value.isUrgent = random.flag()
        value.neededEvidence = random.list(max: 3) { $0.code() }
        value.quoteFen = random.maybe { $0.integer() }
        value.currency = random.maybe { $0.currency() }
        value.note = random.maybe { $0.text(max: 200) }
        value.sender = random.maybe { $0.value() }
        value.recipient = random.maybe { $0.value() }
        value.goods = random.maybe { $0.value() }
        value.weight = random.maybe { $0.value() }
        value.services = random.maybe { $0.value() }
        value.productCode = random.maybe { $0.code() }
        value.collect = random.list(max: 3) { $0.value() }
        return value
    }
}

extension TaskAssignFact: RandomValue {
    static func random(from random: inout RandomValues) -> TaskAssignFact {
        var value = TaskAssignFact(task: random.identifier(), assignee: random.identifier())
        value.fallback = random.maybe { $0.code() }
        return value
    }
}

extension TaskCancelFact: RandomValue {
    static func random(from random: inout RandomValues) -> TaskCancelFact {
        var value = TaskCancelFact(task: random.identifier(), reason: random.code())
        value.note = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension PersonSetFact: RandomValue {
    static func random(from random: inout RandomValues) -> PersonSetFact {
        var value = PersonSetFact(
            person: random.identifier(), name: random.text(max: 40),
            capabilities: random.list(max: 3) { $0.word() }, state: random.word())
        value.pin = random.maybe { $0.text(max: 200) }
        value.hasConfidentiality = random.maybe { $0.flag() }
        value.organisation = random.maybe { $0.identifier() }
        return value
    }
}

extension ConfigSetFact: RandomValue {
    static func random(from random: inout RandomValues) -> ConfigSetFact {
        let value = ConfigSetFact(station: random.identifier(), values: random.settings())
        return value
    }
}

extension DeviceStateFact: RandomValue {
    static func random(from random: inout RandomValues) -> DeviceStateFact {
        let value = DeviceStateFact(
            device: random.uuid(), state: random.word(), reason: random.text(max: 200))
        return value
    }
}

extension TariffSetFact: RandomValue {
    static func random(from random: inout RandomValues) -> TariffSetFact {
        let value = TariffSetFact(tariff: random.identifier(), terms: random.value())
        return value
    }
}

extension NumbersGrantFact: RandomValue {
    static func random(from random: inout RandomValues) -> NumbersGrantFact {
        let value = NumbersGrantFact(block: random.identifier(), numbers: random.value())
        return value
    }
}

extension PackSetFact: RandomValue {
    static func random(from random: inout RandomValues) -> PackSetFact {
        let name = random.identifier()
        let value = PackSetFact(pack: .random(id: name, from: &random))
        return value
    }
}
