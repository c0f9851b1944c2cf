import Domain
import Testing

/// The steps of price, cover, money and label.
extension AcceptanceGateTests {
    @Test func `only the exact total is accepted`() throws {
        #expect(
            try problems { $0.acceptance = .open } == [.price(.notAnswered(totalFen: 2100))])
        #expect(
            try problems { $0.acceptance = .accepted(fen: 2099) }
                == [.price(.changed(acceptedFen: 2099, totalFen: 2100))])
    }

    @Test func `cover is chosen, declared above a value, and proved`() throws {
        #expect(try problems { $0.goodsValueFen = 100_000 } == nil)
        #expect(
            try problems { $0.goodsValueFen = 100_001 }
                == [.price(.mustDeclare(valueFen: 100_001, aboveFen: 100_000))])
        func declared(_ fen: Int, accepted: Int, proof: String? = nil) throws -> [FormProblem]? {
            try problems { form in
                form.price.cover = .declared(fen: fen)
                form.acceptance = .accepted(fen: accepted)
                form.payments = [PaymentForm(method: .cash)]
                if let code = proof.flatMap({ Code($0) }) {
                    form.certificates = [Certificate(document: code, number: "1", issuer: "店")]
                }
            }
        }
        #expect(try declared(100_000, accepted: 2300) == nil)
        #expect(
            try declared(100_001, accepted: 2700)
                == [.price(.proofMissing(.purchaseInvoice, aboveFen: 100_000))])
        #expect(try declared(100_001, accepted: 2700, proof: "PURCHASE_INVOICE") == nil)
        #expect(
            try declared(500_001, accepted: 4700, proof: "PURCHASE_INVOICE")
                == [.price(.proofMissing(.originInvoiceAppraisal, aboveFen: 500_000))])
        #expect(
            try declared(3_000_001, accepted: 0)
                == [.price(.declaredAboveMax(3_000_001, max: 3_000_000))])
    }

    @Test func `electronic money waits for the station and cash does not`() throws {
        let wallet = try act { $0.payments = [PaymentForm(method: .wechat)] }
        #expect(wallet.payments.map(\.state) == [.pending])
        let split = try act { form in
            form.payments = [
                PaymentForm(method: .wechat, amountFen: 1100),
                PaymentForm(method: .cash, amountFen: 1000, tenderedFen: 1000),
            ]
        }
        #expect(split.payments.map(\.state) == [.pending, .taken])
        #expect(split.payments.map(\.money.amountFen) == [1100, 1000])
    }

    @Test func `what is taken equals what is due`() throws {
        func problem(_ payments: [PaymentForm]) throws -> [FormProblem]? {
            try problems { $0.payments = payments }
        }
        #expect(
            try problem([PaymentForm(method: .cash, amountFen: 2099)])
                == [.payment(.amountDiffers(takenFen: 2099, dueFen: 2100))])
        #expect(
            try problem([PaymentForm(method: .cash, tenderedFen: 2099)])
                == [.payment(.tenderedTooLittle(tenderedFen: 2099, amountFen: 2100))])
        #expect(
            try problem([PaymentForm(method: .wechat, tenderedFen: 2100)])
                == [.payment(.tenderedWithoutCash(.wechat))])
        #expect(
            try problem([PaymentForm(method: .bankTransfer)])
                == [.payment(.notInUse(.bankTransfer))])
        #expect(
            try problem([PaymentForm(method: .collect)])
                == [.payment(.notForPayType(.collect, .prepaid))])
    }

    @Test func `one method pays a charge where splitting is off`() throws {
        let split: (inout PickupForm) -> Void = { form in
            form.payments = [
                PaymentForm(method: .wechat, amountFen: 100),
                PaymentForm(method: .cash, amountFen: 2000),
            ]
        }
        #expect(
            try problems(settings: ["payment.split_allowed": .flag(false)], split)
                == [.payment(.splitNotAllowed)])
    }

    @Test func `collect moves no money now, an account names its customer`() throws {
        let collect = try act { form in
            form.price.payType = .collect
            form.payments = []
        }
        #expect(collect.payments.isEmpty)
        #expect(collect.pickup.charges?.payMethod == .collect)
        #expect(collect.pickup.services?.isCollect == true)
        #expect(
            try problems { form in
                form.price.payType = .monthly
                form.payments = []
            } == [.payment(.customerMissing)])
        let monthly = try act { form in
            form.price.payType = .monthly
            form.payments = []
            form.sender.agreementCustomerNumber = "K-9"
        }
        #expect(monthly.payments.map(\.payer) == ["K-9"])
        #expect(monthly.payments.map(\.money.method) == [.monthlyAccount])
        #expect(monthly.payments.map(\.state) == [.taken])
    }

    // MARK: Label

    @Test func `label and parcel carry one free number`() throws {
        #expect(
            try problems(isBound: true) { _ in } == [.label(.used("EX0000000000012"))])
        #expect(
            try problems { $0.label = .scanned("EX0000000000012", "EX0000000000029") }
                == [.label(.differ("EX0000000000012", "EX0000000000029"))])
        #expect(
            try problems { $0.label = .scanned("EX0000000000013", "EX0000000000013") }
                == [.label(.number(.ownNumber(.checkDigit), seen: "EX0000000000013"))])
        #expect(try problems { $0.label = .keyed("EX0000000000012", again: nil) } == nil)
        #expect(
            try problems { $0.label = .keyed("SF1234567890", again: nil) }
                == [.label(.keyedOnce("SF1234567890"))])
        let keyed = try act { $0.label = .keyed("SF1234567890", again: "sf1234567890") }
        #expect(keyed.pickup.binding?.isKeyed == true)
        let number = try WaybillNumber.parse("EX0000000000029").get()
        #expect(try act { $0.label = .issued(number) }.parcel.text == "EX0000000000029")
    }
}
