import Domain

extension RandomValues {
    fileprivate mutating func moneyTotals() -> [String: MoneyTotals] {
        Dictionary(list(max: 2) { ($0.currency(), $0.value()) }, uniquingKeysWith: { $1 })
    }

    fileprivate mutating func counts() -> [String: Int] {
        Dictionary(
            list(max: 3) { ($0.pick("az._", count: 1 + $0.upTo(20)), $0.natural()) },
            uniquingKeysWith: { $1 })
    }

    fileprivate mutating func pair<Value>(
        _ make: (inout RandomValues) -> Value
    ) -> SidePair<Value> {
        SidePair(device: make(&self), server: make(&self))
    }
}

extension MoneyTotals: RandomValue {
    static func random(from random: inout RandomValues) -> MoneyTotals {
        var value = MoneyTotals()
        value.cashIn = random.integer()
        value.cashOut = random.integer()
        value.cardIn = random.integer()
        value.cardOut = random.integer()
        value.walletIn = random.integer()
        value.walletOut = random.integer()
        return value
    }
}

extension BlobTotals: RandomValue {
    static func random(from random: inout RandomValues) -> BlobTotals {
        BlobTotals(count: random.natural(), byteCount: random.natural())
    }
}

extension SealedRange: RandomValue {
    static func random(from random: inout RandomValues) -> SealedRange {
        var value = SealedRange(
            from: random.positive(), to: random.natural(), count: random.natural(),
            head: random.hex64())
        value.money = random.moneyTotals()
        value.kinds = random.counts()
        value.blobs = random.value()
        return value
    }
}

extension DayLine: RandomValue {
    static func random(from random: inout RandomValues) -> DayLine {
        DayLine(
            device: random.uuid(), stream: random.uuid(), range: random.value(),
            cashDeclared: random.amountsByCurrency(), result: random.word())
    }
}

extension DaySealFact: RandomValue {
    static func random(from random: inout RandomValues) -> DaySealFact {
        var value = DaySealFact(
            day: random.identifier(), range: random.value(),
            cashDeclared: random.amountsByCurrency())
        value.stream = random.maybe { $0.uuid() }
        value.shift = random.maybe { $0.text(max: 20) }
        return value
    }
}

extension DayReceiptFact: RandomValue {
    static func random(from random: inout RandomValues) -> DayReceiptFact {
        DayReceiptFact(
            day: random.identifier(), manifest: random.hex64(), receipt: random.hex64(),
            line: random.hex64(), number: random.positive())
    }
}

extension DayBeginFact: RandomValue {
    static func random(from random: inout RandomValues) -> DayBeginFact {
        DayBeginFact(
            day: random.identifier(), number: random.positive(),
            roster: random.list(max: 3) {
                RosterEntry(device: $0.uuid(), stream: $0.uuid())
            })
    }
}

extension DayWaiveFact: RandomValue {
    static func random(from random: inout RandomValues) -> DayWaiveFact {
        DayWaiveFact(
            day: random.identifier(), what: random.word(), reference: random.text(max: 48),
            reason: random.text(max: 200))
    }
}

extension DayCloseFact: RandomValue {
    static func random(from random: inout RandomValues) -> DayCloseFact {
        var manifest = DayManifest(
            day: random.identifier(), number: random.positive(), station: random.identifier(),
            previous: random.hex64())
        manifest.lines = random.list(max: 3) { $0.value() }
        manifest.missing = random.list(max: 2) {
            MissingStream(
                device: $0.uuid(), stream: $0.uuid(), recorded: $0.natural(), have: $0.natural(),
                reason: $0.text(max: 200), person: $0.identifier())
        }
        manifest.waived = random.list(max: 2) {
            DayWaiver(
                what: $0.word(), reference: $0.text(max: 48), reason: $0.text(max: 200),
                person: $0.identifier())
        }
        manifest.cases = random.list(max: 2) { $0.identifier() }
        manifest.money = random.moneyTotals()
        manifest.cumulative = random.moneyTotals()
        return DayCloseFact(day: random.identifier(), manifest: manifest, hash: random.hex64())
    }
}

extension DayRow: RandomRow {
    static func random(id: String, from random: inout RandomValues) -> DayRow {
        var value = DayRow(id: id, day: random.identifier(), state: random.word())
        value.line = random.maybe { $0.value() }
        value.code = random.maybe { $0.text(max: 9) }
        value.differences.from = random.maybe { $0.pair { $0.positive() } }
        value.differences.count = random.maybe { $0.pair { $0.natural() } }
        value.differences.head = random.maybe { $0.pair { $0.hex64() } }
        value.differences.money = random.maybe { $0.pair { $0.moneyTotals() } }
        value.differences.kinds = random.maybe { $0.pair { $0.counts() } }
        value.differences.blobs = random.maybe { $0.pair { $0.value() } }
        value.manifest = random.maybe { $0.hex64() }
        value.number = random.maybe { $0.positive() }
        return value
    }
}
