import CentralStore
package import Domain
import HTTPWire
import ReferenceData
import SyncProtocol
import Synchronization
import WireMapping

/// What the manager orders. Each action becomes facts of the station's own stream, all of them in
/// one transaction, or is refused and changes nothing.
extension Central {
    /// Who is named in the facts until people of the station log in.
    static let manager = Person.manager
    static let stationCodeLengthMax = 20
    static let nameLengthMax = 40
    static let labelLengthMax = 20
    static let reasonLengthMax = 200

    /// Does it, or says why not. It throws what the store throws.
    package func perform(_ action: ManagerAction, at moment: Moment) throws -> ManagerOutcome {
        defer {
            state.withLock { state in
                state.numbers = nil
                state.devices = nil
            }
        }
        do {
            return try performed(action, at: moment)
        } catch let problem as WireMapping.FieldProblem {
            // What no reader of the fact would take is not written in the first place.
            return .refused(.badValue(field: problem.path))
        }
    }

    private func performed(
        _ action: ManagerAction, at moment: Moment
    ) throws -> ManagerOutcome {
        if case .initialise(let setup) = action { return try initialise(setup, at: moment) }
        guard let station = try store.station() else { return .refused(.noStation) }
        switch action {
        case .initialise: preconditionFailure("handled above")
        case .setPerson(let person): return try set(person, at: moment)
        case .addDevice(let label): return try addDevice(label, at: moment)
        case .setDevice(let label, let state, let reason):
            return try setDevice(label, to: state, reason, at: moment)
        case .unlock(let label, let challenge, let reason):
            return try unlock(label, challenge, reason, at: moment)
        case .setSetting(let name, let value):
            return try setSetting(name, to: value, station, at: moment)
        case .requireVersion(let required):
            return try require(required, station, at: moment)
        case .direct(let label, let order, let reason):
            return try direct(label, order, reason, at: moment)
        case .importOrders(let orders): return try importOrders(orders, station, at: moment)
        case .settlePayment(let fact, let isConfirmed, let reference):
            return try settle(fact, isConfirmed, reference, at: moment)
        case .noteBackup(let backup):
            return try store.note(backup)
                ? .backupNoted(streams: backup.streams.count) : .refused(.otherLedger)
        case .readAgain(let lines, let reason, let isTrial):
            return try readAgain(lines, reason, isTrial: isTrial, at: moment)
        case .remark(let line, let text, let isClosing):
            return try remark(line, text, isClosing: isClosing, at: moment)
        case .day(let order, let day): return try self.day(order, day, at: moment)
        case .pack(let order): return try perform(order, station, at: moment)
        case .noteView(let blob): return try noteView(ofBlob: blob, at: moment)
        case .noteEvidence(let parcel, let digest, let isFull):
            return try noteEvidence(of: parcel, digest, isFull: isFull, at: moment)
        case .dispatch(let order, let seen): return try dispatch(order, seen: seen, at: moment)
        case .desk(let act): return try desk(act, at: moment)
        case .resolveCase(let id, let option, let version, let note):
            return try resolve(
                CaseDecision(id: id, option: option, version: version, note: note), at: moment)
        }
    }

    /// The same over the local socket.
    func action(_ request: Request, at moment: Moment) -> Response {
        guard let object = try? CanonicalObject(decoding: request.body),
            let action = ManagerAction(object)
        else { return WireProblem(.badSection, detail: "the body is no action").response }
        do {
            let outcome = try perform(action, at: moment)
            return Response(
                status: 200, fields: Response.standardFields(Route.objectMediaType),
                body: outcome.encoded.encoded())
        } catch {
            return problem(of: error).response
        }
    }

    // MARK: The station

    private func initialise(_ setup: StationSetup, at moment: Moment) throws -> ManagerOutcome {
        if let station = try store.station() {
            return .refused(.stationExists(station: station.code))
        }
        if let field = setup.badField { return .refused(.badValue(field: field)) }
        let founding = state.withLock { state in
            Founding(
                code: setup.station, name: setup.name, zoneMinutes: setup.zoneMinutes,
                device: state.random.uuid7(at: moment.wallMilliseconds),
                stream: state.random.uuid7(at: moment.wallMilliseconds),
                epoch: "e-" + Hex.text(of: state.random.bytes(Central.epochBytes)))
        }
        var values: [String: ConfigValue] = [
            "name": .text(setup.name), "tz_min": .integer(setup.zoneMinutes),
        ]
        if let hotline = setup.hotline { values["hotline"] = .text(hotline) }
        try store.found(
            founding,
            facts: [
                StationFact(.configSet(ConfigSetFact(station: setup.station, values: values))),
                StationFact(
                    .tariffSet(
                        TariffSetFact(
                            tariff: setup.station, terms: ReferenceData.tables.standardTariff))),
            ], by: Central.manager, at: moment)
        return .initialised(station: setup.station, epoch: founding.epoch)
    }

    private static let epochBytes = 6

    fileprivate static func isCapitalOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    fileprivate static func isName(_ text: String) -> Bool {
        (1...nameLengthMax).contains(text.unicodeScalars.count)
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }

    // MARK: People and handhelds

    private func set(_ setup: PersonSetup, at moment: Moment) throws -> ManagerOutcome {
        guard WireText.isID(setup.person) else { return .refused(.badValue(field: "person")) }
        guard Central.isName(setup.name) else { return .refused(.badValue(field: "name")) }
        let capabilities = setup.capabilities.compactMap(Capability.init)
        guard !capabilities.isEmpty, capabilities.count == setup.capabilities.count else {
            return .refused(.badValue(field: "capabilities"))
        }
        let reference = EntityReference(.person, setup.person)
        let isNew = try store.entity(reference) == nil
        var fact = PersonSetFact(
            person: setup.person, name: setup.name, capabilities: capabilities,
            state: setup.isActive ? .active : .closed)
        fact.pin = setup.pinVerifier
        try store.record([StationFact(.personSet(fact))], by: Central.manager, at: moment)
        return .personSet(person: setup.person, isNew: isNew)
    }

    private func addDevice(_ label: String, at moment: Moment) throws -> ManagerOutcome {
        guard label.utf8.count <= Central.labelLengthMax, WireText.isID(label) else {
            return .refused(.badValue(field: "label"))
        }
        if let known = try store.handheld(label: label), known.state != .revoked {
            guard known.seenMilliseconds == nil else {
                return .refused(.labelTaken(label: label))
            }
            try close(known, at: moment)
        }
        let code = state.withLock { state in
            Code32.text(
                of: state.random.bytes(Central.slotCodeBytes), length: Code32.enrolmentLength)
        }
        let until = moment.wallMilliseconds + limits.enrolmentMilliseconds
        try store.openSlot(
            OpenSlot(label: label, untilMilliseconds: until), code: slotCode(code),
            triesMax: limits.enrolmentTriesMax, by: Central.manager,
            at: moment.wallMilliseconds)
        return .deviceSlot(label: label, code: code, validUntilMilliseconds: until)
    }

    static let slotCodeBytes = 8

    /// Ends a handheld that never exchanged: the answer to its enrolment was lost, and its key with
    /// it, so the label is free for a new slot (PJS section 11.1).
    private func close(_ handheld: DeviceRecord, at moment: Moment) throws {
        let fact = DeviceStateFact(
            device: handheld.device, state: .revoked, reason: "never exchanged; a new slot is made")
        try store.record([StationFact(.deviceState(fact))], by: Central.manager, at: moment)
    }

    private func setDevice(
        _ label: String, to state: Domain.DeviceState, _ reason: String, at moment: Moment
    ) throws -> ManagerOutcome {
        guard reason.unicodeScalars.count <= Central.reasonLengthMax else {
            return .refused(.badValue(field: "reason"))
        }
        guard let known = try store.handheld(label: label) else {
            return .refused(.unknownDevice(label: label))
        }
        guard known.state != state else {
            return .deviceSet(label: label, state: state, isChanged: false)
        }
        let fact = DeviceStateFact(device: known.device, state: state, reason: reason)
        try store.record([StationFact(.deviceState(fact))], by: Central.manager, at: moment)
        return .deviceSet(label: label, state: state, isChanged: true)
    }

    // MARK: Work and money

    private func importOrders(
        _ orders: [ImportedOrder], _ station: StationRecord, at moment: Moment
    ) throws -> ManagerOutcome {
        let day = CalendarDay(
            milliseconds: moment.wallMilliseconds, offsetMinutes: station.zoneMinutes)
        let check = OrderCheck(
            store: store, rules: OrderRules(try tables(), config: try config(), day: day))
        let problems = try check.problems(of: orders)
        guard problems.isEmpty else { return .refused(.orders(problems)) }
        try store.record(
            orders.map { StationFact(.taskOpen($0.taskFact)) }, by: Central.manager, at: moment)
        return .ordersImported(count: orders.count)
    }

    private func settle(
        _ id: String, _ isConfirmed: Bool, _ reference: String?, at moment: Moment
    ) throws -> ManagerOutcome {
        guard let digest = Digest(hex: id), let answered = try store.answeredFact(id) else {
            return .refused(.unknownFact(fact: id))
        }
        guard answered.payment?.standing == .waiting else {
            return .refused(.notPending(fact: id))
        }
        var fact = PaymentConfirmFact(outcome: isConfirmed ? .confirmed : .failed)
        fact.externalReference = reference
        try store.record(
            [
                StationFact(
                    .paymentConfirm(fact), subject: answered.fact.subject, corrects: digest)
            ], by: Central.manager, at: moment)
        return .paymentSettled(fact: id)
    }
}

extension StationSetup {
    /// The first field that a station cannot have.
    package var badField: String? {
        guard (1...Central.stationCodeLengthMax).contains(station.utf8.count),
            station.utf8.allSatisfy(Central.isCapitalOrDigit)
        else { return "station" }
        guard Central.isName(name) else { return "name" }
        return hotline.map(Central.isName) ?? true ? nil : "hotline"
    }
}
