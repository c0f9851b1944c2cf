/// Why a parcel is in trouble or was not delivered (`exception_reasons`).
package enum ExceptionReason: String, CaseIterable, Sendable {
    case accessDenied = "ACCESS_DENIED"
    case addressChange = "ADDRESS_CHANGE"
    case addressIncomplete = "ADDRESS_INCOMPLETE"
    case addressNotExist = "ADDRESS_NOT_EXIST"
    case addressWrong = "ADDRESS_WRONG"
    case businessClosed = "BUSINESS_CLOSED"
    case capacity = "CAPACITY"
    case codAmountWrong = "COD_AMOUNT_WRONG"
    case contentsDamaged = "CONTENTS_DAMAGED"
    case duplicateOrder = "DUPLICATE_ORDER"
    case forceMajeure = "FORCE_MAJEURE"
    case idCheckFailed = "ID_CHECK_FAILED"
    case labelMismatch = "LABEL_MISMATCH"
    case lockerFull = "LOCKER_FULL"
    case lockerOverdue = "LOCKER_OVERDUE"
    case lost = "LOST"
    case missedTransport = "MISSED_TRANSPORT"
    case missort = "MISSORT"
    case notHome = "NOT_HOME"
    case noAnswer = "NO_ANSWER"
    case noLabel = "NO_LABEL"
    case noPhysicalParcel = "NO_PHYSICAL_PARCEL"
    case other = "OTHER"
    case outerDamaged = "OUTER_DAMAGED"
    case outOfArea = "OUT_OF_AREA"
    case overdueUnsigned = "OVERDUE_UNSIGNED"
    case oversize = "OVERSIZE"
    case packagingUnfit = "PACKAGING_UNFIT"
    case phoneInvalid = "PHONE_INVALID"
    case piecesIncomplete = "PIECES_INCOMPLETE"
    case prohibitedFound = "PROHIBITED_FOUND"
    case recipientMoved = "RECIPIENT_MOVED"
    case refused = "REFUSED"
    case refusedPayment = "REFUSED_PAYMENT"
    case remoteNextDay = "REMOTE_NEXT_DAY"
    case rescheduled = "RESCHEDULED"
    case returned = "RETURNED"
    case securityHold = "SECURITY_HOLD"
    case senderRecall = "SENDER_RECALL"
    case shortage = "SHORTAGE"
    case staleTrace = "STALE_TRACE"
    case suspectedLost = "SUSPECTED_LOST"
    case unreachable = "UNREACHABLE"
    case vehicleFault = "VEHICLE_FAULT"
    case weather = "WEATHER"
    case weekendHoliday = "WEEKEND_HOLIDAY"

    /// Whether a failed delivery with this reason counts against the free attempts.
    package var countsAsAttempt: Bool {
        switch self {
        case .accessDenied, .addressIncomplete, .addressNotExist, .addressWrong, .businessClosed,
            .codAmountWrong, .idCheckFailed, .notHome, .noAnswer, .phoneInvalid, .recipientMoved,
            .refused, .refusedPayment, .unreachable:
            true
        case .addressChange, .capacity, .contentsDamaged, .duplicateOrder, .forceMajeure,
            .labelMismatch, .lockerFull, .lockerOverdue, .lost, .missedTransport, .missort,
            .noLabel, .noPhysicalParcel, .other, .outerDamaged, .outOfArea, .overdueUnsigned,
            .oversize, .packagingUnfit, .piecesIncomplete, .prohibitedFound, .remoteNextDay,
            .rescheduled, .returned, .securityHold, .senderRecall, .shortage, .staleTrace,
            .suspectedLost, .vehicleFault, .weather, .weekendHoliday:
            false
        }
    }
}
