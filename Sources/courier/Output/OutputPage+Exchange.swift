import Commands
import Domain
import Handheld
import Journal
import SyncProtocol

/// The exchange with the station, login and settings.
extension OutputPage {
    func syncStatus(_ status: SyncStatus, _ lease: LeaseStatus) -> CommandOutput {
        CommandOutput(
            members: members(status) + [JSONMember("lease", json(lease))],
            text: lines(status) + warning(lease))
    }

    /// What `sync run` came to: all sent, or why not.
    func synchronised(_ outcome: SyncRun.Outcome) throws(CommandFailure) -> CommandOutput {
        let status = outcome.status
        let messages = JSONMember("messages", .list(outcome.messages.map(messageJSON)))
        guard outcome.isSynchronised, status.blobs.waiting == 0 else {
            throw CommandFailure(reason(outcome), members: members(status) + [messages])
        }
        return CommandOutput(
            members: members(status) + [messages, changedTables(outcome)],
            text: [
                say(
                    "已与站点同步: \(status.acknowledged) 条记录都在站点",
                    "in step with the station, which holds \(status.acknowledged) records of this "
                        + "handheld")
            ] + outcome.messages.map { say("站点消息: ", "message of the station: ") + $0.text },
            notes: notes(outcome) + packNotes(outcome))
    }

    private func changedTables(_ outcome: SyncRun.Outcome) -> JSONMember {
        let changed = outcome.packs?.changed ?? []
        return JSONMember(
            "tables",
            .list(changed.map { ["name": .text($0.name), "version": .integer($0.version)] }))
    }

    /// What came of fetching rule packs, said to people.
    private func packNotes(_ outcome: SyncRun.Outcome) -> [String] {
        var notes: [String] = []
        if let changed = outcome.packs?.changed {
            let names = changed.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
            notes.append(
                changed.isEmpty
                    ? say("规则表换回自带的", "the built-in rule tables are in use again")
                    : say("规则表已更换: \(names)", "rule tables in use: \(names)"))
        }
        switch outcome.packs?.problem {
        case nil: break
        case .notFetched(let name):
            notes.append(
                say(
                    "规则表 \(name) 还没取到, 先用原来的; 下次同步再取",
                    "the rule table \(name) has not come; the old one is used until it does"))
        case .notReadable(let name, let line):
            notes.append(
                say(
                    "本机程序读不了规则表 \(name) 第 \(line) 行, 先用原来的: 升级程序",
                    "this program cannot read line \(line) of the rule table "
                        + "\(name); the old one is used: upgrade it"))
        }
        return notes
    }

    /// What the station sent to be read.
    func messages(_ messages: [StationMessage]) -> CommandOutput {
        CommandOutput(
            text: messages.isEmpty
                ? [say("站点没有发过消息", "the station has sent no messages")] : [],
            list: OutputList(
                key: "messages", columns: [column("时间", "time"), column("消息", "message")],
                rows: messages.map { message in
                    OutputList.Row(
                        [short(message.heardMilliseconds), message.text],
                        json: messageJSON(message))
                }))
    }

    private func messageJSON(_ message: StationMessage) -> JSONValue {
        [
            "id": .text(message.id), "at": time(message.heardMilliseconds),
            "text": .text(message.text),
        ]
    }

    func enrolled(_ file: DeviceFile, _ outcome: SyncRun.Outcome) -> CommandOutput {
        CommandOutput(
            members: [
                JSONMember("device", .text(file.device.id)),
                JSONMember("label", .text(file.device.label)),
                JSONMember("station", .text(file.device.station)),
                JSONMember("server", .text(file.server.text)),
                JSONMember("synchronised", .bool(outcome.isSynchronised)),
                JSONMember("numbers", .integer(outcome.status.numbersLeft)),
            ],
            text: [
                say(
                    "已登记: \(file.device.label), 站点 \(file.device.station)",
                    "enrolled: \(file.device.label) of \(file.device.station)"),
                outcome.isSynchronised
                    ? say("下一步: courier login 工号", "next: courier login PERSON")
                    : say(
                        "资料还没有取到; 有网时运行 courier sync run",
                        "the station's data has not come yet; run courier sync run when there is "
                            + "a network"),
            ])
    }

    func loggedIn(_ person: Person, taskCount: Int) -> CommandOutput {
        CommandOutput(
            members: [
                JSONMember("person", .text(person.id)), JSONMember("name", .text(person.name)),
                JSONMember("tasks", .integer(taskCount)),
            ],
            text: [say("\(person.name) 已上机", "\(person.name) is logged in")],
            notes: taskCount > 0
                ? []
                : [
                    say(
                        "本机还没有您的任务: 有网时运行 courier sync run",
                        "no tasks of yours are here yet: run courier sync run when there is a "
                            + "network")
                ])
    }

    func loggedOut(_ person: String?) -> CommandOutput {
        CommandOutput(
            members: [JSONMember("person", .optional(person))],
            text: [
                person.map { say("\($0) 已下机", "\($0) is logged out") }
                    ?? say("本来就没有人上机", "nobody was logged in")
            ])
    }

    // MARK: Status

    private func members(_ status: SyncStatus) -> [JSONMember] {
        var members = [
            JSONMember("recorded", .integer(status.recorded)),
            JSONMember("acked", .integer(status.acknowledged)),
            JSONMember("pending", .integer(status.pending)),
            JSONMember("secured", .integer(status.secured)),
            JSONMember("applied", .integer(status.applied)),
            JSONMember("oldest_pending", time(status.oldestPendingMilliseconds)),
            JSONMember("held", .integer(status.held)),
            JSONMember("quarantined", .integer(status.quarantined)),
            JSONMember("cases", .integer(status.cases)),
            JSONMember("last_success", time(status.lastSuccessMilliseconds)),
            JSONMember("device_state", .text(status.deviceState.rawValue)),
            JSONMember("stopped", .optional(status.stoppedCode)),
            JSONMember("diverged", .list(status.diverged.map { .text($0) })),
            JSONMember("numbers", .integer(status.numbersLeft)),
            JSONMember("photos_waiting", .integer(status.blobs.waiting)),
            JSONMember("photo_bytes_waiting", .integer(status.blobs.waitingBytes)),
            JSONMember("photos_lost", .integer(status.blobs.lost)),
            JSONMember("stream", .text(status.stream)),
            JSONMember("streams", .integer(status.streams.count)),
            JSONMember("lost", .integer(status.lostCount)),
            JSONMember("stuck", .bool(status.isStuck)),
            JSONMember(
                "upgrade",
                status.upgrade.map {
                    ["version": .text($0.version), "by": time($0.byMilliseconds)]
                } ?? .null),
        ]
        let problem: JSONValue =
            status.problem.map {
                [
                    "code": .text($0.code), "count": .integer($0.count),
                    "since": time($0.sinceMilliseconds),
                ]
            } ?? .null
        members.append(JSONMember("last_error", problem))
        members.append(
            JSONMember(
                "news",
                .list(
                    status.news.map { news in
                        [
                            "at": time(news.atMilliseconds),
                            "text": .text(news.words[language]),
                        ]
                    })))
        return members
    }

    private func lines(_ status: SyncStatus) -> [String] {
        var lines = [
            say(
                "记录 \(status.recorded) 条, 已传 \(status.acknowledged), 未传 \(status.pending)",
                "\(status.recorded) records, \(status.acknowledged) sent, \(status.pending) not"
            )
        ]
        if status.blobs.waiting > 0 {
            let kibibytes = (status.blobs.waitingBytes + 1_023) / 1_024
            lines.append(
                say(
                    "照片未传 \(status.blobs.waiting) 张 (\(kibibytes) KiB)",
                    "photos not sent: \(status.blobs.waiting) (\(kibibytes) KiB)"))
        }
        if let oldest = status.oldestPendingMilliseconds {
            lines.append(say("最早未传 ", "oldest not sent ") + short(oldest))
        }
        lines.append(
            status.lastSuccessMilliseconds.map { say("上次同步 ", "last exchange ") + short($0) }
                ?? say("还没有同步过", "never exchanged yet"))
        if status.held + status.quarantined + status.cases > 0 {
            lines.append(
                say(
                    "站点暂扣 \(status.held), 读不出 \(status.quarantined), 待裁决 \(status.cases)",
                    "held \(status.held), unreadable \(status.quarantined), to be decided "
                        + "\(status.cases)"))
        }
        lines.append(
            say("剩余运单号 \(status.numbersLeft)", "\(status.numbersLeft) waybill numbers left"))
        if let problem = status.problem {
            lines.append("! " + SyncWords.problem(problem.code)[language])
        }
        lines += status.news.map { short($0.atMilliseconds) + " " + $0.words[language] }
        return lines + warnings(status)
    }

    /// What came up in the exchange, and what holds since, each said once.
    private func notes(_ outcome: SyncRun.Outcome) -> [String] {
        let warnings = warnings(outcome.status)
        let reports = outcome.reports.map { $0[language] }
        return reports.filter { !warnings.contains("! " + $0) } + warnings
    }

    func warnings(_ status: SyncStatus) -> [String] {
        var warnings: [String] = []
        let lost = status.lostCount
        if lost > 0 {
            warnings.append(
                say(
                    "! \(lost) 条旧记录站点没有, 本机也传不上去: 请告诉站长",
                    "! \(lost) old records are not at the station and cannot be sent: tell the "
                        + "manager"))
        }
        if status.blobs.lost > 0 {
            warnings.append(
                say(
                    "! \(status.blobs.lost) 张照片在本机损坏, 传不了: 能补拍的请补拍",
                    "! photos damaged on this handheld and not sent: \(status.blobs.lost); take "
                        + "them again where possible"))
        }
        if status.isStuck {
            warnings.append("! " + SyncWords.problem("stuck")[language])
        }
        if let code = status.stoppedCode {
            warnings.append("! " + SyncWords.problem(code)[language])
        }
        if !status.diverged.isEmpty {
            warnings.append(
                say("! 资料与站点不一致: ", "! data differs from the station's: ")
                    + status.diverged.joined(separator: ", "))
        }
        if let upgrade = status.upgrade {
            let day = Timestamp.day(upgrade.byMilliseconds, offsetMinutes: now.offsetMinutes)
            warnings.append(
                say(
                    "! 站点要求程序升级到 \(upgrade.version); \(day) 起旧程序收不到新任务",
                    "! the station asks for version \(upgrade.version) of this program; from "
                        + "\(day) on this one gets no new tasks"))
        }
        switch status.deviceState {
        case .active: break
        case .suspended, .revoked:
            warnings.append("! " + SyncWords.deviceState(status.deviceState)[language])
        }
        return warnings
    }

    /// Why not everything is exchanged. What was recorded stays and is sent later.
    private func reason(_ outcome: SyncRun.Outcome) -> CommandError {
        let status = outcome.status
        let safe = Self.whatIsSafe(pending: status.pending)
        if let error = photosWaiting(outcome) { return error }
        if let code = status.stoppedCode {
            return CommandError(
                "E-SYNC-STOPPED", SyncWords.problem(code), hint: safe, status: .needsPerson)
        }
        if let problem = status.problem {
            return CommandError(
                "E-SYNC-" + problem.code.uppercased().split(separator: "_").joined(separator: "-"),
                SyncWords.problem(problem.code), hint: safe, isRetryable: true,
                status: Self.status(of: problem.code))
        }
        if !status.diverged.isEmpty {
            return CommandError(
                "E-SYNC-DIVERGED",
                Words(
                    zh: "资料与站点不一致: \(status.diverged.joined(separator: ", "))",
                    en: "data differs from the station's: "
                        + status.diverged.joined(separator: ", ")),
                hint: Words(
                    zh: "可以继续工作; 请告诉站长", en: "work can go on; tell the manager"),
                status: .needsPerson)
        }
        return CommandError(
            "E-SYNC-WAIT", Words(zh: "站点要求稍后再来", en: "the station asks to come back later"),
            hint: safe, isRetryable: true, status: .busy)
    }

    private static func whatIsSafe(pending: Int) -> Words {
        switch pending {
        case 0:
            Words(
                zh: "本机的记录早已传完; 站点的新任务下次 courier sync run 再取",
                en: "everything recorded was sent before; run courier sync run again for new tasks")
        case 1:
            Words(
                zh: "1 条未传的记录在本机, 下次 courier sync run 再传",
                en: "1 record not sent is safe here; courier sync run sends it later")
        default:
            Words(
                zh: "\(pending) 条未传的记录都在本机, 下次 courier sync run 再传",
                en: "\(pending) records not sent are safe here; courier sync run sends them later")
        }
    }

    private static func status(of code: String) -> ExitStatus {
        switch code {
        case "bad_signature", "dev_unknown": .notAllowed
        case "misconfigured_endpoint", "upgrade_required": .configuration
        case "busy", "slow_down", "maintenance", "concurrent", "server_full": .busy
        default: .serverUnreachable
        }
    }
}

// MARK: Settings

extension OutputPage {
    /// One line of `config list`.
    struct SettingLine {
        let name: String
        /// Nil when the default holds.
        let value: String?
        let standard: String
        let path: String?
        let words: Words
    }

    func setting(_ name: String, _ value: String?, standard: String) -> CommandOutput {
        CommandOutput(
            members: [
                JSONMember("name", .text(name)), JSONMember("value", .text(value ?? standard)),
                JSONMember("default", .bool(value == nil)),
            ], text: [value ?? standard])
    }

    func settings(_ lines: [SettingLine]) -> CommandOutput {
        CommandOutput(
            list: OutputList(
                key: "settings",
                columns: [
                    column("设置", "setting"), column("值", "value"), column("来自", "from"),
                    column("说明", "meaning"),
                ],
                rows: lines.map { line in
                    OutputList.Row(
                        [
                            line.name, line.value ?? line.standard,
                            line.path ?? say("默认", "default"), line.words[language],
                        ],
                        json: [
                            "name": .text(line.name), "value": .text(line.value ?? line.standard),
                            "default": .bool(line.value == nil), "path": .optional(line.path),
                        ])
                }))
    }

    func paths(_ places: CourierPlaces) -> CommandOutput {
        CommandOutput(
            members: [
                JSONMember("config", .text(places.configuration)),
                JSONMember("system_config", .text(places.systemConfiguration)),
                JSONMember("data", .text(places.data)), JSONMember("state", .text(places.state)),
            ],
            text: [
                say("设置 ", "settings ") + places.configuration,
                say("数据 ", "data ") + places.data, say("状态 ", "state ") + places.state,
            ])
    }
}
