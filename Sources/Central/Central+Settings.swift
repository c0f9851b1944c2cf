import CentralStore
import Domain
import ReferenceData
import SyncProtocol

/// What a station sets about itself and its handhelds, and the unlock codes of these.
extension Central {
    // MARK: Unlock codes

    /// Answers the challenge of an offline handheld (PJS 11.9). Who asked, and why, is noted.
    func unlock(
        _ label: String, _ typed: String, _ reason: String, at moment: Moment
    ) throws -> ManagerOutcome {
        guard let challenge = Central.challenge(typed) else {
            return .refused(.badValue(field: "challenge"))
        }
        guard reason.unicodeScalars.count <= Central.reasonLengthMax else {
            return .refused(.badValue(field: "reason"))
        }
        guard let known = try store.handheld(label: label) else {
            return .refused(.unknownDevice(label: label))
        }
        guard known.state == .active else { return .refused(.notActive(label: label)) }
        var detail: CanonicalObject = [
            "dev": .text(known.device), "challenge": .text(challenge),
        ]
        if !reason.isEmpty { detail["why"] = .text(reason) }
        try store.note(
            .unlocked, on: label, by: Central.manager, detail: detail,
            at: moment.wallMilliseconds)
        let code = key(of: known.device, number: try settledKey(of: known.device))
            .unlockCode(device: known.device, challenge: challenge)
        return .unlockCode(
            label: label, code: Code32.reference(of: code),
            hours: try deviceSettings().unlockHours)
    }

    /// The challenge as the code covers it, `XXXX-XXXX`; nil for a text that is none.
    static func challenge(_ typed: String) -> String? {
        let characters = Code32.normalised(typed)
        guard characters.utf8.count == 8, Code32.isText(characters) else { return nil }
        return "\(characters.prefix(4))-\(characters.suffix(4))"
    }

    /// The newest key that a handheld is known to have: one that it was only ordered to take may
    /// not have come to it yet.
    private func settledKey(of device: String) throws -> Int {
        let newest = try store.newestKey(of: device)
        let isOrdered = try store.openDirectives(of: device).contains {
            $0.order == .rekey(number: newest)
        }
        return isOrdered ? max(1, newest - 1) : newest
    }

    // MARK: Settings

    func setSetting(
        _ name: String, to typed: String, _ station: StationRecord, at moment: Moment
    ) throws -> ManagerOutcome {
        guard let definition = ReferenceData.tables.settings[name] else {
            return .refused(.unknownSetting(name: name))
        }
        guard case .success(let value) = definition.parse(typed) else {
            return .refused(.badValue(field: "value"))
        }
        let values = [name: value]
        if name.hasPrefix(Central.freightSettings) {
            try setFreight(values, station, at: moment)
        } else {
            try set(values, station, at: moment)
        }
        return .settingSet(name: name, value: typed)
    }

    /// The settings that the tariff is made from.
    private static let freightSettings = "freight."

    /// A setting of the freight, and the tariff that follows from it.
    private func setFreight(
        _ values: [String: ConfigValue], _ station: StationRecord, at moment: Moment
    ) throws {
        var config = try config() ?? StationConfig(id: station.code)
        config.values.merge(values) { $1 }
        let fact = ConfigSetFact(station: station.code, values: values)
        let tariff = try tariff(
            Central.packs(inForce: try store.packs()), config: config, station, at: moment)
        try store.record(
            [StationFact(.configSet(fact)), tariff], by: Central.manager, at: moment)
    }

    func require(
        _ required: DeviceSettings.RequiredVersion?, _ station: StationRecord, at moment: Moment
    ) throws -> ManagerOutcome {
        if let version = required?.version,
            ProgramVersion(version) == nil || version.contains("/")
        {
            return .refused(.badValue(field: "version"))
        }
        typealias Required = DeviceSettings.RequiredVersion
        try set(
            [
                Required.versionKey: .text(required?.version ?? ""),
                Required.timeKey: .integer(required?.byMilliseconds ?? 0),
            ], station, at: moment)
        return .versionRequired(required)
    }

    private func set(
        _ values: [String: ConfigValue], _ station: StationRecord, at moment: Moment
    ) throws {
        let fact = ConfigSetFact(station: station.code, values: values)
        try store.record([StationFact(.configSet(fact))], by: Central.manager, at: moment)
    }
}
