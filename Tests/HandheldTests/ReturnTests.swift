import Domain
import HandheldUI
import Journal
import SyncProtocol
import Testing

@testable import Handheld

/// Parcels and cash go back (RT, PY-06).
@Suite struct ReturnTests {
    private static let parcel = "EX0100000001013"
    private static let photo = TakenPhoto(
        blob: SHA256.hash([1]), byteCount: 1, format: .jpeg)
    private var fixture: HandheldFixture

    init() throws {
        fixture = try HandheldFixture()
        try fixture.receive(
            StationRows.all + [.account(Account(id: "c1", cashFen: ["CNY": 3_000]))])
    }

    private mutating func back(
        _ step: ReturnStep, reason: ReturnReason? = nil, signer: String? = nil,
        draft: String
    ) throws -> ActResult {
        var input = ReturnInput(parcel: Self.parcel, step: step)
        input.reason = reason
        input.signer = signer
        return try fixture.handheld.returning(
            input, photos: signer == nil ? [] : [Self.photo], draft: draft,
            at: fixture.now)
    }

    private mutating func refund(
        _ fen: Int, _ purpose: ChargePurpose = .cod, reason: RefundReason = .returned,
        draft: String = "r1"
    ) throws -> ActResult {
        try fixture.handheld.refund(
            RefundInput(
                parcel: Self.parcel, purpose: purpose, amountFen: fen, reason: reason),
            draft: draft, at: fixture.now)
    }

    @Test mutating func `a parcel goes back, its task ends, and the sender signs`() throws {
        let started = try back(.started, reason: .exception(.refused), draft: "d1").receipt
        #expect(started.main.subject == EntityReference(.task, "T2"))
        #expect(try fixture.handheld.task("T2")?.task.state == .done)
        #expect(try fixture.handheld.track(Self.parcel)?.parcel?.stage == .returning)
        guard
            case .refused(.form([.parcel(.stageForbids(Self.parcel, .returning))])) = try back(
                .started, reason: .customerWish, draft: "d2")
        else {
            Issue.record("it began twice")
            return
        }
        let signed = try back(.signed, signer: "王芳", draft: "d3").receipt
        guard case .return(let fact) = signed.main.payload else {
            Issue.record("\(signed.main)")
            return
        }
        // Why is known from the beginning.
        #expect(fact.reason == .exception(.refused) && fact.signer == "王芳")
        #expect(signed.main.attachments.map(\.role) == [.proof])
        #expect(try fixture.handheld.track(Self.parcel)?.parcel?.custody == .sender)
    }

    @Test mutating func `a parcel that somebody else has does not go back from here`() throws {
        try fixture.receive([
            .parcel(Parcel(id: Self.parcel, stage: .outForDelivery, custody: .person("c2")))
        ])
        guard
            case .refused(.parcelsNotHeld([Self.parcel])) = try back(
                .started, reason: .customerWish, draft: "d1")
        else {
            Issue.record("it was recorded")
            return
        }
    }

    @Test mutating func `at most what was taken goes back, out of the cash in hand`() throws {
        guard case .refused(.refundTooMuch(1, 0)) = try refund(1),
            case .refused(.withoutCharge(Self.parcel, .storage)) = try refund(1, .storage)
        else {
            Issue.record("one of them was recorded")
            return
        }
        var charge = Charge(
            id: "C2", purpose: .cod, dueFen: 5_000, currency: "CNY", paidFen: 5_000,
            balanceFen: 0, state: .settled)
        charge.parcel = Self.parcel
        try fixture.receive([.charge(charge)])
        guard case .refused(.refundTooMuch(5_001, 5_000)) = try refund(5_001),
            case .refused(.cashTooLittle(3_001, 3_000)) = try refund(3_001),
            case .refused(.form([.followUp(.explanationMissing)])) = try refund(
                1, reason: .other)
        else {
            Issue.record("one of them was recorded")
            return
        }
        let receipt = try refund(3_000).receipt
        guard case .refund(let fact) = receipt.main.payload else {
            Issue.record("\(receipt.main)")
            return
        }
        #expect(fact.charge == "C2" && fact.money.method == .cash)
        #expect(receipt.main.subject == EntityReference(.parcel, Self.parcel))
        #expect(try fixture.handheld.expectedCash() == 0)
    }
}
