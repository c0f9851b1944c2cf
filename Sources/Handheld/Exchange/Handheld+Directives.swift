package import Domain
package import Journal
import SyncEngine
package import SyncProtocol

/// A key that the station orders a handheld to sign with.
package struct OfferedKey: Sendable {
    package let key: DeviceKey
    /// The order that brought it.
    let directive: String
}

/// A text of the station for whoever uses the handheld.
package struct StationMessage: Equatable, Sendable {
    package let id: String
    package let text: String
    /// Wall clock when it came.
    package let heardMilliseconds: Int
    package let isShown: Bool
}

/// The station's orders (PJS 11.6): each is checked, carried out once, and confirmed until the
/// station repeats it no more.
extension Handheld {
    /// Takes in one order of a signed answer.
    mutating func hear(_ directive: Directive, at now: Moment) throws(JournalError) {
        guard directive.isValid(device: device.id, key: device.key) else {
            reports.append(.falseDirective)
            return
        }
        if let known = try journal.directive(directive.id) {
            if known.isTold { try hear(again: known, at: now) }
            return
        }
        switch directive.order {
        case .message, .report: try keep(directive, at: now)
        case .rekey(let key):
            if key.number > device.key.number {
                offeredKey = OfferedKey(key: key, directive: directive.id)
            } else {
                try keep(directive.withoutKey, isDone: true, at: now)
            }
        case .rotate(let stream):
            try keep(directive, isDone: true, at: now)
            if try journal.status().stream == stream { try rotate(for: .ordered, at: now) }
        case .wipe: try hear(wipe: directive, at: now)
        case .refetch(let pack):
            guard pack == Directive.Order.rowsPack else {
                reports.append(.unknownDirective(what: "\(directive.what) \(pack)"))
                return
            }
            try keep(directive, isDone: true, at: now)
            try journal.forgetCursor()
        case nil: reports.append(.unknownDirective(what: directive.what))
        }
    }

    /// The server asks again for what was confirmed: it was restored from an older copy.
    private func hear(again known: HeardDirective, at now: Moment) throws(JournalError) {
        try journal.hear(
            known.id, known.what, known.arguments, at: now.wallMilliseconds)
    }

    private func keep(
        _ directive: Directive, isDone: Bool = false, at now: Moment
    ) throws(JournalError) {
        try journal.hear(
            directive.id, directive.what, directive.arguments, isDone: isDone,
            at: now.wallMilliseconds)
    }

    /// Wants an exchange if orders were carried out, or reports are due, and none is planned yet.
    mutating func tellOfDirectives(at now: Moment) throws(JournalError) {
        guard plan == nil else { return }
        let owed = try journal.untoldDirectives()
        let due = try openReports()
        guard !owed.isEmpty || !due.isEmpty else { return }
        try handle(.owing, at: now)
    }

    // MARK: Keys

    /// Signs with the offered key from the next request on. The caller has kept it durably.
    package mutating func adoptKey(at now: Moment) throws(JournalError) {
        guard let offeredKey else { return }
        self.offeredKey = nil
        device = device.signing(with: offeredKey.key)
        try journal.hear(
            offeredKey.directive, "rekey", ["kid": .integer(offeredKey.key.number)], isDone: true,
            at: now.wallMilliseconds)
        try tellOfDirectives(at: now)
    }

    // MARK: Messages

    /// The texts that the station sent, the oldest first.
    package func messages() throws(JournalError) -> [StationMessage] {
        try journal.directives("message").map { heard in
            StationMessage(
                id: heard.id, text: heard.arguments["text"]?.text ?? "",
                heardMilliseconds: heard.heardMilliseconds, isShown: heard.isDone)
        }
    }

    /// The texts that nobody has seen; from now on they count as shown, and the station is told.
    package mutating func takeMessages(at now: Moment) throws(JournalError) -> [StationMessage] {
        let new = try messages().filter { !$0.isShown }
        guard !new.isEmpty else { return [] }
        let journal = journal
        try journal.together { () throws(JournalError) in
            for message in new { try journal.finishDirective(message.id) }
        }
        try tellOfDirectives(at: now)
        return new
    }

    // MARK: Reports

    private func openReports() throws(JournalError) -> [HeardDirective] {
        try journal.directives("report").filter { !$0.isDone }
    }

    /// The reports that the station asked for.
    func reports(_ status: JournalStatus, at now: Moment) throws(JournalError) -> [DeviceReport] {
        let open = try openReports().prefix(Limits.reportsMax)
        guard !open.isEmpty else { return [] }
        let streams = try journal.streamEnds().map { end in
            DeviceReport.Stream(
                stream: end.stream, recorded: end.recorded, head: end.head,
                acknowledged: end.acknowledged, secured: end.secured)
        }
        let condition = try condition(status, at: now)
        return open.map { DeviceReport(id: $0.id, status: condition, streams: streams) }
    }
}

extension Directive {
    /// What of a `rekey` may be kept in the journal.
    fileprivate var withoutKey: Directive {
        var copy = self
        copy.arguments["key"] = nil
        return copy
    }
}
