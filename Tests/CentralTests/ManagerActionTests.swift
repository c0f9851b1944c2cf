import CentralStore
import Domain
import SyncProtocol
import Testing

@testable import Central

/// Actions and outcomes cross the local socket unchanged.
@Suite struct ManagerActionTests {
    static let party = ImportedOrder.Party(
        name: "张秀英", phone: "13957102286", address: "文一路122号", city: "杭州", district: "西湖区")

    static let fullOrder = ImportedOrder(
        line: 7, kind: .delivery, orderNumber: "D01", courier: "c1", parcel: "WB310000000012",
        sender: party, recipient: ImportedOrder.Party(name: "王", phone: "1", address: "x"),
        goods: ImportedOrder.Goods(name: "茶叶", nature: "食品", quantity: 2), weightGrams: 900,
        fromMilliseconds: 1, untilMilliseconds: 2, collectFen: 3, codFen: 4, note: "\"\n")

    static let actions: [ManagerAction] = [
        .initialise(StationSetup(station: "ST1", name: "站", hotline: "0571", zoneMinutes: -480)),
        .initialise(StationSetup(station: "ST1", name: "站")),
        .setPerson(
            PersonSetup(
                person: "c1", name: "李", capabilities: ["pickup", "cash"], pinVerifier: "$y$x",
                isActive: false)),
        .setPerson(PersonSetup(person: "c1", name: "李", capabilities: [])),
        .addDevice(label: "H-01"),
        .setDevice(label: "H-01", state: .active, reason: ""),
        .setDevice(label: "H-01", state: .suspended, reason: "遗失"),
        .setDevice(label: "H-01", state: .revoked, reason: "x"),
        .direct(label: "H-01", order: .message("回站交款"), reason: ""),
        .direct(label: "H-01", order: .report, reason: ""),
        .direct(label: "H-01", order: .rekey, reason: "x"),
        .direct(label: "H-01", order: .rotate, reason: "x"),
        .direct(label: "H-01", order: .refetch, reason: "x"),
        .unlock(label: "H-01", challenge: "7K2M-93QX", reason: "山区"),
        .setSetting(name: "device.lease_hours", value: "48"),
        .requireVersion(nil),
        .requireVersion(DeviceSettings.RequiredVersion(version: "0.3.0", byMilliseconds: 5)),
        .direct(
            label: "H-01",
            order: .wipe(Directive.Wipe(mode: .sealThenWipe, graceSeconds: 3_600)), reason: "遗失"),
        .importOrders([]),
        .importOrders([
            fullOrder, ImportedOrder(line: 8, kind: .pickup, orderNumber: "P1", courier: "c1"),
        ]),
        .settlePayment(fact: "ab", isConfirmed: true, externalReference: "W1"),
        .settlePayment(fact: "ab", isConfirmed: false, externalReference: nil),
        .readAgain(lines: [3, 9], reason: "修好了", isTrial: true),
        .remark(line: 3, text: "看过", isClosing: false),
        .resolveCase(id: "K-3", option: "WAIVE", version: 4, note: "核实"),
        .resolveCase(id: "K-3", option: "WAIVE", version: nil, note: nil),
        .noteView(blob: "ab"),
        .noteEvidence(parcel: "EX0000000000012", digest: "ab", isFull: true),
        .day(.begin, day: nil), .day(.close, day: "2026-11-25"),
        .day(.waive(what: "seal", reference: "x", reason: "没电"), day: nil),
        .dispatch(.assign(task: "T1", to: "c2"), seen: 3),
        .dispatch(.cancel(task: "T1", reason: "X", note: "客户"), seen: nil),
        .dispatch(
            .readdress(
                task: "T1",
                {
                    var change = DispatchOrder.AddressChange(text: "文三路")
                    (change.name, change.phone) = ("王", "1")
                    (change.city, change.district) = ("杭州", "西湖")
                    return change
                }()), seen: nil),
        .dispatch(
            .price(parcel: "EX1", purpose: .cod, dueFen: 5, from: 7, reason: "X"), seen: nil),
        .dispatch(
            .intercept(parcel: "EX1", order: .return, reason: "X", isProhibited: true), seen: nil),
        .dispatch(.release(parcel: "EX1", reason: "X"), seen: nil),
        .desk(
            .countCash(number: "C1", giver: "c1", amountFen: 500, notes: [100: 3, 200: 1])),
        .desk(.countCash(number: "C1", giver: nil, amountFen: 0, notes: [:])),
        .desk(.takeParcels(number: "H1", giver: "c1", parcels: ["EX1", "EX2"])),
        .desk(.takeParcels(number: "H1", giver: nil, parcels: ["EX1"])),
        .desk(.reweigh(parcel: "EX1", grams: 2_300)),
        .desk(.giveParcels(taker: "c2", parcels: ["EX1"], reason: .secondAttempt)),
        .desk(
            .refund(
                RefundOrder(parcel: "EX1", purpose: .cod, amountFen: 700, reason: .overpaid))),
        .desk(
            .refund(
                {
                    var order = RefundOrder(
                        parcel: "EX1", purpose: .freight, amountFen: 1, reason: .other)
                    (order.method, order.payee, order.note) = (.wechat, "张", "说明")
                    return order
                }())),
        .remark(line: 3, text: "无关", isClosing: true),
        .noteBackup(
            BackupRecord(
                atMilliseconds: 5, file: "/备份/a.sqlite", epoch: "e-1",
                end: LedgerEnd(number: 9, head: SHA256.hash([])),
                streams: [BackupContents.Stream(id: "s", sequence: 3, head: SHA256.hash([1]))])),
    ]

    static let outcomes: [ManagerOutcome] =
        [
            .initialised(station: "ST1", epoch: "e-1"), .personSet(person: "c1", isNew: true),
            .personSet(person: "c1", isNew: false),
            .deviceSlot(label: "H-01", code: "0123456789", validUntilMilliseconds: 5),
            .deviceSet(label: "H-01", state: .revoked, isChanged: false),
            .directed(label: "H-01", id: "D-1", what: "rekey"),
            .unlockCode(label: "H-01", code: "7K2M-93QX", hours: 24),
            .settingSet(name: "device.lease_hours", value: "48"), .versionRequired(nil),
            .versionRequired(
                DeviceSettings.RequiredVersion(version: "0.3.0", byMilliseconds: 5)),
            .refused(.notActive(label: "H-01")), .refused(.tooOld(label: "H-01")),
            .refused(.unknownSetting(name: "x")),
            .ordersImported(count: 0), .paymentSettled(fact: "ab"), .backupNoted(streams: 2),
            .readAgain([Rereading(number: 3, before: "held:schema", after: "applied")]),
            .remarked(line: 3), .caseResolved(id: "K-3", option: "WAIVE"), .dispatched("T1"),
            .reweighed(parcel: "EX1", chargeableGrams: 2_300, differenceFen: -5),
            .reweighed(parcel: "EX1", chargeableGrams: 2_300, differenceFen: nil),
            .deskDone("C1"), .viewNoted(blob: "ab"), .dayStands(day: "2026-11-25", state: .agreed),
        ]
        + [
            .noStation, .stationExists(station: "ST1"), .badValue(field: "name"),
            .labelTaken(label: "H-01"), .unknownDevice(label: "H-01"), .unknownFact(fact: "ab"),
            .notPending(fact: "ab"), .tooManyDirectives(label: "H-01"), .otherLedger,
            .nothingChanges, .nothingToRead(lines: [3]),
            .alreadyDirected(label: "H-01", what: "wipe"), .wiped(label: "H-01"),
            .dayNotNow("2026-11-25"), .dayNotBegun("2026-11-25"),
            .dayBlocked("2026-11-25", count: 3), .unknownBlock("2026-11-25"),
            .neverExchanged(label: "H-01"), .unknownCase(id: "K-3"),
            .caseClosed(id: "K-3", resolution: "WAIVE"), .stale("T1", version: 4),
            .notAnOption(id: "K-3", options: ["A", "B"]), .unknownEntity("T1"),
            .ended("T1", "done"), .blocked("EX1"), .notStopped("EX1"),
            .assignedAlready("T1", "c2"), .withoutAddress("T1"), .withoutCharge("EX1", "COD"),
            .heldElsewhere("EX1", "person:c1"), .refundTooMuch(asked: 9, paid: 7),
            .countedAlready("C1"), .giverUnknown("C1"),
            .giverDiffers("C1", "c1"),
            .orders(
                OrderProblem.Reason.allCases.enumerated().map {
                    OrderProblem(line: $0, field: "order", reason: $1)
                }),
        ].map { ManagerOutcome.refused($0) }

    @Test(arguments: actions)
    func `an action is read as it was written`(action: ManagerAction) throws {
        let text = action.encoded.encoded()
        #expect(ManagerAction(try CanonicalObject(decoding: text)) == action)
    }

    @Test(arguments: outcomes)
    func `an outcome is read as it was written`(outcome: ManagerOutcome) throws {
        let text = outcome.encoded.encoded()
        #expect(ManagerOutcome(try CanonicalObject(decoding: text)) == outcome)
    }

    @Test func `every field of an action that is needed is needed`() {
        for action in Self.actions {
            let object = action.encoded
            // A list that is empty may as well be absent.
            for (key, value) in object.members where value != .list([]) {
                var less = object
                less[key] = nil
                #expect(ManagerAction(less) != action, "\(key)")
                less[key] = .list([.list([])])
                #expect(ManagerAction(less) == nil, "\(key)")
            }
        }
        #expect(ManagerAction(["do": "nothing"]) == nil)
    }

    @Test func `an import has its limit, and texts have theirs`() {
        func orders(_ count: Int) -> ManagerAction {
            .importOrders(
                (0..<count).map {
                    ImportedOrder(line: $0, kind: .pickup, orderNumber: "P", courier: "c")
                })
        }
        #expect(ManagerAction(orders(OrderFile.ordersMax).encoded) != nil)
        #expect(ManagerAction(orders(OrderFile.ordersMax + 1).encoded) == nil)
        let max = ManagerAction.textLengthMax
        func label(_ count: Int) -> ManagerAction {
            .addDevice(label: String(repeating: "站", count: count))
        }
        #expect(ManagerAction(label(max).encoded) != nil)
        #expect(ManagerAction(label(max + 1).encoded) == nil)
    }
}
