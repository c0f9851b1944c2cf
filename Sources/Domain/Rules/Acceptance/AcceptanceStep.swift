/// The steps of the pickup gate in the order of the screen (`acceptance_checklist`).
package enum AcceptanceStep: String, CaseIterable, Sendable {
    case noticeGiven = "notice_given"
    case identityVerified = "identity_verified"
    case contentsInspected = "contents_inspected"
    case declarationMatch = "declaration_match"
    case prohibitedCheck = "prohibited_check"
    case packagingOK = "packaging_ok"
    case weighedMeasured = "weighed_measured"
    case quoteConfirmed = "quote_confirmed"
    case insuranceChoice = "insurance_choice"
    case paidOrBilled = "paid_or_billed"
    case inspectionMark = "inspection_mark"
    case labelBound = "label_bound"
    /// Done by the station at hand-over, after acceptance.
    case securityScreened = "security_screened"
}
