import Commands
import Domain
import Foundation
import Handheld
import HandheldUI
import Paper
import Platform

/// One print job: made from the journal, shown or written, and recorded.
struct PrintRun {
    let page: OutputPage

    /// The paper and the ways it can leave.
    private enum Job {
        case sheets([Sheet])
        case label(Label)
    }

    func run(
        _ input: PrintInput, _ look: (PrintSubject) throws(CommandFailure) -> PrintMatter?,
        record: (PrintMatter, [UInt8]) throws(CommandFailure) -> ActResult
    ) throws(CommandFailure) -> CommandOutput {
        guard let matter = try look(input.subject) else {
            throw CommandFailure(unknown(input.subject))
        }
        let job = try self.job(input.subject, matter)
        guard let out = input.out else {
            return CommandOutput(
                members: members(input, matter)
                    + [JSONMember("preview", .list(preview(job, input).map { .text($0) }))],
                text: preview(job, input),
                notes: [page.say("这是预览, 没有打印; 打印用 --out", "a preview; --out prints it")])
        }
        let printed = bytes(of: job, input)
        try write(printed.bytes, to: out)
        let result = try record(matter, printed.bytes)
        guard case .recorded(let receipt) = result else {
            if case .refused(let refusal) = result { throw page.failure(refusal) }
            preconditionFailure("a print is recorded or refused")
        }
        return output(input, matter, printed, receipt, out)
    }

    // MARK: Making

    private func job(
        _ subject: PrintSubject, _ matter: PrintMatter
    ) throws(CommandFailure) -> Job {
        switch subject {
        case .receipt: .sheets(try receipts(matter))
        case .label: try label(matter)
        case .sheet: .sheets([try sheet(matter)])
        }
    }

    private func label(_ matter: PrintMatter) throws(CommandFailure) -> Job {
        guard let parcel = matter.parcel else {
            preconditionFailure("a label has its parcel")
        }
        var routing: Routing?
        if case .pickup(let pickup)? = matter.fact?.payload { routing = pickup.routing }
        return .label(LabelPaper(parcel, routing: routing).label(context(matter)))
    }

    /// A receipt for each payment of the act, or for the payment itself.
    private func receipts(_ matter: PrintMatter) throws(CommandFailure) -> [Sheet] {
        let facts = matter.act + [matter.fact].compactMap(\.self)
        var quote: QuoteFact?
        var pickup: PickupFact?
        for fact in facts {
            if case .quote(let found) = fact.payload { quote = found }
            if case .pickup(let found) = fact.payload { pickup = found }
        }
        let payments = facts.compactMap { fact -> (Fact, PaymentFact)? in
            if case .payment(let payment) = fact.payload { (fact, payment) } else { nil }
        }
        guard !payments.isEmpty else { throw CommandFailure(.withoutPayment) }
        let papers = payments.compactMap { fact, payment in
            ReceiptPaper(payment, PaperRecord(fact), quote: quote, pickup: pickup)
        }
        guard !papers.isEmpty else { throw CommandFailure(.paymentPending) }
        return papers.map { $0.sheet(context(matter)) }
    }

    private func sheet(_ matter: PrintMatter) throws(CommandFailure) -> Sheet {
        guard let fact = matter.fact else { preconditionFailure("a sheet is of a record") }
        if case .problem(let problem) = fact.payload {
            return ProblemNotice(problem, PaperRecord(fact)).sheet(context(matter))
        }
        if case .refusal(let refusal) = fact.payload {
            return RefusalPaper(refusal, PaperRecord(fact)).sheet(context(matter))
        }
        throw CommandFailure(.withoutSheet)
    }

    private func context(_ matter: PrintMatter) -> PaperContext {
        PaperContext(
            language: page.language, offsetMinutes: page.now.offsetMinutes,
            station: matter.station, stationName: matter.config?.text("name"),
            hotline: matter.config?.text("hotline"), isCopy: matter.printCount > 0)
    }

    // MARK: Leaving

    private func preview(_ job: Job, _ input: PrintInput) -> [String] {
        switch job {
        case .sheets(let sheets):
            Array(sheets.map { $0.preview(input.width) }.joined(separator: [""]))
        case .label(let label): label.preview
        }
    }

    private func bytes(of job: Job, _ input: PrintInput) -> PrintedBytes {
        let coder = LetterCoder(input.encoding, gb18030: GB18030.bytes)
        switch (job, input.language) {
        case (.sheets(let sheets), .escPOS):
            return PrintedBytes.joined(sheets.map { $0.escPOS(input.width, coder) })
        case (.label(let label), .zpl): return label.zpl(coder)
        case (.label(let label), .tspl): return label.tspl(coder)
        case (.label(let label), .cpcl): return label.cpcl(coder)
        case (.sheets, .text), (.sheets, .zpl), (.sheets, .tspl), (.sheets, .cpcl),
            (.label, .text), (.label, .escPOS):
            return coder.lines(preview(job, input))
        }
    }

    /// A device is written to; a file must be new, because nothing is overwritten.
    private func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
        let isThere = FileManager.default.fileExists(atPath: path)
        do {
            guard isThere else {
                do throws(POSIXFailure) {
                    return try DurableFile.write(bytes, to: path)
                } catch {
                    throw CommandFailure(.system(error))
                }
            }
            let type = try FileManager.default.attributesOfItem(atPath: path)[.type]
            guard type as? FileAttributeType == .typeCharacterSpecial else {
                throw CommandFailure(.fileExists(path))
            }
            let device = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try device.write(contentsOf: bytes)
            try device.close()
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(.printerFailed(path))
        }
    }

    private func members(_ input: PrintInput, _ matter: PrintMatter) -> [JSONMember] {
        [
            JSONMember("format", .text(Choice.word(for: input.language.rawValue))),
            JSONMember("copy", .bool(matter.printCount > 0)),
            JSONMember("prints", .integer(matter.printCount)),
        ]
    }

    private func output(
        _ input: PrintInput, _ matter: PrintMatter, _ printed: PrintedBytes, _ receipt: Receipt,
        _ out: String
    ) -> CommandOutput {
        let times = matter.printCount + 1
        let missing = String(printed.missing)
        var notes: [String] = []
        if !missing.isEmpty {
            notes.append(
                page.say(
                    "打印机没有这些字, 打成了 ?: \(missing)",
                    "the printer has no sign for these, ? stands there: \(missing)"))
        }
        return CommandOutput(
            members: members(input, matter) + [
                JSONMember("out", .text(out)), JSONMember("bytes", .integer(printed.bytes.count)),
                JSONMember("record", .text(receipt.main.reference)),
                JSONMember("missing", .text(missing)),
            ],
            text: [
                page.say("已打印到 \(out)", "printed to \(out)")
                    + (times > 1
                        ? page.say(" (副本, 第 \(times) 次)", " (a copy, print \(times))") : "")
                    + "  \(receipt.main.reference)"
            ], notes: notes)
    }

    private func unknown(_ subject: PrintSubject) -> CommandError {
        switch subject {
        case .receipt(let name), .sheet(let name): .unknownRecord(name)
        case .label(let parcel): .unknownParcel(parcel)
        }
    }
}

extension PaperRecord {
    fileprivate init(_ fact: Fact) {
        self.init(person: fact.person, at: fact.recordedAt, reference: fact.reference)
    }
}

extension CommandError {
    fileprivate static var withoutPayment: CommandError {
        CommandError(
            "E-PRINT-NO-PAYMENT", field: "RECORD",
            Words(zh: "这条记录没有收款, 没有收据", en: "no money was taken with this record"),
            hint: Words(
                zh: "用收款、揽收或签收的记录号; courier journal list --kind payment 列出收款",
                en: "name a payment, a pickup or a delivery; courier journal list --kind payment "
                    + "shows them"), status: .answerIsNo)
    }

    fileprivate static var paymentPending: CommandError {
        CommandError(
            "E-PRINT-PENDING", field: "RECORD",
            Words(zh: "款项还在待确认, 不能开收据", en: "the payment is not confirmed, so no receipt yet"),
            hint: Words(
                zh: "站点确认到账后由站点开", en: "the station gives one when the money has arrived"),
            status: .refusedByRule)
    }

    fileprivate static var withoutSheet: CommandError {
        CommandError(
            "E-PRINT-SHEET", field: "RECORD",
            Words(zh: "这种记录没有单据", en: "there is no sheet for such a record"),
            hint: Words(
                zh: "问题件和拒收记录有单据", en: "problems and refusals have one"),
            status: .answerIsNo)
    }

    fileprivate static func printerFailed(_ path: String) -> CommandError {
        CommandError(
            "E-PRINTER", field: "out",
            Words(zh: "打印机 \(path) 写不进去", en: "the printer \(path) does not take it"),
            hint: Words(
                zh: "检查电源、纸和连线, 再打一次", en: "check power, paper and cable, and print again"),
            isRetryable: true, status: .inputOutput)
    }
}
