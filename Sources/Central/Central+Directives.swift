import CentralStore
import Domain
import ReferenceData
import SyncProtocol
import Synchronization

/// What the station orders its handhelds to do (PJS 11.6).
extension Central {
    static let messageLengthMax = Directive.Order.messageLengthMax
    /// A grace of a month is as good as none.
    static let graceSecondsMax = 31 * 86_400

    /// Takes in what a request says of earlier orders and writes those still open for its answer.
    func directives(
        for signer: Signer, after exchange: ExchangeRequest, at moment: Moment
    ) throws -> [Directive] {
        let open = try store.settle(
            DirectiveNews(
                device: signer.record.device, keyNumber: signer.key.number,
                done: exchange.hello.done, reports: exchange.reports, wiped: exchange.wiped,
                oldKeyMilliseconds: try rekeyDays() * 86_400_000, now: moment.wallMilliseconds))
        try store.noteSent(open, now: moment.wallMilliseconds)
        return open.map { record in
            Directive(
                id: record.id, order: order(record.order, of: signer.record.device),
                device: signer.record.device, key: signer.key)
        }
    }

    /// The order as it is sent: a new key is derived here and stands in no table.
    private func order(_ order: DirectiveOrder, of device: String) -> Directive.Order {
        switch order {
        case .wipe(let wipe): .wipe(wipe)
        case .rekey(let number): .rekey(key(of: device, number: number))
        case .report: .report
        case .rotate(let stream): .rotate(stream: stream)
        case .message(let text): .message(text)
        case .refetch(let pack): .refetch(pack: pack)
        }
    }

    /// Days for which an old key is accepted after the new one is in use.
    private func rekeyDays() throws -> Int {
        let settings = try deviceSettings()
        return settings.rekeyDays
    }

    /// Notes that a handheld may have been copied, if that is what its incidents say, and asks
    /// whoever holds its key for a report.
    func suspectCopy(of device: String, at moment: Moment) throws {
        let now = moment.wallMilliseconds
        guard
            try store.mayBeCopied(
                device, forkDays: try deviceSettings().forkAlarmDays, now: now)
        else { return }
        try store.note(.possibleClone, device: device, now: now)
        guard try !store.openDirectives(of: device).contains(where: { $0.order == .report })
        else { return }
        _ = try store.direct(
            .report, to: device, id: newDirectiveID(), by: Central.manager, at: moment)
    }

    func newDirectiveID() -> String {
        "D-"
            + state.withLock { state in
                Code32.text(of: state.random.bytes(Central.slotCodeBytes), length: 8)
            }
    }

    /// Orders the handheld of a label something.
    func direct(
        _ label: String, _ order: ManagerOrder, _ reason: String, at moment: Moment
    ) throws -> ManagerOutcome {
        guard reason.unicodeScalars.count <= Central.reasonLengthMax else {
            return .refused(.badValue(field: "reason"))
        }
        if let field = order.badField { return .refused(.badValue(field: field)) }
        guard let known = try store.handheld(label: label) else {
            return .refused(.unknownDevice(label: label))
        }
        guard known.wipedMilliseconds == nil else { return .refused(.wiped(label: label)) }
        let open = try store.openDirectives(of: known.device)
        if order.standsAlone, open.contains(where: { $0.order.what == order.what }) {
            return .refused(.alreadyDirected(label: label, what: order.what))
        }
        if case .refetch = order, !known.options.contains(order.what) {
            return .refused(.tooOld(label: label))
        }
        guard let stored = try stored(order, for: known) else {
            return .refused(.neverExchanged(label: label))
        }
        let id = newDirectiveID()
        guard
            try store.direct(
                stored, to: known.device, id: id, facts: facts(of: order, known, reason),
                by: Central.manager, at: moment)
        else { return .refused(.tooManyDirectives(label: label)) }
        return .directed(label: label, id: id, what: order.what)
    }

    /// Nil for an order that needs a stream, of a handheld that never named one.
    private func stored(
        _ order: ManagerOrder, for handheld: DeviceRecord
    ) throws -> DirectiveOrder? {
        switch order {
        case .message(let text): .message(text)
        case .report: .report
        case .rekey: .rekey(number: try store.newestKey(of: handheld.device) + 1)
        case .rotate: handheld.stream.map { .rotate(stream: $0) }
        case .wipe(let wipe): .wipe(wipe)
        case .refetch: .refetch(pack: Directive.Order.rowsPack)
        }
    }

    /// What an order changes at the station: who is to be erased is revoked as well.
    private func facts(
        of order: ManagerOrder, _ handheld: DeviceRecord, _ reason: String
    ) -> [StationFact] {
        guard case .wipe = order, handheld.state != .revoked else { return [] }
        return [
            StationFact(
                .deviceState(
                    DeviceStateFact(device: handheld.device, state: .revoked, reason: reason)))
        ]
    }
}

extension ManagerOrder {
    /// The word of the wire.
    var what: String {
        switch self {
        case .message: "message"
        case .report: "report"
        case .rekey: "rekey"
        case .rotate: "rotate"
        case .wipe: "wipe"
        case .refetch: "refetch"
        }
    }

    /// Whether a second one waits until the first is carried out.
    fileprivate var standsAlone: Bool {
        switch self {
        case .message: false
        case .report, .rekey, .rotate, .wipe, .refetch: true
        }
    }

    /// The field that an order cannot have.
    fileprivate var badField: String? {
        switch self {
        case .message(let text):
            let isGood =
                (1...Central.messageLengthMax).contains(text.unicodeScalars.count)
                && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
            return isGood ? nil : "text"
        case .wipe(let wipe):
            return (0...Central.graceSecondsMax).contains(wipe.graceSeconds) ? nil : "grace"
        case .report, .rekey, .rotate, .refetch: return nil
        }
    }
}
