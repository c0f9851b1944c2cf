package import Domain

/// What one fact comes to.
package struct Interpretation: Hashable, Sendable {
    package var disposition: Disposition
    /// What a held fact waits for: an entity reference, or a fact id.
    package var awaits: String?
    package var postings: [Posting]

    package init(_ disposition: Disposition, awaits: String? = nil, postings: [Posting] = []) {
        self.disposition = disposition
        self.awaits = awaits
        self.postings = postings
    }
}

/// What the facts of one act come to: applied together, or none of them.
package struct ActInterpretation: Hashable, Sendable {
    /// One for each fact, in order.
    package var facts: [Interpretation]
    /// The entities that are different afterwards, in the order of their references.
    package var changes: [Entity]

    /// Applies an act, or a single fact, to the present state.
    ///
    /// `read` answers the state of an entity, `answered` an earlier fact that is in effect with
    /// what was said of it since, `blocks` the number blocks of the handheld, `judge` what the
    /// rules of conflict say of a fact before it counts.
    package static func of(
        _ act: [Fact], blocks: [NumberBlock], read: (EntityReference) -> Entity?,
        answered: (String) -> AnsweredFact?,
        judge: (Fact, _ target: Fact?) -> Judgement = { _, _ in .counts }
    ) -> ActInterpretation {
        var result = ActInterpretation(facts: [], changes: [])
        var state: [EntityReference: Entity] = [:]
        var inEffect: [String: AnsweredFact] = [:]
        for fact in act {
            let target = fact.corrects.flatMap { inEffect[$0] ?? answered($0) }
            let judgement = judge(fact, target?.fact)
            if judgement == .unapproved {
                result.facts.append(Interpretation(.noop(.notApproved)))
                continue
            }
            if judgement == .sameAct, fact.kind.isRepeatable {
                result.facts.append(Interpretation(.noop(.sameAct)))
                continue
            }
            let outcome = Fold.apply(fact, answering: target) { state[$0] ?? read($0) }
            let postings = Postings.of(fact, answering: target) { charge in
                fact.bookedMoney(answering: target)?.money.currency
                    == (state[EntityReference(.charge, charge)]
                    ?? read(EntityReference(.charge, charge)))?.currency
            } handover: { number in
                let reference = EntityReference(.handover, number)
                guard case .handover(let row) = state[reference] ?? read(reference)
                else { return nil }
                return row
            }
            var interpretation = Interpretation(fact, outcome, postings)
            if judgement == .sameAct, interpretation.disposition == .noop(.already) {
                interpretation.disposition = .noop(.sameAct)
            }
            if interpretation.disposition == .quarantined(.projectorError) {
                let failed = Interpretation(.quarantined(.projectorError))
                return ActInterpretation(facts: act.map { _ in failed }, changes: [])
            }
            result.facts.append(interpretation)
            guard interpretation.isInEffect else { continue }
            for entity in outcome.changes { state[entity.reference] = entity }
            inEffect[fact.id] = AnsweredFact(fact)
            if let target {
                inEffect[target.fact.id] = AnsweredFact(
                    target.fact, answers: target.answers + [fact])
            }
            if let block = fact.numberUsed(of: blocks.map { block($0, in: state) }) {
                state[EntityReference(.numbers, block.id)] = .numbers(block)
            }
        }
        result.changes = state.keys.sorted().compactMap { state[$0] }
        return result
    }

    private static func block(
        _ block: NumberBlock, in state: [EntityReference: Entity]
    ) -> NumberBlock {
        guard case .numbers(let changed) = state[EntityReference(.numbers, block.id)] else {
            return block
        }
        return changed
    }
}

extension Interpretation {
    fileprivate init(_ fact: Fact, _ outcome: FoldOutcome, _ postings: [Posting]) {
        switch outcome.remark {
        case nil: self.init(.applied, postings: postings)
        case .unknownSubject(let reference):
            // Money of an unknown charge is in `suspense`, so that cash is true at once; a person
            // moves it. Everything else waits for the entity and is then applied as a whole.
            self.init(
                .held(.unknownSubject), awaits: postings.isEmpty ? reference.description : nil,
                postings: postings)
        case .unknownFact: self.init(.held(.unknownSubject), awaits: fact.corrects)
        case .already where !outcome.changes.isEmpty: self.init(.applied, postings: postings)
        case .already, .notCorrectable: self.init(.noop(.already))
        case .amountOutOfRange: self.init(.quarantined(.projectorError))
        }
    }

    /// Whether another fact can answer it: it counts, or says what was so already.
    package var isAnswerable: Bool {
        if case .noop = disposition { true } else { isInEffect }
    }

    /// Whether the fact has changed the state or the books.
    package var isInEffect: Bool {
        switch disposition {
        case .applied: true
        case .held: !postings.isEmpty
        case .noop, .disputed, .quarantined: false
        }
    }
}

extension Entity {
    fileprivate var currency: String? {
        if case .charge(let charge) = self { charge.currency } else { nil }
    }
}

extension Fact {
    /// The block a pickup's waybill number was drawn from, with the number as the last one used;
    /// nil when it comes from no block or a later number was seen.
    fileprivate func numberUsed(of blocks: [NumberBlock]) -> NumberBlock? {
        guard case .pickup(let pickup) = payload,
            case .success(let number) = WaybillNumber.parse(pickup.parcel)
        else { return nil }
        for var block in blocks {
            guard let index = block.index(of: number) else { continue }
            guard index >= block.usedCount else { return nil }
            block.lastUsed = number.text
            return block
        }
        return nil
    }
}

extension NumberBlock {
    private var range: WaybillNumberBlock? {
        guard
            case .success(let range) = WaybillNumberBlock.parse(
                first: numbers.first, last: numbers.last)
        else { return nil }
        return range
    }

    /// The place of a number in the block, from 0.
    fileprivate func index(of number: WaybillNumber) -> Int? { range?.index(of: number) }

    /// How many numbers are used, as far as the server has seen.
    fileprivate var usedCount: Int {
        guard let lastUsed, case .success(let number) = WaybillNumber.parse(lastUsed),
            let index = index(of: number)
        else { return 0 }
        return index + 1
    }

    /// How many numbers are left, as far as the server has seen.
    package var leftCount: Int { max(0, (range?.count ?? 0) - usedCount) }
}
