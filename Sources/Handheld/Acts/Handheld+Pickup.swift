package import Domain
package import HandheldUI
package import Journal

/// Quotes, pickups and refusals.
extension Handheld {
    /// A price, with everything that it was made from. Nothing is recorded.
    package mutating func quote(
        _ input: QuoteInput, at now: Moment
    ) throws(JournalError) -> Result<FreightQuote, ActRefusal> {
        let person: Person
        switch try actor(.pickup) {
        case .success(let found): person = found
        case .failure(let refusal): return .failure(refusal)
        }
        let task: CourierTask?
        switch try pickupTask(input.task, of: person) {
        case .success(let found): task = found
        case .failure(let refusal): return .failure(refusal)
        }
        let context = try context(for: person.id, at: now)
        var recipient = task?.recipient ?? Party(name: "", phone: "", address: "")
        recipient.province = input.province ?? recipient.province
        recipient.city = input.city ?? recipient.city
        let form = priceForm(
            input, sender: task?.sender, recipient: recipient, services: task?.services)
        guard let grams = form.grams else { return .failure(.form([.field(.missing(.weight))])) }
        guard let inputs = form.inputs else { return .failure(.form([.field(.missing(.zone))])) }
        if let size = form.size {
            let excesses = context.settings.parcelLimits.excesses(grams: grams, size: size)
            if !excesses.isEmpty {
                let ground = RefusalGround(reason: .oversizeOverweight, detail: .excess(excesses))
                return .failure(.gate(ground))
            }
        }
        return FreightQuote.make(inputs, terms: context.terms, settings: context.settings)
            .mapError { .form([.price(.noPrice($0))]) }
    }

    /// Accepts a parcel: all facts of the pickup in one change, or what is missing.
    package mutating func pickup(
        _ input: PickupInput, photos: [TakenPhoto] = [], draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let known = try result(of: draft) { Handheld.isPickup($0, of: input) }
        if let known { return known }
        let person: Person
        switch try actor(.pickup) {
        case .success(let found): person = found
        case .failure(let refusal): return .refused(refusal)
        }
        let task: CourierTask?
        switch try pickupTask(input.quote.task, of: person) {
        case .success(let found): task = found
        case .failure(let refusal): return .refused(refusal)
        }
        let label: Label
        switch try self.label(input.binding, task: task) {
        case .success(let found): label = found
        case .failure(let refusal): return .refused(refusal)
        }
        var form = pickupForm(input, task: task)
        form.label = label.binding
        let context = try context(for: person.id, at: now)
        switch AcceptanceGate.decide(form, in: context, isBound: { $0 == label.taken }) {
        case .incomplete(let problems): return .refused(.form(problems))
        case .refused(let ground, _): return .refused(.gate(ground))
        case .accepted(var act):
            let receipts = try receiptNumbers(for: &act.payments)
            let references = [
                task.map { EntityReference(.task, $0.id) },
                task?.address.map { EntityReference(.addr, $0) },
            ]
            let steps = act.steps(
                task: task?.id, base: try versions(of: references.compactMap(\.self)))
            return .recorded(
                try record(
                    Handheld.listing(photos, as: .goods, in: steps),
                    takingFrom: label.uses + receipts, by: person.id, at: now, draft: draft))
        }
    }

    /// Records that nothing was accepted.
    package mutating func refuse(
        _ input: RefusalInput, photos: [TakenPhoto] = [], draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let known = try result(of: draft) { fact in
            fact.kind == .refusal && Handheld.taskID(of: fact) == input.task
        }
        if let known { return known }
        let person: Person
        switch try actor(.pickup) {
        case .success(let found): person = found
        case .failure(let refusal): return .refused(refusal)
        }
        let task: CourierTask?
        switch try pickupTask(input.task, of: person) {
        case .success(let found): task = found
        case .failure(let refusal): return .refused(refusal)
        }
        var form = RefusalForm(reason: input.reason)
        form.sender = task?.sender
        form.itemName = input.itemName ?? task?.goods?.itemName
        form.itemNature = input.itemNature ?? task?.goods?.itemNature
        form.quantity = input.quantity ?? task?.goods?.quantity
        form.next = input.next
        form.retry = Handheld.window(input.retryFrom, input.retryUntil)
        form.note = input.note
        switch RefusalRules.decide(form, in: try context(for: person.id, at: now)) {
        case .incomplete(let problems): return .refused(.form(problems))
        case .recorded(let fact):
            let subject = task.map { EntityReference(.task, $0.id) }
            let base = try versions(of: [subject].compactMap(\.self))
            return .recorded(
                try record(
                    Handheld.listing(
                        photos, as: .goods,
                        in: [{ _ in FactDraft(.refusal(fact), subject: subject, base: base) }]),
                    by: person.id, at: now, draft: draft))
        }
    }

    /// Both ends of a time window, or none.
    static func window(_ from: Int?, _ until: Int?) -> TimeWindow? {
        guard let from, let until else { return nil }
        return TimeWindow(from: from, until: until)
    }

    /// The task that a fact answers to; without one it answers to a parcel.
    private static func taskID(of fact: Fact) -> String? {
        fact.subject?.type == .task ? fact.subject?.id : nil
    }

    /// Whether a recorded pickup is of the task and of the parcel that are asked for.
    private static func isPickup(_ fact: Fact, of input: PickupInput) -> Bool {
        guard case .pickup(let pickup) = fact.payload,
            Handheld.taskID(of: fact) == input.quote.task
        else { return false }
        switch input.binding {
        case .number(let number), .scanned(let number, _): return pickup.parcel == number
        case .next, nil: return true
        }
    }

    private mutating func pickupTask(
        _ id: String?, of person: Person
    ) throws(JournalError) -> Result<CourierTask?, ActRefusal> {
        guard let id else { return .success(nil) }
        return try task(id, kinds: [.pickup], of: person.id).map { $0 }
    }
}

// MARK: Numbers

extension Handheld {
    /// The number that goes on a parcel.
    private struct Label {
        var binding: LabelBinding?
        var uses: [NumberUse] = []
        /// The number, when it is on another parcel already.
        var taken: ParcelID?
    }

    private mutating func label(
        _ input: BindingInput?, task: CourierTask?
    ) throws(JournalError) -> Result<Label, ActRefusal> {
        switch input {
        case nil: return .success(Label())
        case .number(let text):
            return .success(
                Label(binding: .keyed(text, again: text), taken: try taken(text, task)))
        case .scanned(let waybill, let label):
            return .success(
                Label(binding: .scanned(waybill, label), taken: try taken(waybill, task)))
        case .next:
            guard let (number, use) = try nextNumber() else { return .failure(.withoutNumbers) }
            return .success(Label(binding: .issued(number), uses: [use]))
        }
    }

    /// A number, as the reader of flags has normalised it, when another parcel has it; the parcel
    /// of the task is not another one.
    private mutating func taken(
        _ number: String, _ task: CourierTask?
    ) throws(JournalError) -> ParcelID? {
        let isOfTask = task?.parcels.contains(number) ?? false
        guard try parcel(number) != nil, !isOfTask,
            case .success(let id) = ParcelID.parse(number, companyPrefix: "")
        else { return nil }
        return id
    }

    /// The next free number of this handheld's blocks; it is taken when the act is recorded.
    private mutating func nextNumber() throws(JournalError) -> (WaybillNumber, NumberUse)? {
        for row in try journal.rows(of: .numbers) {
            guard let (id, block, floor) = ownBlock(row.entity) else { continue }
            var place = max(floor, try journal.numbersTaken(of: id))
            while let number = block.number(at: place) {
                // A courier may have typed a number of this block from a printed label.
                if try parcel(number.text) == nil {
                    return (number, NumberUse(block: id, place: place))
                }
                place += 1
            }
        }
        return nil
    }

    /// How many waybill numbers are left.
    func numbersLeft() throws(JournalError) -> Int {
        var left = 0
        for row in try journal.rows(of: .numbers) {
            guard let (id, block, floor) = ownBlock(row.entity) else { continue }
            left += max(0, block.count - max(floor, try journal.numbersTaken(of: id)))
        }
        return left
    }

    /// A block of this handheld, and the first place that the station has not seen used.
    private func ownBlock(_ entity: Entity) -> (id: String, WaybillNumberBlock, floor: Int)? {
        guard case .numbers(let row) = entity, row.numbers.device == device.id,
            case .success(let block) = WaybillNumberBlock.parse(
                first: row.numbers.first, last: row.numbers.last)
        else { return nil }
        var floor = 0
        if let last = row.lastUsed, case .success(let number) = WaybillNumber.parse(last),
            let place = block.index(of: number)
        {
            floor = place + 1
        }
        return (row.id, block, floor)
    }

    /// Gives each payment its receipt number: gap-free on this handheld.
    func receiptNumbers(for payments: inout [PaymentFact]) throws(JournalError) -> [NumberUse] {
        let first = try journal.numbersTaken(of: Handheld.receiptBlock)
        for index in payments.indices {
            let digits = String(first + index + 1)
            let padding = String(repeating: "0", count: max(0, 6 - digits.utf8.count))
            payments[index].receiptNumber = "\(device.label)-\(padding)\(digits)"
        }
        return payments.indices.map {
            NumberUse(block: Handheld.receiptBlock, place: first + $0)
        }
    }

    /// Not the id of any row: those have no dot in front.
    private static let receiptBlock = ".receipt"
}
