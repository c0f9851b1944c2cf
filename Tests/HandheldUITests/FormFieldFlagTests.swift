import Commands
import Domain
import Testing

@testable import HandheldUI

@Suite struct FormFieldFlagTests {
    @Test(
        arguments: [
            (
                ["pickup", "issue"],
                [
                    .senderName, .senderPhone, .senderAddress, .senderCompany, .recipientName,
                    .recipientPhone, .recipientAddress, .recipientCompany, .itemName, .itemNature,
                    .quantity, .goodsValue, .notice, .document, .documentNumber, .identityMethod,
                    .personMatches, .goodsMatch, .agreement, .companyCode, .inspection,
                    .declaration, .catalogue, .certificate, .approval, .countedQuantity, .product,
                    .packedBy, .packaging, .weight, .size, .zone, .accepted, .insurance, .cod,
                    .payType, .payment, .tendered, .mark, .label, .note,
                ]
            ),
            (
                ["deliver", "sign"],
                [
                    .outer, .outerNote, .recipientCheck, .toldToInspect, .condition, .proof,
                    .signature, .pickupCode, .signer, .relation, .consent, .drop, .place, .photo,
                    .payment, .tendered, .document, .documentNumber, .returnReceipt, .note,
                ]
            ),
            (["deliver", "fail"], [.reason, .contacts, .retry, .price, .note]),
            (["problem", "step"], [.outcome, .owner, .due, .told, .amount, .note]),
            (["scan"], [.preCheck, .destination, .screening]),
            (["correct"], [.reason, .changes, .note]),
        ] as [([String], [FormField])])
    func `a field that a person must fill names a flag of the command`(
        path: [String], fields: [FormField]
    ) throws {
        let names = try #require(courier.command(path)).flags.map(\.name)
        for field in fields {
            let flag = try #require(field.flag)
            #expect(names.contains(flag), "\(field.name)")
        }
    }

    @Test func `a field that the station fills has no flag`() {
        #expect(FormField.tariff.flag == nil)
        #expect(FormField.parcel.flag == nil)
    }
}
