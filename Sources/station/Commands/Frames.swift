import CentralStore
import Commands
import Domain
import Foundation
import Platform
import SyncProtocol

/// The frames that are kept for looking into faults.
extension StationProgram {
    /// `frame list`: the exchanges of a day, without their content.
    func frames() throws(CommandFailure) -> CommandOutput {
        let day = try frameDay()
        let labels = try labels()
        let rows = try FrameLog.read(day, in: places.frames).enumerated().map { index, kept in
            OutputList.Row(
                [
                    String(index + 1),
                    Timestamp.short(
                        kept.atMilliseconds, offsetMinutes: StationProgram.zoneMinutes),
                    labels[kept.device] ?? kept.device, String(kept.request.count),
                    String(kept.answer.count),
                ],
                json: [
                    "number": .integer(index + 1), "device": .text(kept.device),
                    "label": .optional(labels[kept.device]),
                    "at": .text(
                        Timestamp.text(
                            kept.atMilliseconds, offsetMinutes: StationProgram.zoneMinutes)),
                    "request_bytes": .integer(kept.request.count),
                    "answer_bytes": .integer(kept.answer.count),
                    "request": .text(SHA256.hash(kept.request).hex),
                ])
        }
        return CommandOutput(
            members: [
                JSONMember("day", .text(day)),
                JSONMember("days", .list(FrameLog.days(in: places.frames).map { .text($0) })),
            ],
            text: rows.isEmpty
                ? [Words(zh: "\(day): 没有留存的帧", en: "\(day): no frames are kept")[language]] : [],
            list: OutputList(
                key: "frames",
                columns: [
                    .init(Words(zh: "号", en: "no."), isNumber: true),
                    .init(Words(zh: "时间", en: "time")), .init(Words(zh: "手持端", en: "handheld")),
                    .init(Words(zh: "请求字节", en: "request"), isNumber: true),
                    .init(Words(zh: "回答字节", en: "answer"), isNumber: true),
                ], rows: rows))
    }

    /// `frame save`: one exchange as two files.
    func saveFrame() throws(CommandFailure) -> CommandOutput {
        let day = try frameDay()
        let number = try number(
            "NUMBER", argument(), in: 1...StationProgram.frameNumberMax)
        let kept = try FrameLog.read(day, in: places.frames)
        guard number <= kept.count else {
            throw CommandFailure(
                .notFound(
                    String(number),
                    hint: Words(
                        zh: "\(day) 留存了 \(kept.count) 个: station frame list --day \(day)",
                        en: "\(kept.count) are kept of \(day): station frame list --day \(day)")))
        }
        let name = invocation.arguments[1]
        let files = ["\(name).request.pjs", "\(name).answer.pjs"]
        for path in files where FileManager.default.fileExists(atPath: path) {
            throw CommandFailure(.fileExists(path))
        }
        for (path, bytes) in zip(files, [kept[number - 1].request, kept[number - 1].answer]) {
            try system { () throws(POSIXFailure) in try DurableFile.write(bytes, to: path) }
        }
        return CommandOutput(
            members: [JSONMember("files", .list(files.map { .text($0) }))], text: files,
            notes: [
                Words(
                    zh: "文件里有个人信息: 用完就删",
                    en: "the files hold personal data: delete them after use")[language]
            ])
    }

    private static let frameNumberMax = 10_000_000

    private func frameDay() throws(CommandFailure) -> String {
        guard let text = invocation.value("day") else {
            return FrameLog.day(ClockReading.now().wallMilliseconds)
        }
        guard Timestamp.milliseconds(text + "T00:00Z") != nil else {
            throw CommandFailure(
                .badOption(
                    "day", text,
                    expected: Words(zh: "写作 2026-11-25", en: "write it as 2026-11-25")))
        }
        return text
    }

    private func labels() throws(CommandFailure) -> [String: String] {
        let devices = try desk().read { store throws(CommandFailure) in
            try stored { try store.status(now: 0) }.devices
        }
        return Dictionary(
            devices.compactMap { device in device.device.map { ($0, device.label) } },
            uniquingKeysWith: { first, _ in first })
    }
}
