import Domain
import ReferenceData
import Testing

@Suite struct ReferenceDataTests {
    private let tables = ReferenceData.tables

    /// The codes of each closed enum of the domain beside the list that holds their words.
    static let closedLists: [(CodeList, [String])] = [
        (.acceptanceStep, AcceptanceStep.allCases.map(\.rawValue)),
        (.condition, ParcelCondition.allCases.map(\.rawValue)),
        (.consentChannel, ConsentChannel.allCases.map(\.rawValue)),
        (.consentNeed, ConsentNeed.allCases.map(\.rawValue)),
        (.consentScope, ConsentScope.allCases.map(\.rawValue)),
        (.correctionReason, CorrectionReason.allCases.map(\.rawValue)),
        (.decision, InspectionDecision.allCases.map(\.rawValue)),
        (.delayCause, DelayCause.allCases.map(\.rawValue)),
        (.document, DocumentType.allCases.filter { $0 != .none }.map(\.rawValue)),
        (.evidence, Evidence.allCases.map(\.rawValue)),
        (.exceptionReason, ExceptionReason.allCases.map(\.rawValue)),
        (.exemption, Exemption.allCases.map(\.rawValue)),
        (.identityMethod, IdentityMethod.allCases.map(\.rawValue)),
        (.insuranceProof, InsuranceProof.allCases.map(\.rawValue)),
        (.nextAction, NextAction.allCases.map(\.rawValue)),
        (.outer, OuterState.allCases.map(\.rawValue)),
        (.packedBy, PackedBy.allCases.map(\.rawValue)),
        (.payType, PayType.allCases.map(\.rawValue)),
        (.paymentMethod, PaymentMethod.allCases.map(\.rawValue)),
        (.proofType, ProofType.allCases.map(\.rawValue)),
        (.stage, Stage.allCases.map(\.rawValue)),
        (.trackingEvent, TrackingEvent.allCases.map(\.rawValue)),
        (.voidReason, VoidReason.allCases.map(\.rawValue)),
        (.weightRounding, WeightRounding.allCases.map(\.rawValue)),
    ]

    @Test(arguments: closedLists)
    func `every code of a closed list has its row, and every row its code`(
        list: CodeList, codes: [String]
    ) {
        #expect(tables.words.codes(of: list) == codes.sorted())
    }

    @Test func `refusal reasons are the refusal codes and the pickup-failure codes`() {
        let codes = Set(tables.words.codes(of: .refusalReason))
            .union(tables.words.codes(of: .pickupFailureReason))
        #expect(codes == Set(RefusalReason.allCases.map(\.rawValue)))
        #expect(tables.words.codes(of: .refusalReason).count == 13)
    }

    @Test(arguments: CodeList.allCases)
    func `every code has words in both languages`(list: CodeList) {
        let codes = tables.words.codes(of: list)
        #expect(!codes.isEmpty)
        for code in codes where !(list == .decisionDuty && code == "NONE") {
            let words = tables.words[list, code]
            #expect(!words.zh.isEmpty && !words.en.isEmpty)
            #expect(words.en.unicodeScalars.allSatisfy { $0.value < 0x2E80 })
        }
    }

    @Test func `a code without words is shown as it is`() {
        #expect(tables.words[.zone, "MOON"] == Words(zh: "MOON", en: "MOON"))
    }

    @Test func `every reason and every proof has its rule`() {
        #expect(Set(tables.exceptions.keys) == Set(ExceptionReason.allCases))
        #expect(Set(tables.proofs.keys) == Set(ProofType.allCases))
        let groups = tables.words.codes(of: .exceptionGroup)
        #expect(tables.exceptions.values.allSatisfy { groups.contains($0.group.text) })
    }

    @Test func `the decision table says what the decisions do`() throws {
        let header = ["code", "zh", "en", "blocks", "override", "courier_zh", "courier_en"]
        let bytes = Array(ReferencePack.inspectionDecisions.csv.utf8)
        let rows = try CSVTable.read(bytes, header: header).get().rows
        #expect(rows.map { $0["code"] } == InspectionDecision.allCases.map(\.rawValue))
        for (rank, row) in rows.enumerated() {
            let decision = try #require(InspectionDecision(rawValue: row["code"]))
            #expect(decision.block.rawValue == row["blocks"])
            #expect(decision.lift.rawValue == row["override"])
            #expect(decision.rank == rank)
        }
    }

    @Test func `the payment table says what the methods do`() throws {
        let header = ["code", "zh", "en", "moves_money", "offline"]
        let bytes = Array(ReferencePack.paymentMethods.csv.utf8)
        for row in try CSVTable.read(bytes, header: header).get().rows {
            let method = try #require(PaymentMethod(rawValue: row["code"]))
            #expect(method.canBePending == (row["offline"] == "PENDING_CONFIRMATION"))
            let movesMoney = method.methodClass != .monthly && method.methodClass != .collect
            #expect(movesMoney == (row["moves_money"] == "yes"))
        }
    }

    @Test func `the event table says what the events do`() throws {
        let header = ["code", "zh", "en", "stage", "exception_flag"]
        let bytes = Array(ReferencePack.trackingEvents.csv.utf8)
        for row in try CSVTable.read(bytes, header: header).get().rows {
            let event = try #require(TrackingEvent(rawValue: row["code"]))
            #expect((event.stage?.rawValue ?? "") == row["stage"])
        }
    }

    @Test func `the checklist is in the order of the gate`() throws {
        let header = ["id", "zh", "en", "required", "exempt_if", "source"]
        let bytes = Array(ReferencePack.acceptanceSteps.csv.utf8)
        let rows = try CSVTable.read(bytes, header: header).get().rows
        #expect(rows.map { $0["id"] } == AcceptanceStep.allCases.map(\.rawValue))
        for row in rows {
            let step = try #require(AcceptanceStep(rawValue: row["id"]))
            let isAtHandOver = row["required"] == "AT_STATION_HAND_OVER"
            #expect(isAtHandOver == (step == .securityScreened))
        }
    }

    @Test func `every zone has a fee in the standard tariff`() {
        let zones = tables.standardTariff.zones.map(\.zone.text).sorted()
        #expect(zones == tables.words.codes(of: .zone))
        let surcharges = tables.words.codes(of: .surcharge)
        let priced = tables.standardTariff.surcharges.keys.map(\.text)
        #expect(priced.allSatisfy(surcharges.contains))
    }

    @Test func `the defaults of the settings make typed settings`() {
        let settings = RuleSettings(tables.settings)
        #expect(settings.parcelLimits == .legal)
        #expect(settings.companyPrefix == "EX")
        #expect(settings.methodsEnabled.contains(.cash))
        #expect(
            settings.insuranceTiers == [
                InsuranceTier(declaredMaxFen: 50_000, feeFen: 100),
                InsuranceTier(declaredMaxFen: 100_000, feeFen: 200),
            ])
    }
}
