package import SyncProtocol

/// The text in which the memory of the exchange is kept between two runs of the program.
extension SyncHealth {
    /// The canonical object to keep.
    package var encoded: CanonicalObject {
        var object: CanonicalObject = ["state": .text(deviceState.rawValue)]
        object["success"] = lastSuccessMilliseconds.map { .integer($0) }
        object["stopped"] = stoppedCode.map { .text($0) }
        if let problem {
            object["problem"] = [
                .text(problem.code), .integer(problem.count),
                .integer(problem.sinceMilliseconds),
            ]
        }
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
        stoppedCode = object["stopped"]?.text
        if let parts = object["problem"]?.list, parts.count == 3, let code = parts[0].text,
            let count = parts[1].integer, let since = parts[2].integer
        {
            problem = Problem(code: code, count: max(1, count), sinceMilliseconds: since)
        }
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
