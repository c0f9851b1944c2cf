import CentralStore
import Commands
import Domain
import SyncProtocol

/// Everything about one handheld.
extension StationReports {
    func device(_ details: DeviceDetails) -> CommandOutput {
        CommandOutput(
            members: members(details), text: head(details) + streams(details) + notes(details),
            list: directives(details.directives),
            closing: incidents(details.incidents) + report(details.reports.first))
    }

    private func members(_ details: DeviceDetails) -> [JSONMember] {
        let record = details.record
        return [
            JSONMember("label", .text(record.label)), JSONMember("device", .text(record.device)),
            JSONMember("state", .text(record.state.rawValue)),
            JSONMember("key", .integer(details.keyNumber)),
            JSONMember("last_exchange", time(record.seenMilliseconds)),
            JSONMember("persons", .list(record.persons.map { .text($0) })),
            JSONMember("app", .optional(record.app)), JSONMember("model", .optional(record.model)),
            JSONMember("options", .list(record.options.map { .text($0) })),
            JSONMember("wiped_at", time(record.wipedMilliseconds)),
            JSONMember("wiped_left", record.wipedFacts.map { .integer($0) } ?? .null),
            JSONMember("condition", json(.object(details.condition))),
            JSONMember("streams", .list(details.streams.map(json))),
            JSONMember("exceptions", counts(details.exceptions)),
            JSONMember("incidents", .list(details.incidents.map(json))),
            JSONMember(
                "reports",
                .list(
                    details.reports.map { kept in
                        ["at": time(kept.atMilliseconds), "section": json(.object(kept.section))]
                    })),
        ]
    }

    // MARK: For people

    private func head(_ details: DeviceDetails) -> [String] {
        let record = details.record
        let seen = record.seenMilliseconds.map(short)
        var lines = [
            "\(record.label)  \(StationWords.deviceState(record.state.rawValue)[language])  "
                + StationWords.lastExchange(seen)[language],
            "  \(record.device)  " + StationWords.key(details.keyNumber)[language]
                + (record.app.map { "  \($0)" } ?? "")
                + (record.options.isEmpty ? "" : " (\(record.options.joined(separator: ", ")))"),
        ]
        if !record.persons.isEmpty {
            lines.append(StationWords.atWork(record.persons)[language])
        }
        if let at = record.wipedMilliseconds {
            lines.append(StationWords.wiped(at: short(at), left: record.wipedFacts ?? 0)[language])
        }
        return lines
    }

    private func streams(_ details: DeviceDetails) -> [String] {
        details.streams.map { stream in
            StationWords.stream(stream)[language]
        }
    }

    private func notes(_ details: DeviceDetails) -> [String] {
        var lines = details.exceptions.map { "  \($0.name)  \($0.count)" }
        let condition = details.condition.members.map { key, value in
            "\(key)=\(StationReports.plain(value))"
        }
        if !condition.isEmpty {
            lines.append(
                StationWords.condition[language] + condition.joined(separator: " "))
        }
        return lines
    }

    private func directives(_ directives: [DirectiveRecord]) -> OutputList {
        OutputList(
            key: "directives",
            columns: [
                .init(Words(zh: "指令", en: "order")), .init(Words(zh: "内容", en: "what")),
                .init(Words(zh: "下达", en: "ordered")), .init(Words(zh: "发出", en: "sent")),
                .init(Words(zh: "完成", en: "done")),
            ],
            rows: directives.map { directive in
                let words = StationWords.order(directive.order)
                return OutputList.Row(
                    [
                        directive.id, words[language], short(directive.madeMilliseconds),
                        directive.sentMilliseconds.map(short) ?? "-",
                        directive.doneMilliseconds.map(short) ?? "-",
                    ],
                    json: [
                        "id": .text(directive.id), "what": .text(directive.order.what),
                        "by": .text(directive.person), "made": time(directive.madeMilliseconds),
                        "sent": time(directive.sentMilliseconds),
                        "done": time(directive.doneMilliseconds),
                    ])
            })
    }

    private func incidents(_ incidents: [IncidentStatus]) -> [String] {
        incidents.map { incident in
            "! \(short(incident.lastMilliseconds))  \(incident.what.words[language])"
                + (incident.count == 1 ? "" : "  ×\(incident.count)")
        }
    }

    private func report(_ kept: KeptReport?) -> [String] {
        guard let kept, kept.section["@"]?.text == "report" else { return [] }
        let status = kept.section["st"]?.object ?? [:]
        let values = status.members.map { "\($0.key)=\(StationReports.plain($0.value))" }
        return [
            StationWords.report(at: short(kept.atMilliseconds))[language]
                + values.joined(separator: " ")
        ]
    }

    // MARK: For scripts

    private func json(_ stream: StreamDetails) -> JSONValue {
        [
            "stream": .text(stream.stream), "open": .bool(stream.isOpen),
            "recorded": .integer(stream.recorded), "have": .integer(stream.have),
            "missing": .integer(stream.missing), "secured": .integer(stream.secured),
        ]
    }

    private func json(_ incident: IncidentStatus) -> JSONValue {
        [
            "incident": .text(incident.what.rawValue), "stream": .text(incident.stream),
            "sequence": .integer(incident.sequence), "first": time(incident.firstMilliseconds),
            "last": time(incident.lastMilliseconds), "count": .integer(incident.count),
        ]
    }

    /// What a handheld said, as it said it.
    func json(_ value: CanonicalValue) -> JSONValue {
        switch value {
        case .bool(let bool): .bool(bool)
        case .integer(let integer): .integer(integer)
        case .text(let text): .text(text)
        case .list(let values): .list(values.map(json))
        case .object(let object):
            .object(object.members.map { JSONMember($0.key, json($0.value)) })
        }
    }

    private static func plain(_ value: CanonicalValue) -> String {
        switch value {
        case .bool(let bool): bool ? "true" : "false"
        case .integer(let integer): String(integer)
        case .text(let text): text
        case .list(let values): values.map(plain).joined(separator: ",")
        case .object(let object):
            object.members.map { "\($0.key):\(plain($0.value))" }.joined(separator: ",")
        }
    }
}
