import Central
import CentralStore
import Commands
import Domain
import Foundation
import Platform
import SyncProtocol

/// The evidence of one waybill: written out, and checked.
extension StationProgram {
    /// `track --evidence FILE`: first it is noted that somebody has it, then the file is written.
    func evidence(_ path: String) throws(CommandFailure) -> CommandOutput {
        let waybill = argument().uppercased()
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(.fileExists(path))
        }
        let isFull = invocation.has("full")
        let desk = try desk()
        let found = try desk.read { store throws(CommandFailure) in
            try stored { try store.evidence(of: waybill) }
        }
        guard let found else { throw CommandFailure(.unknownWaybill(waybill)) }
        let file = EvidenceFile(
            found, isFull: isFull, madeAt: ClockReading.now().wallMilliseconds)
        _ = try desk.perform(
            .noteEvidence(parcel: waybill, digest: file.digest.hex, isFull: isFull))
        try system { () throws(POSIXFailure) in try DurableFile.write(file.bytes, to: path) }
        let words = Words(
            zh: "\(waybill) 的 \(found.lines.count) 条记录已写到 \(path)"
                + (isFull ? "" : "; 个人信息已遮挡"),
            en: "\(found.lines.count) records of \(waybill) are in \(path)"
                + (isFull ? "" : "; personal data is masked"))
        return CommandOutput(
            members: [
                JSONMember("waybill", .text(waybill)), JSONMember("file", .text(path)),
                JSONMember("records", .integer(found.lines.count)),
                JSONMember("full", .bool(isFull)), JSONMember("sha256", .text(file.digest.hex)),
            ],
            text: [words[language], "sha256  \(file.digest.hex)"],
            notes: [
                Words(
                    zh: "站点日志已记下; 用 station evidence check 核对",
                    en: "the audit trail tells of it; station evidence check verifies it")[
                        language]
            ])
    }

    /// `evidence check FILE`: by itself, and beside the ledger where the station's is here.
    func checkEvidence() throws(CommandFailure) -> CommandOutput {
        let path = argument()
        let bytes: [UInt8]?
        do throws(POSIXFailure) {
            bytes = try DurableFile.read(path, bytesMax: EvidenceFile.bytesMax)
        } catch {
            throw CommandFailure(.system("\(error)", status: .noInput))
        }
        guard let bytes else { throw CommandFailure(.noSuchFile(path)) }
        let check: EvidenceCheck
        do throws(EvidenceCheck.Fault) {
            check = try EvidenceCheck(bytes)
        } catch {
            throw CommandFailure(.badEvidence(path, error))
        }
        let compared = try compare(check)
        let isProved = check.isFull || compared != nil
        return CommandOutput(
            status: isProved && compared?.isEmpty != false ? .done : .answerIsNo,
            members: [
                JSONMember("waybill", .text(check.parcel)),
                JSONMember("station", .text(check.station)),
                JSONMember("full", .bool(check.isFull)),
                JSONMember("records", .integer(check.facts.count)),
                JSONMember("proved", .integer(check.provedCount)),
                JSONMember("compared", .bool(compared != nil)),
                JSONMember("differing", .list((compared ?? []).map { .text($0) })),
            ], text: text(of: check, compared))
    }

    /// The facts that this station's ledger does not have so; nil where it is not its ledger.
    private func compare(_ check: EvidenceCheck) throws(CommandFailure) -> [String]? {
        guard FileManager.default.isReadableFile(atPath: places.database) else { return nil }
        return try desk().read { store throws(CommandFailure) -> [String]? in
            let own = try stored { try store.status(now: ClockReading.now().wallMilliseconds) }
            guard own.station == check.station else { return nil }
            var differing: [String] = []
            for fact in check.facts {
                let line = try stored {
                    try store.line(ofStream: fact.stream, at: fact.sequence)
                }
                guard let line, fact.agrees(with: line.bytes, head: line.head) else {
                    differing.append("\(fact.stream).\(fact.sequence)")
                    continue
                }
            }
            return differing
        }
    }

    private func text(of check: EvidenceCheck, _ compared: [String]?) -> [String] {
        let say = { (zh: String, en: String) in Words(zh: zh, en: en)[language] }
        var lines = [
            "\(check.parcel)  \(check.station)  "
                + say("\(check.facts.count) 条记录", "\(check.facts.count) records")
        ]
        if check.isFull {
            lines.append(
                say("每条记录都与它的哈希链相符", "every record is what its hash chain says"))
        }
        guard let compared else {
            let words =
                check.isFull
                ? say(
                    "没有与账本比对: 这里没有该站的账本",
                    "not compared with a ledger: that station's is not here")
                : say(
                    "没有证明什么: 遮挡过的文件只有该站的账本能核对",
                    "nothing is proved: a masked file can only be checked by that station's ledger")
            return lines + [words]
        }
        return lines
            + (compared.isEmpty
                ? [say("与本站账本逐条相符", "every record is in this station's ledger so")]
                : compared.map { say("! 与账本不符: ", "! not so in the ledger: ") + $0 })
    }
}

extension CommandError {
    static func unknownWaybill(_ waybill: String) -> CommandError {
        .notFound(
            waybill,
            hint: Words(
                zh: "检查运单号; 手持端上没同步的快件这里还看不到",
                en: "check the number; what is only on a handheld is not seen here"))
    }

    fileprivate static func badEvidence(
        _ path: String, _ fault: EvidenceCheck.Fault
    ) -> CommandError {
        let words =
            switch fault {
            case .notEvidence(let line):
                Words(
                    zh: "\(path) 第 \(line) 行不是凭证文件的内容",
                    en: "line \(line) of \(path) is not of an evidence file")
            case .wrongCount:
                Words(
                    zh: "\(path) 的记录数与它自己说的不符",
                    en: "\(path) has not as many records as it says")
            case .wrongDigest:
                Words(
                    zh: "\(path) 被改过: 末行的 SHA-256 不符",
                    en: "\(path) was altered: the SHA-256 of its last line does not fit")
            case .brokenChain(let line):
                Words(
                    zh: "\(path) 第 \(line) 行的记录与哈希链不符",
                    en: "the record in line \(line) of \(path) is not what its chain says")
            }
        return CommandError(
            "E-EVIDENCE", field: "FILE", words,
            hint: Words(
                zh: "向站点重新要一份: station track WAYBILL --evidence FILE",
                en: "ask the station for another: station track WAYBILL --evidence FILE"),
            status: .badData)
    }
}
