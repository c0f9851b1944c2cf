import Domain
import Testing

struct LedgerAccountTests {
    @Test(
        arguments: [
            .cash(person: "c1"), .stationCash, .card, .wallet, .monthly(payer: "光明:书店"),
            .pending(reference: "0000-0000"), .charge(id: "L1-D"), .chargeWait(id: "L1"),
            .variance(person: "c1"), .waived, .suspense,
        ] as [LedgerAccount])
    func `an account is read as it is written`(account: LedgerAccount) {
        #expect(LedgerAccount(account.text) == account)
    }

    @Test(arguments: ["", "cash", "cash:", "card:1", "purse:c1", "Cash:c1"])
    func `another text is none`(text: String) {
        #expect(LedgerAccount(text) == nil)
    }
}
