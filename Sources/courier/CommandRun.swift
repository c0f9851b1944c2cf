import Commands
import Domain
import Exports
import Handheld
import HandheldUI
import Journal

/// Runs one command: the handheld decides, this only opens, asks and answers.
struct CommandRun {
    let places: CourierPlaces
    let language: Language
    let now: Moment
    let timeoutSeconds: Int

    /// Every command of the table.
    func output(
        of command: CourierCommand, _ settings: Settings
    ) throws(CommandFailure) -> CommandOutput {
        switch command {
        case .enrol(let input):
            try Enrolment(places: places, client: HTTPClient(), timeoutSeconds: timeoutSeconds)
                .run(input, page)
        case .login(let person, let pin): try Login(access: access()).begin(person, pin, page)
        case .unlock(let code): try Unlocking(access: access()).run(code, page)
        case .logout: try Login(access: access()).end(page)
        case .pickupQuote(let input): try quote(input)
        case .quoteVerify: page.quotes(try look { try $0.reviewQuotes() })
        case .pickupIssue(let input):
            try record(input) { try $0.pickup(input, photos: $1, draft: $2, at: now) }
        case .pickupRefuse(let input):
            try record(input) { try $0.refuse(input, photos: $1, draft: $2, at: now) }
        case .pickupShow(let parcel, let isFull):
            page.waybill(
                try found(look { try $0.track(parcel) }, or: .unknownParcel(parcel)),
                isFull: try mayShow(isFull))
        case .deliverSign(let input):
            try record(input) { try $0.deliver(input, photos: $1, draft: $2, at: now) }
        case .deliverFail(let input):
            try record(input) { try $0.fail(input, photos: $1, draft: $2, at: now) }
        case .deliverList(let isFull):
            page.deliveries(try look { try $0.openDeliveries() }, isFull: try mayShow(isFull))
        case .problemAdd(let input):
            try record(input) { try $0.report(input, photos: $1, draft: $2, at: now) }
        case .problemList: page.problems(try look { try $0.problems() })
        case .problemStep(let input):
            try record(input.idempotencyKey) { try $0.work(on: input, draft: $1, at: now) }
        case .scan(let input): try ScanRun(access: access(), page: page).run(input)
        case .task(let command): try task(command)
        case .handover(let command): try handover(command)
        case .cash(let command): try cash(command)
        case .goBack(let command): try goBack(command)
        case .track(let parcel, let format):
            page.track(
                try found(look { try $0.track(parcel) }, or: .unknownParcel(parcel)), format)
        case .paper(let input): try paper(input)
        case .check(let input): try check(input)
        case .page(let id): try pages(id)
        case .correct(let input):
            try record(input.idempotencyKey) { try $0.correct(input, draft: $1, at: now) }
        case .conflict(let command): try conflict(command)
        case .syncRun:
            try synchronise(settings)
        case .syncStatus: try syncStatus()
        case .journalExport(let name, let unsentOnly):
            try CarriedFrames(access: access()).export(to: name, unsentOnly: unsentOnly, page)
        case .journalImport(let file): try CarriedFrames(access: access()).takeIn(file, page)
        case .messageList: page.messages(try look { try $0.messages() })
        case .journalList(let range): page.records(try look { try $0.records(range) })
        case .journalShow(let record):
            page.record(try found(look { try $0.record(record) }, or: .unknownRecord(record)))
        case .journalVerify: page.proof(try look { try $0.verify() })
        case .journalRenew(let confirmation):
            try Renewal(places: places, timeoutSeconds: timeoutSeconds).run(confirmation, page)
        case .dayClose(let input): try closeDay(input)
        case .dayStatus: page.seals(try look { try $0.sealStandings() })
        case .daySummary(let day): page.day(try look { try $0.daySummary(day, at: now) })
        case .configGet(let name): try settings.output(of: name, page)
        case .configSet(let name, let value): try settings.set(name, to: value, in: places, page)
        case .configList: settings.list(page)
        case .configPath: page.paths(places)
        case .screen: try ScreenCommand(access: access(), settings: settings).run(page)
        }
    }

    private func paper(_ input: PrintInput) throws(CommandFailure) -> CommandOutput {
        try PrintRun(page: page).run(input) { subject throws(CommandFailure) in
            try look { try $0.matter(of: subject) }
        } record: { matter, bytes throws(CommandFailure) in
            var random = RandomSource.system
            let draft = random.uuid7(at: now.wallMilliseconds)
            return try access().write(draft: draft) {
                try $0.notePrint(of: input.subject, matter, bytes: bytes, draft: draft, at: now)
            }
        }
    }

    private func pages(_ id: String?) throws(CommandFailure) -> CommandOutput {
        let pages =
            try DeviceFile.read(places) == nil
            ? Handheld.standardPages : look { try $0.pages() }
        guard let id else { return page.pages(pages) }
        guard let found = pages.first(where: { $0.id == id }) else {
            throw CommandFailure(.unknownPage(id, known: pages.map(\.id)))
        }
        return page.page(found)
    }

    private func check(_ input: CheckInput) throws(CommandFailure) -> CommandOutput {
        try GoodsCheck(places: places).run(input, page) { names throws(CommandFailure) in
            try look {
                try $0.check(names, answers: input.answers, to: input.destination, at: now)
            }
        }
    }

    private func syncStatus() throws(CommandFailure) -> CommandOutput {
        page.syncStatus(
            try access().read { try $0.syncStatus(at: now) },
            try access().read { try $0.lease(at: now) })
    }

    private func closeDay(_ input: SealInput) throws(CommandFailure) -> CommandOutput {
        let recorded = try record(input.idempotencyKey) { try $0.seal(input, draft: $1, at: now) }
        let expected = try look { try $0.expectedCash() }
        let seals = try look { try $0.sealStandings() }
        return page.sealed(recorded, seals.first, counted: input.cashFen, expected: expected)
    }

    private func goBack(_ command: BackCommand) throws(CommandFailure) -> CommandOutput {
        switch command {
        case .parcel(let input):
            try record(input) { try $0.returning(input, photos: $1, draft: $2, at: now) }
        case .money(let input):
            try record(input.idempotencyKey) { try $0.refund(input, draft: $1, at: now) }
        }
    }

    private func cash(_ command: CashCommand) throws(CommandFailure) -> CommandOutput {
        switch command {
        case .give(let input):
            try record(input.idempotencyKey) { try $0.give(input, draft: $1, at: now) }
        case .list: page.cash(try look { try $0.cashStandings() })
        }
    }

    private func handover(_ command: HandoverCommand) throws(CommandFailure) -> CommandOutput {
        switch command {
        case .give(let input):
            if let taker = input.taker, let pin = input.pin {
                try Login(access: access()).check(taker, pin, at: now)
            }
            return try record(input.idempotencyKey) {
                try $0.give(
                    input, hasPIN: input.taker != nil && input.pin != nil, draft: $1, at: now)
            }
        case .take(let input):
            return try record(input.idempotencyKey) { try $0.take(input, draft: $1, at: now) }
        case .list:
            return page.handovers(
                try look { try $0.handovers() }, loose: try look { try $0.parcelsWithoutTask() })
        }
    }

    private func conflict(_ command: ConflictCommand) throws(CommandFailure) -> CommandOutput {
        switch command {
        case .list(let isWithEnded):
            page.conflicts(try look { try $0.conflicts() }, isWithEnded: isWithEnded)
        case .show(let id):
            page.conflict(try found(look { try $0.conflict(id) }, or: .unknownCase(id)))
        case .say(let input):
            try record(input.idempotencyKey) { try $0.say(input, draft: $1, at: now) }
        }
    }

    private func task(_ command: TaskCommand) throws(CommandFailure) -> CommandOutput {
        switch command {
        case .list(let filter):
            page.tasks(
                try look { try $0.tasks(kind: filter.kind, includingEnded: filter.includesEnded) },
                isFull: try mayShow(filter.isFull))
        case .show(let task, let isFull):
            page.task(
                try found(look { try $0.task(task) }, or: .unknownTask(task)),
                isFull: try mayShow(isFull))
        case .answer(let input):
            try record(input.idempotencyKey) { try $0.answer(input, draft: $1, at: now) }
        }
    }

    private var page: OutputPage { OutputPage(language: language, now: now) }

    private func access() throws(CommandFailure) -> JournalAccess {
        if try Erasure.remains(places) != nil, try DeviceFile.read(places) != nil {
            throw CommandFailure(.wiped)
        }
        return JournalAccess(
            places: places, enrolment: try DeviceFile.enrolled(places),
            timeoutMilliseconds: timeoutSeconds * 1_000)
    }

    /// Exchanges with the station, or tells it that this handheld was erased.
    private func synchronise(_ settings: Settings) throws(CommandFailure) -> CommandOutput {
        let client = HTTPClient()
        if let remains = try Erasure.remains(places), let file = try DeviceFile.read(places) {
            return try Erasure(places: places, client: client, server: settings.server)
                .goOn(remains, file, page)
        }
        return try SyncRun(
            access: access(), client: client, server: settings.server,
            timeoutSeconds: timeoutSeconds
        ).run(page)
    }

    /// Looks at what is here; a handheld that is to be erased shows nothing.
    private func look<R>(
        _ body: (inout Handheld) throws -> R
    ) throws(CommandFailure) -> R {
        let seen = try access().read { handheld in
            try handheld.isWipeOrdered() ? nil : Optional(try body(&handheld))
        }
        guard let seen else { throw CommandFailure(.wipeOrdered) }
        return seen
    }

    /// Whether personal data may be shown in full; refuses it when the lease has ended.
    private func mayShow(_ isFull: Bool) throws(CommandFailure) -> Bool {
        guard isFull else { return false }
        let lease = try access().read { try $0.lease(at: now) }
        guard !lease.state.isEnded else { throw CommandFailure(.leaseEnded(lease)) }
        return true
    }

    /// Records an act with its photos.
    private func record(
        _ input: some InputWithPhotos,
        _ body: (inout Handheld, [TakenPhoto], String) throws -> ActResult
    ) throws(CommandFailure) -> CommandOutput {
        try record(input.idempotencyKey, photos: input.photos, body)
    }

    /// Records an act that takes no photos.
    private func record(
        _ key: String?, _ body: (inout Handheld, String) throws -> ActResult
    ) throws(CommandFailure) -> CommandOutput {
        try record(key, photos: []) { handheld, _, draft in try body(&handheld, draft) }
    }

    /// Records an act. Its draft id is fixed before the journal is opened, so that repeating it
    /// after a disk error records nothing twice.
    private func record(
        _ key: String?, photos paths: [String],
        _ body: (inout Handheld, [TakenPhoto], String) throws -> ActResult
    ) throws(CommandFailure) -> CommandOutput {
        if let key, !EntityReference.isIdentifier(key) { throw CommandFailure(.badKey(key)) }
        var random = RandomSource.system
        let draft = key ?? random.uuid7(at: now.wallMilliseconds)
        let folder = PhotoFolder(places: places)
        var failure = CommandFailure(.wipeOrdered)
        let result = try access().write(draft: draft) { handheld -> ActResult? in
            guard try !handheld.isWipeOrdered() else { return nil }
            let photos: [TakenPhoto]
            do throws(CommandFailure) {
                photos = try folder.take(paths)
            } catch {
                failure = error
                return nil
            }
            let result = try body(&handheld, photos, draft)
            try folder.settle { blob throws(JournalError) in try handheld.keepsBlob(blob) }
            return result
        }
        guard let result else { throw failure }
        switch result {
        case .recorded(let receipt): return page.receipt(receipt)
        case .refused(let refusal): throw page.failure(refusal)
        }
    }

    private func found<R>(_ value: R?, or error: CommandError) throws(CommandFailure) -> R {
        guard let value else { throw CommandFailure(error) }
        return value
    }

    private func quote(_ input: QuoteInput) throws(CommandFailure) -> CommandOutput {
        let result = try look { try $0.quote(input, at: now) }
        switch result {
        case .success(let quote): return page.quote(quote)
        case .failure(let refusal): throw page.failure(refusal)
        }
    }
}
