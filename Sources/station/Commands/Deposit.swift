import Central
import CentralStore
import Commands
import Domain
import Foundation
import Platform
import SyncProtocol

/// Frames that were carried here on a stick.
extension StationProgram {
    /// What came of one file.
    private struct Deposited {
        let path: String
        let reply: String
        let device: String
        var new = 0
        var duplicate = 0
        /// Push sections that were not stored, by their code.
        var refused: [String] = []
    }

    /// `station deposit FILE…`: the reply to each lies beside it afterwards.
    func deposit() throws(CommandFailure) -> CommandOutput {
        var results: [Deposited] = []
        for path in invocation.arguments { results.append(try deposit(path)) }
        let labels = try desk().read { store throws(CommandFailure) in
            try stored { try store.status(now: ClockReading.now().wallMilliseconds) }.devices
        }
        let rows = results.map { result in
            let label = labels.first { $0.device == result.device }?.label
            return OutputList.Row(
                [
                    result.path, label ?? "-", String(result.new), String(result.duplicate),
                    result.refused.isEmpty ? "" : result.refused.joined(separator: ","),
                ],
                json: [
                    "file": .text(result.path), "reply": .text(result.reply),
                    "label": .optional(label), "device": .text(result.device),
                    "new": .integer(result.new), "duplicate": .integer(result.duplicate),
                    "refused": .list(result.refused.map { .text($0) }),
                ])
        }
        let isWhole = results.allSatisfy(\.refused.isEmpty)
        return CommandOutput(
            status: isWhole ? .done : .answerIsNo,
            list: OutputList(
                key: "files",
                columns: [
                    .init(Words(zh: "文件", en: "file")), .init(Words(zh: "手持端", en: "handheld")),
                    .init(Words(zh: "新收", en: "new"), isNumber: true),
                    .init(Words(zh: "已有", en: "known"), isNumber: true),
                    .init(Words(zh: "没有收", en: "not stored")),
                ], rows: rows),
            notes: [
                Words(
                    zh: "把 .reply.pjs 文件带回手持端: courier journal import 文件",
                    en:
                        "on the handheld take the .reply.pjs files in: courier journal import FILE"
                )[language]
            ])
    }

    private func deposit(_ path: String) throws(CommandFailure) -> Deposited {
        let bytes: [UInt8]?
        do throws(POSIXFailure) {
            bytes = try DurableFile.read(path, bytesMax: Limits.requestFrameBytesMax)
        } catch {
            throw CommandFailure(.system("\(error)", status: .noInput))
        }
        guard let bytes else { throw CommandFailure(.noSuchFile(path)) }
        guard let request = try? ExchangeRequest(decoding: bytes) else {
            throw CommandFailure(.noFrame(path))
        }
        let answer: [UInt8]
        switch try desk().deposit(bytes) {
        case .success(let frame): answer = frame
        case .failure(let problem): throw CommandFailure(.depositRefused(path, problem))
        }
        guard let reply = try? ExchangeResponse(decoding: answer) else {
            throw CommandFailure(.serverGone("deposit"))
        }
        let base = path.hasSuffix(".pjs") ? String(path.dropLast(4)) : path
        var result = Deposited(
            path: path, reply: base + ".reply.pjs", device: request.hello.device)
        for push in reply.pushes {
            if case .ok(let stored) = push.outcome {
                result.new += stored.new
                result.duplicate += stored.duplicate
            } else {
                result.refused.append(push.code)
            }
        }
        try system { () throws(POSIXFailure) in try DurableFile.write(answer, to: result.reply) }
        return result
    }
}

extension CommandError {
    static func noFrame(_ path: String) -> CommandError {
        CommandError(
            "E-NO-FRAME", field: "FILE",
            Words(zh: "\(path) 不是完整的手持端导出文件", en: "\(path) is no whole export of a handheld"),
            hint: Words(
                zh: "要 courier journal export 写的 .pjs 文件; 拷坏了就重新拷一次",
                en: "it is a .pjs file of courier journal export; copy it again if it broke"),
            status: .badData)
    }

    static func depositRefused(_ path: String, _ problem: WireProblem) -> CommandError {
        guard problem.code == .deviceUnknown else {
            return CommandError(
                "E-DEPOSIT", field: "FILE",
                Words(
                    zh: "\(path) 没有收: \(problem.code.rawValue)",
                    en: "\(path) was not taken in: \(problem.code.rawValue)"),
                hint: Words(zh: "没有收的可以再来一次", en: "it may be tried again"),
                isRetryable: problem.code.retry == .after, status: .badData)
        }
        return CommandError(
            "E-DEPOSIT-UNKNOWN", field: "FILE",
            Words(
                zh: "\(path) 来自本站没有登记过的手持端",
                en: "\(path) is of a handheld that was never enrolled here"),
            hint: Words(zh: "交给登记它的站点", en: "give it to the station that enrolled it"),
            status: .badData)
    }
}
