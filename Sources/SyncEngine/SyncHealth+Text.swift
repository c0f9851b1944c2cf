package import SyncProtocol

/// The text in which the memory of the exchange is kept between two runs of the program.
extension SyncHealth {
    /// The canonical object to keep.
    package var encoded: CanonicalObject {
        var object: CanonicalObject = ["state": .text(deviceState.rawValue)]
        object["success"] = lastSuccessMilliseconds.map { .integer($0) }
        if !stopped.isEmpty {
            object["stopped"] = .object(
                CanonicalObject(stopped.map { ($0.key, .text($0.value)) }))
        }
        if let waitingSince {
            object["waiting"] = [
                .integer(waitingSince.bootNumber), .integer(waitingSince.bootMilliseconds),
            ]
        }
        if let problem {
            object["problem"] = [
                .text(problem.code), .integer(problem.count),
                .integer(problem.sinceMilliseconds),
            ]
        }
        object["wit"] = witness?.encoded
        object["up"] = upgrade.map { .object($0.encoded) }
        if !news.isEmpty { object["news"] = .list(news.map(\.encoded)) }
        if !diverged.isEmpty {
            object["diverged"] = .list(diverged.sorted().map { .text($0) })
        }
        if !resets.uses.isEmpty {
            object["resets"] = .list(
                resets.uses.map { [.integer($0.bootNumber), .integer($0.bootMilliseconds)] })
        }
        return object
    }

    /// Reads what was kept. What cannot be read is forgotten: this memory saves work, no proof
    /// rests on it.
    package init(decoding object: CanonicalObject) {
        self.init()
        deviceState = object["state"]?.text.flatMap(DeviceState.init) ?? .active
        lastSuccessMilliseconds = object["success"]?.integer
        for (stream, code) in object["stopped"]?.object?.members ?? [] {
            stopped[stream] = code.text
        }
        if let parts = object["waiting"]?.list, parts.count == 2, let boot = parts[0].integer,
            let milliseconds = parts[1].integer
        {
            waitingSince = BootTime(bootNumber: boot, bootMilliseconds: milliseconds)
        }
        if let parts = object["problem"]?.list, parts.count == 3, let code = parts[0].text,
            let count = parts[1].integer, let since = parts[2].integer
        {
            problem = Problem(code: code, count: max(1, count), sinceMilliseconds: since)
        }
        witness = Witness(object["wit"])
        upgrade = object["up"]?.object.flatMap { try? UpgradeNotice(FieldReader($0)) }
        news = (object["news"]?.list ?? []).compactMap(News.init)
        diverged = Set((object["diverged"]?.list ?? []).compactMap(\.text))
        resets = ResetBudget(
            uses: (object["resets"]?.list ?? []).compactMap { value in
                guard let parts = value.list, parts.count == 2, let boot = parts[0].integer,
                    let milliseconds = parts[1].integer
                else { return nil }
                return ResetBudget.Use(bootNumber: boot, bootMilliseconds: milliseconds)
            })
    }
}

extension SyncHealth.News {
    fileprivate var encoded: CanonicalValue {
        let (word, first, second) =
            switch report {
            case .rewound(let from, let to): ("rewind", from, to)
            case .broughtBack(let count): ("behind", count, 0)
            case .rotated(let cause, let carried, let left): (cause.rawValue, carried, left)
            case .pushStopped, .journalDamaged, .noEcho, .diverged, .badPages, .needsPerson,
                .deviceState, .upgradeRequired, .falseDirective, .unknownDirective:
                ("", 0, 0)
            }
        return [.integer(atMilliseconds), .text(word), .integer(first), .integer(second)]
    }

    fileprivate init?(_ value: CanonicalValue) {
        guard let parts = value.list, parts.count == 4, let time = parts[0].integer,
            let word = parts[1].text, let first = parts[2].integer, let second = parts[3].integer
        else { return nil }
        atMilliseconds = time
        switch word {
        case "rewind": report = .rewound(from: first, to: second)
        case "behind": report = .broughtBack(count: first)
        default:
            guard let cause = RotationCause(rawValue: word) else { return nil }
            report = .rotated(cause, carried: first, left: second)
        }
    }
}
