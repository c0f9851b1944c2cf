import Domain
import ReferenceData
import Testing

/// The vectors of the trade's numbers: every right one is taken, every wrong one is not. The
/// citizen numbers are the worked examples of GB 11643 and made-up ones for every check character.
@Suite struct NumberVectorTests {
    private static let settings = RuleSettings(ReferenceData.tables.settings)

    private func isTaken(_ number: String, as type: DocumentType) throws -> Bool {
        let today = try #require(CalendarDay(text: "2026-11-25"))
        switch IdentityDocument.parse(
            number, type: type, today: today, settings: Self.settings)
        {
        case .success: return true
        case .failure: return false
        }
    }

    private static let documents: [(type: DocumentType, right: [String], wrong: [String])] = [
        (
            .residentId,
            [
                "11010519491231002X", "440524188001010014", "810000199001010019",
                "830000199001010012",
                "911124198108030024", "440524188001010022", "440524188001010030",
                "440524188001010049",
                "440524188001010057", "440524188001010065", "440524188001010073",
                "440524188001010081",
                "44052418800101009X", "440524188001010188", "440524188001010196",
                "440524188001010284",
            ],
            [
                "110105194912310021", "11010519490231002X", "000105194912310029", "110105491231002",
            ]
        ),
        (
            .uscc,
            [
                "91350100M000100Y43"
            ],
            [
                "91350100M000100Y44", "91350100I000100Y43",
            ]
        ),
        (
            .hmTravelPermit,
            [
                "H12345678", "M1234567801",
            ],
            [
                "K12345678", "H1234567",
            ]
        ),
        (
            .twTravelPermit,
            [
                "12345678", "1234567801",
            ],
            [
                "1234567"
            ]
        ),
    ]

    @Test func `documents`() throws {
        for (type, right, wrong) in Self.documents {
            #expect(!right.isEmpty && !wrong.isEmpty)
            for number in right { #expect(try isTaken(number, as: type), "\(type) \(number)") }
            for number in wrong { #expect(try !isTaken(number, as: type), "\(type) \(number)") }
        }
    }

    /// The check character alone decides: of the eleven possible ones exactly one is right.
    @Test func `every other check character of a citizen number is wrong`() throws {
        for number in Self.documents[0].right {
            let right = "0123456789X".filter { last in
                (try? isTaken(number.dropLast() + String(last), as: .residentId)) == true
            }
            #expect(right.count == 1 && right.first == number.last)
        }
    }

    @Test func `phones`() {
        let right = [
            "13800000000", "19900000000", "010-00000000", "0631-0000000", "02000000000-123",
            "17000000000-0001",
        ]
        let wrong = [
            "12800000000", "1380000000", "10-00000000", "17000000000-01",
        ]
        for text in right {
            guard case .success = PhoneNumber.parse(text) else {
                Issue.record("\(text) is refused")
                continue
            }
        }
        for text in wrong {
            guard case .failure = PhoneNumber.parse(text) else {
                Issue.record("\(text) is taken")
                continue
            }
        }
    }

    @Test func `numbers of UPU S10`() {
        let right = [
            "RB123456785GB", "RB123456785US", "EE473124829CN", "EA100000003CN", "EA987654326CN",
            "EA000000080CN", "EA000000155CN",
        ]
        for text in right {
            #expect(S10Number.parse(text).map(\.text) == .success(text))
        }
        for text in ["RB123456786US", "EE473124820CN"] {
            #expect(S10Number.parse(text) == .failure(.checkDigit))
        }
    }

    @Test func `own numbers`() {
        let right = [
            "EX0000000000012", "EX0000000000029", "EX0100000000019", "EX2612345678901",
            "EX9999999999992", "EX0000000000004",
        ]
        for text in right {
            #expect(WaybillNumber.parse(text).map(\.text) == .success(text))
        }
        for text in ["EX0000000000013", "EX2621345678901", "EX999999999999"] {
            guard case .failure = WaybillNumber.parse(text) else {
                Issue.record("\(text) is taken")
                continue
            }
        }
    }

    @Test(arguments: [
        (1205, "壹拾贰元零伍分"),
        (100000, "壹仟元整"),
        (1000001, "壹万元零壹分"),
        (50, "伍角整"),
    ])
    func `amounts in capitals`(fen: Int, text: String) {
        #expect(ChineseCapitals.text(fen) == text)
    }
}
