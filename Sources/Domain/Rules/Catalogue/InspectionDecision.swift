/// What the prohibited-item check answers (`inspection_decisions`), most severe first.
package enum InspectionDecision: String, CaseIterable, Sendable {
    case prohibitedReport = "PROHIBITED_REPORT"
    case prohibited = "PROHIBITED"
    case certificate = "CERTIFICATE"
    case managerReview = "MANAGER_REVIEW"
    case quantityLimit = "QUANTITY_LIMIT"
    case groundOnly = "GROUND_ONLY"
    case care = "CARE"
    case none = "NONE"

    /// When the decision stops a parcel.
    package enum Block: String, CaseIterable, Sendable {
        case always = "ALWAYS"
        case overLimit = "OVER_LIMIT"
        case airProduct = "AIR_PRODUCT"
        case never = "NEVER"
    }

    /// What lets a stopped parcel go on.
    package enum Lift: String, CaseIterable, Sendable {
        case nothing = "NONE"
        case certificateRecord = "CERTIFICATE_RECORD"
        case managerApproval = "MANAGER_APPROVAL"
        case notNeeded = "NOT_NEEDED"
    }

    package var block: Block {
        switch self {
        case .prohibitedReport, .prohibited, .certificate, .managerReview: .always
        case .quantityLimit: .overLimit
        case .groundOnly: .airProduct
        case .care, .none: .never
        }
    }

    package var lift: Lift {
        switch self {
        case .prohibitedReport, .prohibited, .quantityLimit, .groundOnly: .nothing
        case .certificate: .certificateRecord
        case .managerReview: .managerApproval
        case .care, .none: .notNeeded
        }
    }

    /// 0 is the most severe.
    package var rank: Int {
        switch self {
        case .prohibitedReport: 0
        case .prohibited: 1
        case .certificate: 2
        case .managerReview: 3
        case .quantityLimit: 4
        case .groundOnly: 5
        case .care: 6
        case .none: 7
        }
    }
}
