import Commands
import Domain
import Foundation
import Handheld
import Platform
import SyncProtocol

/// Erasing this handheld by order of its station: first what is to be kept is written, then all
/// else is overwritten and removed, then the station is told, and last the key goes.
struct Erasure {
    let places: CourierPlaces
    let client: HTTPClient
    /// Where the station moved to; nil when it is where it was at enrolment.
    var server: ServerAddress?

    /// What was kept of this handheld, if it was erased.
    static func remains(_ places: CourierPlaces) throws(CommandFailure) -> WipedRemains? {
        guard let object = try KeptFile.read(places.wiped) else { return nil }
        guard let remains = WipedRemains(decoding: object) else {
            throw CommandFailure(.damagedFile(places.wiped))
        }
        return remains
    }

    /// Erases everything but what is to be kept, and tells the station.
    func run(
        _ remains: WipedRemains, _ file: DeviceFile, _ page: OutputPage
    ) throws(CommandFailure) -> CommandOutput {
        try KeptFile.write(remains.encoded, to: places.wiped)
        return try goOn(remains, file, page)
    }

    /// Erases what an interrupted run left, and tells the station until it hears.
    func goOn(
        _ remains: WipedRemains, _ file: DeviceFile, _ page: OutputPage
    ) throws(CommandFailure) -> CommandOutput {
        try erase(files())
        var handheld = WipedHandheld(device: file.device, remains: remains, random: .system)
        let request = handheld.request(at: page.now)
        try KeptFile.write(handheld.remains.encoded, to: places.wiped)
        let isTold = handheld.receive(client.send(request, to: server ?? file.server))
        try KeptFile.write(handheld.remains.encoded, to: places.wiped)
        let waited = page.now.wallMilliseconds - remains.erasedMilliseconds
        if isTold || waited >= WipedRemains.tellMilliseconds { try erase([places.device]) }
        return page.erased(remains, isTold: isTold)
    }

    /// The files that hold anything of anybody.
    private func files() -> [String] {
        let journal =
            (try? FileManager.default.contentsOfDirectory(atPath: places.journalFolder)) ?? []
        return journal.sorted().map { places.journalFolder + "/" + $0 }
            .filter { $0 != places.lock }
            + PhotoFolder(places: places).files()
            + [places.session, places.pins, places.memory, places.mark, places.nextDevice]
    }

    private func erase(_ paths: [String]) throws(CommandFailure) {
        for path in paths {
            do throws(POSIXFailure) {
                try DurableFile.erase(path)
            } catch {
                throw CommandFailure(.system(error))
            }
        }
    }
}

extension CommandError {
    /// Nothing is recorded or shown on a handheld that is to be erased.
    static var wipeOrdered: CommandError {
        CommandError(
            "E-WIPE-ORDERED",
            Words(zh: "站点已下令擦除本机", en: "the station ordered this handheld to be erased"),
            hint: Words(
                zh: "courier sync run 把没传的记录交完后擦除; 请把手持端交回站点",
                en: "courier sync run delivers what was not sent, then erases; hand the handheld in"
            ),
            status: .notAllowed)
    }

    /// The handheld was erased and has not told the station yet.
    static var wiped: CommandError {
        CommandError(
            "E-WIPED", Words(zh: "本机已按站点指令擦除", en: "this handheld was erased by order"),
            hint: Words(
                zh: "有网时运行 courier sync run 报告站点; 然后可以重新登记",
                en:
                    "courier sync run tells the station when there is a network; then enrol it"
            ),
            status: .notAllowed)
    }
}

extension OutputPage {
    func erased(_ remains: WipedRemains, isTold: Bool) -> CommandOutput {
        let left = remains.notice.left
        return CommandOutput(
            members: [
                JSONMember("erased", .bool(true)), JSONMember("left", .integer(left)),
                JSONMember("told", .bool(isTold)),
            ],
            text: [
                say("本机已按站点指令擦除", "this handheld was erased by order of the station"),
                left == 0
                    ? say("所有记录都已交给站点", "every record had been delivered")
                    : say("有 \(left) 条记录没有交给站点", "\(left) records had not been delivered"),
            ],
            notes: isTold
                ? []
                : [
                    say(
                        "站点还不知道: 有网时再运行 courier sync run",
                        "the station does not know yet: run courier sync run with a network")
                ])
    }
}
