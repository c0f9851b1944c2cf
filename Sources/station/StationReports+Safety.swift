import CentralStore
import Commands
import Domain

/// What is said of backups, of a ledger that was put back and of one that was read again.
extension StationReports {
    /// Lines of the replaced database that the restored one does not hold.
    struct Lost {
        let ofHandhelds: Int
        let ofStation: Int
    }

    func saved(_ saved: BackupRun.Saved) -> CommandOutput {
        let contents = saved.contents
        let newest = contents.newestMilliseconds.map { short($0) } ?? "-"
        let lines = contents.end?.number ?? 0
        return CommandOutput(
            members: [
                JSONMember("file", .text(saved.file)),
                JSONMember("station", .text(contents.station)),
                JSONMember("epoch", .text(contents.epoch)), JSONMember("lines", .integer(lines)),
                JSONMember("facts", .integer(contents.facts)),
                JSONMember("streams", .integer(contents.streams.count)),
                JSONMember("newest", time(contents.newestMilliseconds)),
                JSONMember("removed", .integer(saved.removed)),
            ],
            text: [
                Words(
                    zh: "已备份并验证: \(saved.file)", en: "saved and verified: \(saved.file)")[language],
                Words(
                    zh: "  站点 \(contents.station), 账本 \(lines) 行, 最新一行收于 \(newest)",
                    en:
                        "  station \(contents.station), \(lines) lines of the ledger, newest of "
                        + newest)[language],
            ],
            notes: [
                Words(
                    zh: "里面没有 master.key, 有个人信息: 钥匙另存, 离开本机前加密。恢复: 停下服务器, "
                        + "station restore \(saved.file)",
                    en:
                        "It has no master.key and holds personal data: keep the key apart, encrypt "
                        + "before it leaves this machine. To put it back: stop the server, then "
                        + "station restore \(saved.file)")[language]
            ])
    }

    func restored(
        _ contents: BackupContents, epoch: String, lost: Lost?, kept: String?
    ) -> CommandOutput {
        let newest = contents.newestMilliseconds.map { short($0) } ?? "-"
        var text = [
            Words(
                zh: "已恢复站点 \(contents.station) 到 \(newest): 账本 "
                    + "\(contents.end?.number ?? 0) 行, 每条链都验证过",
                en: "station \(contents.station) is back at \(newest): "
                    + "\(contents.end?.number ?? 0) lines of the ledger, every chain verified")[
                    language],
            Words(
                zh: "  手持端下次同步会把之后的记录补传上来 (纪元 \(epoch))",
                en: "  handhelds send what came later at their next exchange (epoch \(epoch))")[
                    language],
        ]
        if let lost {
            text.append(
                Words(
                    zh: "  原数据库里多出: 手持端记录 \(lost.ofHandhelds) 行, "
                        + "站点自己的记录 \(lost.ofStation) 行 (要重做)",
                    en:
                        "  the replaced one has \(lost.ofHandhelds) later lines of handhelds and "
                        + "\(lost.ofStation) of the station (do these again)")[language])
        }
        if let kept {
            text.append(
                Words(zh: "  原数据库留在 \(kept)", en: "  the replaced database is kept: \(kept)")[
                    language])
        }
        return CommandOutput(
            members: [
                JSONMember("station", .text(contents.station)), JSONMember("epoch", .text(epoch)),
                JSONMember("lines", .integer(contents.end?.number ?? 0)),
                JSONMember("facts", .integer(contents.facts)),
                JSONMember("newest", time(contents.newestMilliseconds)),
                JSONMember("lost_of_handhelds", .optional(lost?.ofHandhelds)),
                JSONMember("lost_of_station", .optional(lost?.ofStation)),
                JSONMember("kept", .optional(kept)),
            ], text: text,
            notes: [
                Words(
                    zh: "备份之后登记、暂停或吊销的手持端: 用 station device list 核对, 重做一遍。",
                    en:
                        "Handhelds enrolled, suspended or revoked since: look with station "
                        + "device list and do it again.")[language]
            ])
    }

    func rebuilt(_ report: RebuildReport, epoch: String?, kept: String?) -> CommandOutput {
        let differences = report.differences
        var text = [
            Words(
                zh: "重读了账本 \(report.lines) 行, \(report.facts) 条记录",
                en: "read \(report.lines) lines of the ledger again, \(report.facts) records")[
                    language],
            differences.isEmpty
                ? Words(
                    zh: "  余额、状态和资料都与原来相同",
                    en: "  balances, states and rows are what they were")[language]
                : Words(
                    zh: "  与原来不同的资料:", en: "  what differs from what was there:")[language],
        ]
        text += differences.map { "    \($0.name)  \($0.count)" }
        if let kept {
            text.append(
                Words(zh: "  原数据库留在 \(kept)", en: "  the replaced database is kept: \(kept)")[
                    language])
        }
        return CommandOutput(
            status: epoch == nil && !differences.isEmpty ? .answerIsNo : .done,
            members: [
                JSONMember("lines", .integer(report.lines)),
                JSONMember("facts", .integer(report.facts)),
                JSONMember("same", .bool(differences.isEmpty)),
                JSONMember(
                    "differences",
                    .list(
                        differences.map {
                            .object([
                                JSONMember("table", .text($0.name)),
                                JSONMember("rows", .integer($0.count)),
                            ])
                        })),
                JSONMember("epoch", .optional(epoch)), JSONMember("kept", .optional(kept)),
            ], text: text)
    }

    /// How long ago the newest verified backup may be without a warning.
    private static let backupAgeMaxMilliseconds = 24 * 3_600_000

    /// The line of `status` on the newest backup.
    func backupLine(_ mark: BackupMark?, now: Int) -> Words {
        guard let mark else {
            return Words(
                zh: "还没有备份过: 运行 station backup",
                en: "There is no backup yet: run station backup.")
        }
        let at = short(mark.atMilliseconds)
        let isOld = now - mark.atMilliseconds > Self.backupAgeMaxMilliseconds
        return isOld
            ? Words(
                zh: "注意: 最近一次验证过的备份是 \(at), 超过一天; 之后有 \(mark.linesSince) 行没有备份",
                en: "Mind: the last verified backup is of \(at), more than a day ago; "
                    + "\(mark.linesSince) lines came since.")
            : Words(
                zh: "最近一次验证过的备份: \(at), 之后有 \(mark.linesSince) 行",
                en: "Last verified backup: \(at); \(mark.linesSince) lines came since.")
    }

    /// The line of `status` on blobs that have not come.
    func missingBlobs(_ count: Int) -> String {
        Words(
            zh: "记录里列出的附件还有 \(count) 个没有到站点: station blob list --missing",
            en: "Attachments that records list and that have not come: \(count); see station blob "
                + "list --missing.")[language]
    }

    func backupValue(_ mark: BackupMark?) -> JSONValue {
        guard let mark else { return .null }
        return .object([
            JSONMember("at", time(mark.atMilliseconds)), JSONMember("file", .text(mark.file)),
            JSONMember("lines_since", .integer(mark.linesSince)),
        ])
    }
}
