package import Domain

/// One step of the work on a problem parcel.
package struct ProblemStepInput: Sendable, Equatable {
    /// Its id, or the waybill number while one problem of it is open.
    package var problem: String
    package var step: ProblemStep
    package var outcome: ResolutionOutcome?
    package var owner: String?
    /// Milliseconds UTC.
    package var dueAt: Int?
    package var told: [ToldInput] = []
    package var amountFen: Int?
    package var formNumber: String?
    package var note: String?
    package var idempotencyKey: String?

    package init(problem: String, step: ProblemStep) {
        self.problem = problem
        self.step = step
    }
}

/// Somebody was told, now.
package struct ToldInput: Sendable, Equatable {
    /// Such as `SENDER`, `RECIPIENT` or `MANAGER`.
    package var whom: Code
    /// Such as `CALL`, `SMS` or `IN_PERSON`.
    package var channel: Code

    package init(whom: Code, channel: Code) {
        self.whom = whom
        self.channel = channel
    }
}

/// A scan of parcels, one after the other.
package struct ScanInput: Sendable, Equatable {
    /// The most parcels of one command.
    package static let parcelCountMax = 2_000

    package var parcels: [String]
    package var act: ScanAct
    package var preCheck: PreCheck?
    package var destination: String?
    package var securityMark: String?
    /// Typed by hand instead of scanned.
    package var isKeyed = false
    package var idempotencyKey: String?

    package init(parcels: [String], act: ScanAct) {
        self.parcels = parcels
        self.act = act
    }
}
