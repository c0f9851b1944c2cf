import Commands
import Domain
import Foundation
import Handheld
import Platform
import SyncProtocol

/// Frames in files, for a handheld without a network: out on a stick, and the reply back.
struct CarriedFrames {
    let access: JournalAccess

    /// How the files of frames end.
    static let suffix = ".pjs"

    /// `courier journal export NAME`: `NAME-001.pjs`, `NAME-002.pjs` … No file is overwritten.
    func export(
        to name: String, unsentOnly: Bool, _ page: OutputPage
    ) throws(CommandFailure) -> CommandOutput {
        let frames = try access.read {
            try $0.exportFrames(unsentOnly: unsentOnly, at: page.now)
        }
        let base = name.hasSuffix(Self.suffix) ? String(name.dropLast(Self.suffix.count)) : name
        let paths = frames.indices.map { index in
            let number = String(index + 1)
            return base + "-" + String(repeating: "0", count: max(0, 3 - number.count)) + number
                + Self.suffix
        }
        for path in paths where FileManager.default.fileExists(atPath: path) {
            throw CommandFailure(.fileExists(path))
        }
        for (path, frame) in zip(paths, frames) {
            do throws(POSIXFailure) {
                try DurableFile.write(frame, to: path)
            } catch {
                throw CommandFailure(.system(error))
            }
        }
        return page.exported(paths)
    }

    /// `courier journal import FILE`: the reply that `station deposit` wrote.
    func takeIn(_ path: String, _ page: OutputPage) throws(CommandFailure) -> CommandOutput {
        let bytes: [UInt8]?
        do throws(POSIXFailure) {
            bytes = try DurableFile.read(path, bytesMax: Limits.responseFrameBytesMax)
        } catch {
            throw CommandFailure(.system(error))
        }
        guard let bytes else { throw CommandFailure(.noReplyFile(path)) }
        guard let outcome = try access.write({ try $0.takeIn(reply: bytes) }) else {
            throw CommandFailure(.noReply(path))
        }
        return page.replied(outcome)
    }
}

extension CommandError {
    static func fileExists(_ path: String) -> CommandError {
        CommandError(
            "E-FILE-EXISTS", field: "NAME",
            Words(zh: "\(path) 已经有了", en: "\(path) is there already"),
            hint: Words(
                zh: "换一个名字; 已有的文件不会被覆盖",
                en: "choose another name; no file is overwritten"), status: .cannotCreate)
    }

    static func noReplyFile(_ path: String) -> CommandError {
        CommandError(
            "E-NO-FILE", field: "FILE", Words(zh: "没有文件 \(path)", en: "there is no file \(path)"),
            hint: Words(zh: "检查路径", en: "check the path"), status: .noInput)
    }

    static func noReply(_ path: String) -> CommandError {
        CommandError(
            "E-NO-REPLY", field: "FILE",
            Words(
                zh: "\(path) 不是完整的站点回执", en: "\(path) is no whole reply of a station"),
            hint: Words(
                zh: "要 station deposit 写的 .reply.pjs 文件; 拷坏了就重新拷一次",
                en:
                    "it is a .reply.pjs file of station deposit; copy it again if it broke"
            ),
            status: .badData)
    }
}

extension OutputPage {
    func exported(_ paths: [String]) -> CommandOutput {
        CommandOutput(
            members: [JSONMember("files", .list(paths.map { .text($0) }))],
            text: paths.isEmpty ? [say("没有要导出的记录", "there is nothing to export")] : paths,
            notes: paths.isEmpty
                ? []
                : [
                    say(
                        "交给站长: station deposit 文件…; 回执 .reply.pjs 带回来用 courier journal import",
                        "give them to the manager: station deposit FILE…; take .reply.pjs files "
                            + "back with courier journal import")
                ])
    }

    func replied(_ outcome: ReplyOutcome) -> CommandOutput {
        var notes = outcome.refused.map { code in
            say("! 站点没有收: \(code)", "! the station did not store a part: \(code)")
        }
        if outcome.disbelieved > 0 {
            notes.append(
                say(
                    "! \(outcome.disbelieved) 处确认的校验不对, 没有采用",
                    "! \(outcome.disbelieved) confirmations had a wrong code and were not accepted")
            )
        }
        return CommandOutput(
            status: notes.isEmpty ? .done : .answerIsNo,
            members: [
                JSONMember("acked", .integer(outcome.acknowledged)),
                JSONMember("pending", .integer(outcome.pending)),
                JSONMember("refused", .list(outcome.refused.map { .text($0) })),
                JSONMember("disbelieved", .integer(outcome.disbelieved)),
            ],
            text: [
                say(
                    "站点确认了 \(outcome.acknowledged) 条, 还有 \(outcome.pending) 条未传",
                    "the station confirmed \(outcome.acknowledged); \(outcome.pending) are not sent"
                )
            ], notes: notes)
    }
}
