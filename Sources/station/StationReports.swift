import CentralStore
import Commands
import Domain
import SyncProtocol

/// What the station's reading commands show, for people and for scripts.
struct StationReports {
    let language: Language
    /// Minutes east of UTC of the station's clock.
    let zoneMinutes: Int

    func status(
        _ status: StationStatus, incidentCount: Int, now: Int
    ) -> CommandOutput {
        let missing = status.devices.reduce(0) { $0 + max(0, $1.recorded - $1.have) }
        return CommandOutput(
            members: [
                JSONMember("station", .text(status.station)),
                JSONMember("name", .text(status.name)),
                JSONMember("epoch", .text(status.epoch)),
                JSONMember("facts", .integer(status.facts)),
                JSONMember("station_facts", .integer(status.stationFacts)),
                JSONMember("revision", .integer(status.revision)),
                JSONMember("exceptions", counts(status.exceptions)),
                JSONMember("missing_blobs", .integer(status.missingBlobs)),
                JSONMember("tasks_waiting", .integer(status.waitingTasks)),
                JSONMember("tasks_declined", .integer(status.declinedTasks)),
                JSONMember("payments_waiting", .integer(status.waitingPayments)),
                JSONMember("backup", backupValue(status.backup)),
                JSONMember("incidents", .integer(incidentCount)),
                JSONMember(
                    "audit",
                    status.witness.map {
                        ["entries": .integer($0.number), "head": .text($0.head.hex)]
                    } ?? .null),
            ],
            text: [StationWords.statusHead(status)[language]]
                + status.exceptions.map { "  \($0.name)  \($0.count)" },
            list: devices(status.devices),
            closing: (missing > 0 ? [StationWords.stillOnHandhelds(missing)[language]] : [])
                + (incidentCount > 0 ? [StationWords.incidents(incidentCount)[language]] : [])
                + (status.declinedTasks > 0
                    ? [StationWords.declinedTasks(status.declinedTasks)[language]] : [])
                + (status.waitingTasks > 0
                    ? [StationWords.waitingTasks(status.waitingTasks)[language]] : [])
                + (status.waitingPayments > 0
                    ? [StationWords.waitingPayments(status.waitingPayments)[language]] : [])
                + (status.missingBlobs > 0 ? [missingBlobs(status.missingBlobs)] : [])
                + [backupLine(status.backup, now: now)[language]])
    }

    func devices(_ devices: [DeviceStatus]) -> OutputList {
        OutputList(
            key: "devices",
            columns: [
                .init(Words(zh: "手持端", en: "handheld")), .init(Words(zh: "状态", en: "state")),
                .init(Words(zh: "已记录", en: "recorded"), isNumber: true),
                .init(Words(zh: "已收到", en: "received"), isNumber: true),
                .init(Words(zh: "未到", en: "missing"), isNumber: true),
                .init(Words(zh: "最近联系", en: "last contact")),
            ], rows: devices.map(row))
    }

    private func row(_ device: DeviceStatus) -> OutputList.Row {
        let missing = max(0, device.recorded - device.have)
        return OutputList.Row(
            [
                device.label, StationWords.deviceState(device.state)[language],
                String(device.recorded), String(device.have), String(missing),
                device.lastExchangeMilliseconds.map(short) ?? "-",
            ],
            json: [
                "label": .text(device.label), "device": .optional(device.device),
                "state": .text(device.state), "recorded": .integer(device.recorded),
                "have": .integer(device.have), "missing": .integer(missing),
                "last_exchange": time(device.lastExchangeMilliseconds),
                "persons": .list(device.persons.map { .text($0) }),
                "app": .optional(device.appVersion),
            ])
    }

    func people(_ people: [PersonStatus]) -> CommandOutput {
        let rows = people.map { person in
            OutputList.Row(
                [
                    person.person, person.name, person.capabilities.joined(separator: ","),
                    StationWords.personState(person.isActive)[language],
                ],
                json: [
                    "courier": .text(person.person), "name": .text(person.name),
                    "caps": .list(person.capabilities.map { .text($0) }),
                    "active": .bool(person.isActive),
                ])
        }
        return CommandOutput(
            text: people.isEmpty ? [StationWords.noPeople[language]] : [],
            list: OutputList(
                key: "couriers",
                columns: [
                    .init(Words(zh: "工号", en: "id")), .init(Words(zh: "姓名", en: "name")),
                    .init(Words(zh: "权限", en: "capabilities")),
                    .init(Words(zh: "状态", en: "state")),
                ], rows: rows))
    }

    /// Tasks with masked names: the list is for planning, not for phoning.
    func orders(_ orders: [OrderStatus]) -> CommandOutput {
        let rows = orders.map { order in
            OutputList.Row(
                [
                    order.task, StationWords.taskKind(order.kind)[language],
                    StationWords.taskState(order.state)[language], order.courier,
                    order.parcels.joined(separator: ","),
                    order.contactName.map(Masking.name) ?? "-",
                ],
                json: [
                    "task": .text(order.task), "kind": .text(order.kind),
                    "state": .text(order.state), "courier": .text(order.courier),
                    "order": .optional(order.orderNumber),
                    "parcels": .list(order.parcels.map { .text($0) }),
                    "contact": .optional(order.contactName.map(Masking.name)),
                ])
        }
        return CommandOutput(
            text: orders.isEmpty ? [StationWords.noOrders[language]] : [],
            list: OutputList(
                key: "orders",
                columns: [
                    .init(Words(zh: "任务", en: "task")), .init(Words(zh: "种类", en: "kind")),
                    .init(Words(zh: "状态", en: "state")), .init(Words(zh: "快递员", en: "courier")),
                    .init(Words(zh: "运单", en: "waybill")), .init(Words(zh: "联系人", en: "contact")),
                ], rows: rows))
    }

    func day(_ day: DayStatus) -> CommandOutput {
        let rows = day.couriers.map { courier in
            OutputList.Row(
                [
                    courier.courier, courier.name ?? "-", Fen.text(courier.cashFen),
                    Fen.text(courier.cardFen), Fen.text(courier.walletFen),
                    courier.kinds.map { "\(kind($0.name)) \($0.count)" }.joined(separator: ", "),
                ],
                json: [
                    "courier": .text(courier.courier), "name": .optional(courier.name),
                    "cash_fen": .integer(courier.cashFen), "card_fen": .integer(courier.cardFen),
                    "wallet_fen": .integer(courier.walletFen), "kinds": counts(courier.kinds),
                    "currency": "CNY",
                ])
        }
        return CommandOutput(
            members: [JSONMember("day", .text(day.day))],
            text: [day.couriers.isEmpty ? StationWords.emptyDay(day.day)[language] : day.day],
            list: OutputList(
                key: "couriers",
                columns: [
                    .init(Words(zh: "工号", en: "id")), .init(Words(zh: "姓名", en: "name")),
                    .init(Words(zh: "现金", en: "cash"), isNumber: true),
                    .init(Words(zh: "刷卡", en: "card"), isNumber: true),
                    .init(Words(zh: "电子支付", en: "wallet"), isNumber: true),
                    .init(Words(zh: "记录", en: "records")),
                ], rows: rows))
    }

    func ledger(_ lines: [LedgerLine]) -> CommandOutput {
        let rows = lines.map { line in
            OutputList.Row(
                [
                    String(line.number), short(line.receivedMilliseconds), kind(line.kind ?? "-"),
                    line.person ?? "-", line.subject ?? "-", line.reference,
                    StationWords.disposition(line.disposition)[language],
                ],
                json: [
                    "number": .integer(line.number), "stream": .text(line.stream),
                    "sequence": .integer(line.sequence),
                    "received": time(line.receivedMilliseconds), "kind": .optional(line.kind),
                    "person": .optional(line.person), "subject": .optional(line.subject),
                    "record": .text(line.reference), "disposition": .text(line.disposition),
                ])
        }
        return CommandOutput(
            list: OutputList(
                key: "lines",
                columns: [
                    .init(Words(zh: "号", en: "no."), isNumber: true),
                    .init(Words(zh: "收到", en: "received")), .init(Words(zh: "种类", en: "kind")),
                    .init(Words(zh: "经手人", en: "person")), .init(Words(zh: "对象", en: "subject")),
                    .init(Words(zh: "记录", en: "record")), .init(Words(zh: "处理", en: "disposition")),
                ], rows: rows))
    }

    func proof(_ proof: LedgerProof) -> CommandOutput {
        CommandOutput(
            status: proof.isIntact ? .done : .answerIsNo,
            members: [
                JSONMember("facts", .integer(proof.facts)),
                JSONMember("streams", .integer(proof.streams)),
                JSONMember("lines", .integer(proof.lines)),
                JSONMember("audit", .integer(proof.auditEntries)),
                JSONMember("audit_fault", proof.auditFault?.json ?? .null),
                JSONMember("day_faults", .list(proof.dayFaults.map { .text($0.words.en) })),
                JSONMember(
                    "faults",
                    .list(
                        proof.faults.map {
                            ["stream": .text($0.stream), "sequence": .integer($0.sequence)]
                        })),
            ],
            text: [StationWords.proof(proof)[language]]
                + proof.faults.map { StationWords.fault($0)[language] }
                + proof.dayFaults.map { "  " + $0.words[language] }
                + (proof.auditFault.map { [StationWords.fault($0)[language]] } ?? []))
    }

    func kind(_ name: String) -> String {
        FactKind(rawValue: name)?.words[language] ?? name
    }

    func short(_ milliseconds: Int) -> String {
        Timestamp.short(milliseconds, offsetMinutes: zoneMinutes)
    }

    func time(_ milliseconds: Int?) -> JSONValue {
        .optional(milliseconds.map { Timestamp.text($0, offsetMinutes: zoneMinutes) })
    }

    func counts(_ counts: [NamedCount]) -> JSONValue {
        .object(counts.map { JSONMember($0.name, .integer($0.count)) })
    }
}

extension AuditFault {
    fileprivate var json: JSONValue {
        switch self {
        case .entry(let number): ["entry": .integer(number)]
        case .checkpoint(let number): ["checkpoint": .integer(number)]
        }
    }
}
