package import Domain
package import Exports

/// One command of `courier`, its words already turned into values. What a command leaves out is nil
/// and comes from the task, the station's settings or a question; nothing here is looked up.
package enum CourierCommand: Sendable, Equatable {
    case enrol(EnrolInput)
    case login(person: String, pin: Secret)
    case logout
    /// Shows the challenge; with the manager's code, opens the handheld.
    case unlock(code: String?)
    case pickupQuote(QuoteInput)
    case pickupIssue(PickupInput)
    case quoteVerify
    case pickupRefuse(RefusalInput)
    case pickupShow(parcel: String, isFull: Bool)
    case deliverSign(DeliveryInput)
    case deliverFail(AttemptInput)
    case deliverList(isFull: Bool)
    case problemAdd(ProblemInput)
    case problemList
    case problemStep(ProblemStepInput)
    case scan(ScanInput)
    case task(TaskCommand)
    case handover(HandoverCommand)
    case goBack(BackCommand)
    case cash(CashCommand)
    /// In a format of others, if one is named.
    case track(parcel: String, format: TraceFormat?)
    case paper(PrintInput)
    case check(CheckInput)
    /// Nil lists all of them.
    case page(id: String?)
    case correct(CorrectionInput)
    case conflict(ConflictCommand)
    case syncRun
    case syncStatus
    case messageList
    case journalExport(name: String, unsentOnly: Bool)
    case journalImport(file: String)
    case journalList(JournalRange)
    case journalShow(record: RecordName)
    case journalVerify
    /// The label of the handheld, said as a confirmation.
    case journalRenew(confirmation: String)
    /// Nil is today.
    case daySummary(day: CalendarDay?)
    case dayClose(SealInput)
    case dayStatus
    case configGet(name: String)
    case configSet(name: String, value: String)
    case configList
    case configPath
    case screen
}

/// A text that no output shows: a PIN, an enrolment code, a document number.
package struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The secret itself; only what checks or stores it reads this.
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { "(secret)" }
    package var debugDescription: String { "(secret)" }
}

/// Whether goods may be sent.
package struct CheckInput: Sendable, Equatable {
    /// Nil: each line of standard input is a description.
    package var itemName: String?
    package var answers: [CatalogueAnswer] = []
    package var destination = GoodsDestination()

    /// The name that stands for standard input.
    static let standardInput = "-"
}

/// Where goods are to go, as far as it is said.
package struct GoodsDestination: Sendable, Equatable {
    package var province: String?
    package var city: String?

    package init() {}
}

/// The end of a courier's day.
package struct SealInput: Sendable, Equatable {
    /// Nil is the business day of now.
    package var day: CalendarDay?
    /// What was counted, in fen.
    package var cashFen: Int
    package var idempotencyKey: String?

    package init(day: CalendarDay? = nil, cashFen: Int, idempotencyKey: String? = nil) {
        self.day = day
        self.cashFen = cashFen
        self.idempotencyKey = idempotencyKey
    }
}

/// One command about conflicts.
package enum ConflictCommand: Sendable, Equatable {
    case list(isWithEnded: Bool)
    case show(id: String)
    case say(CaseSayInput)
}

/// What a person concerned says of a case.
package struct CaseSayInput: Sendable, Equatable {
    package var id: String
    package var stand: CaseStand
    package var note: String?
    package var idempotencyKey: String?
}

/// Making this handheld known to a station.
package struct EnrolInput: Sendable, Equatable {
    /// The station's address: `https://station.example`, or `http://127.0.0.1:PORT` for trials.
    package var server: String
    package var code: Secret
    /// What the station's list shows for the machine.
    package var model: String?
    /// The label that an enrolled handheld has now, said as a confirmation.
    package var confirmation: String?
}

/// Which tasks to list.
package struct TaskFilter: Sendable, Equatable {
    /// Nil is every kind.
    package var kind: TaskKind?
    /// Also tasks that have ended.
    package var includesEnded: Bool
    package var isFull: Bool
}

/// One command about tasks.
package enum TaskCommand: Sendable, Equatable {
    case list(TaskFilter)
    case show(task: String, isFull: Bool)
    case answer(TaskAnswerInput)
}

/// What a courier says of a task.
package struct TaskAnswerInput: Sendable, Equatable {
    package var task: String
    package var answer: TaskAnswer
    package var idempotencyKey: String?

    package init(task: String, answer: TaskAnswer, idempotencyKey: String? = nil) {
        self.task = task
        self.answer = answer
        self.idempotencyKey = idempotencyKey
    }
}

/// Which records to list, newest last.
package struct JournalRange: Sendable, Equatable {
    package static let countDefault = 20
    package static let countMax = 10_000

    /// At most this many, the newest.
    package var count: Int
    /// Only one parcel's.
    package var parcel: String?
    package var kind: FactKind?

    package init(count: Int, parcel: String? = nil, kind: FactKind? = nil) {
        self.count = count
        self.parcel = parcel
        self.kind = kind
    }
}

/// A reversing record for an earlier one.
package struct CorrectionInput: Sendable, Equatable {
    /// One field set right: its path in the record, as `journal show` prints it, and the new text.
    package struct Change: Sendable, Equatable {
        package var path: String
        package var new: String
    }

    package var record: RecordName
    package var reason: CorrectionReason
    /// Empty: the whole record is void.
    package var changes: [Change]
    /// The record said once more; a correction without it is refused.
    package var confirmation: RecordName?
    package var note: String?
    package var idempotencyKey: String?
}
