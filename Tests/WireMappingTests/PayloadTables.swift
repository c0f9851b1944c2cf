import Domain

/// What PJS 4.4 says of the payloads, field by field, written down a second time on purpose.
enum PayloadTables {
    /// The fields marked `!`.
    static let required: [FactKind: Set<String>] = [
        .identity: ["who", "doc_type", "method", "result"],
        .check: [
            "parcel", "when", "result", "decision", "contents_inspected", "declaration_match",
            "told", "rules",
        ],
        .quote: [
            "total_fen", "cur", "lines", "actual_g", "volumetric_g", "chargeable_g", "divisor",
            "pay_type", "accepted",
        ],
        .pickup: [
            "parcel", "source", "sender", "recipient", "goods", "weight", "packed_by",
            "notice_given",
        ],
        .refusal: ["reason"],
        .payment: ["amount", "cur", "method", "charge", "for", "state"],
        .paymentVoid: ["amount", "cur", "method", "charge", "reason"],
        .paymentConfirm: ["state"],
        .deliver: ["parcel", "proof_type", "condition", "evidence"],
        .attempt: ["parcel", "reason", "attempt_number", "next"],
        .problem: ["reason"],
        .correct: ["how", "reason"],
        .note: ["text"],
        .taskOpen: ["task", "kind", "to"],
        .taskAssign: ["task", "to"],
        .taskCancel: ["task", "reason"],
        .personSet: ["person", "name", "caps", "st"],
        .configSet: ["station", "values"],
        .deviceState: ["dev", "state", "reason"],
        .tariffSet: ["tariff", "from", "cur", "first_g", "step_g", "divisor", "rounding", "zones"],
        .numbersGrant: ["block", "dev", "first", "last", "check"],
    ]

    /// The fields whose codes or words are closed.
    static let closed: [FactKind: [String]] = [
        .identity: ["who", "doc_type", "method", "result", "exempt"],
        .check: ["when", "result"],
        .quote: ["pay_type"],
        .pickup: ["source", "packed_by"],
        .refusal: ["reason"],
        .payment: ["method", "for", "state"],
        .paymentVoid: ["method"],
        .paymentConfirm: ["state"],
        .deliver: ["proof_type", "condition"],
        .attempt: ["reason"],
        .problem: ["reason", "direction", "delay_cause", "packed_by"],
        .correct: ["how"],
        .taskOpen: ["kind"],
        .personSet: ["st"],
        .deviceState: ["state"],
        .numbersGrant: ["check"],
    ]

    /// The longest text of each free field.
    static let textMax: [FactKind: [String: Int]] = [
        .identity: ["masked": 24, "agreement_number": 40, "unified_social_credit_code": 18],
        .check: ["quantity": 60, "security_mark": 40, "note": 200],
        .quote: ["origin": 60, "destination": 60, "discount_code": 20],
        .pickup: ["order_number": 40, "security_mark": 40, "note": 200],
        .refusal: ["note": 200],
        .payment: ["receipt_number": 40, "ext_ref": 64, "payer": 60, "differs": 100],
        .paymentVoid: ["note": 200],
        .paymentConfirm: ["ext_ref": 64],
        .deliver: [
            "signer": 60, "outer_note": 100, "locker_id": 30, "box_number": 30, "station_id": 30,
            "shelf_number": 30, "pickup_code": 12, "place": 100, "paper_slip_number": 40,
            "note": 200,
        ],
        .attempt: ["place": 100, "note": 200],
        .problem: ["found_at": 60, "degree": 100, "witness": 60, "note": 500],
        .correct: ["note": 200],
        .note: ["text": 1000],
        .taskOpen: ["order_number": 40, "note": 200],
        .taskCancel: ["note": 200],
        .personSet: ["name": 40, "pin": 200],
        .deviceState: ["reason": 200],
    ]
}
