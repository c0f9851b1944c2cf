/// The best known relation of a boot clock to the server's clock (PJS section 6.2).
public struct Anchor: Sendable, Equatable {
    /// Boot number.
    public let boot: Int
    /// Boot clock when the response was complete, ms.
    public let bootMilliseconds: Int
    /// The server's clock in that response, ms UTC.
    public let now: Int
    /// Uncertainty: the boot clock's run between request and response, ms.
    public let uncertainty: Int

    public init(boot: Int, bootMilliseconds: Int, now: Int, uncertainty: Int) {
        self.boot = boot
        self.bootMilliseconds = bootMilliseconds
        self.now = now
        self.uncertainty = uncertainty
    }

    var encoded: CanonicalValue {
        [.integer(boot), .integer(bootMilliseconds), .integer(now), .integer(uncertainty)]
    }
}

/// What a handheld says of itself at the head of each exchange (PJS section 8).
public struct HelloRequest: Sendable, Equatable {
    public var app: String
    public var device: String
    /// The open stream.
    public var stream: String
    /// Epoch of the pull cursor, empty before the first page.
    public var epoch: String
    /// Last recorded sequence of the open stream, pushed or not.
    public var recorded: Int
    /// Last acknowledged sequence of the open stream.
    public var acknowledged: Int
    /// Wall clock, boot clock and boot number when the frame was built.
    public var wallMilliseconds: Int
    public var bootMilliseconds: Int
    public var bootNumber: Int
    public var anchor: Anchor?
    /// Row-schema level of the app.
    public var level: Int
    /// Persons whose shift is open on this handheld, sorted.
    public var who: [String]
    /// Frozen streams that still hold unacknowledged entries.
    public var old: [OldStream]
    /// Directives carried out since the last exchange that was answered (PJS section 11.6).
    public var done: [String] = []
    /// Free status for the station's board (PJS section 8, key `st`).
    public var status: CanonicalObject?
    /// What the program can do beside what every one can, sorted (PJS section 8, key `caps`).
    public var options: [String] = []
    /// The last witness that an answer brought.
    public var witness: Witness?

    /// A frozen stream: its last recorded and last acknowledged sequence.
    public struct OldStream: Sendable, Equatable {
        public let stream: String
        public let recorded: Int
        public let acknowledged: Int

        public init(stream: String, recorded: Int, acknowledged: Int) {
            self.stream = stream
            self.recorded = recorded
            self.acknowledged = acknowledged
        }
    }

    public init(
        app: String, device: String, stream: String, epoch: String, recorded: Int,
        acknowledged: Int, wallMilliseconds: Int, bootMilliseconds: Int, bootNumber: Int,
        anchor: Anchor? = nil, level: Int = 1, who: [String] = [], old: [OldStream] = [],
        status: CanonicalObject? = nil
    ) {
        self.app = app
        self.device = device
        self.stream = stream
        self.epoch = epoch
        self.recorded = recorded
        self.acknowledged = acknowledged
        self.wallMilliseconds = wallMilliseconds
        self.bootMilliseconds = bootMilliseconds
        self.bootNumber = bootNumber
        self.anchor = anchor
        self.level = level
        self.who = who
        self.old = old
        self.status = status
    }

    var encoded: CanonicalObject {
        var object: CanonicalObject = [
            "@": "hello", "pjs": 1, "app": .text(app), "dev": .text(device),
            "stream": .text(stream), "epoch": .text(epoch), "rec": .integer(recorded),
            "ack": .integer(acknowledged),
            "clk": [
                "w": .integer(wallMilliseconds), "m": .integer(bootMilliseconds),
                "o": .integer(bootNumber),
            ],
        ]
        object["anch"] = anchor?.encoded
        if level != 1 { object["lvl"] = .integer(level) }
        if !who.isEmpty { object["who"] = .list(who.map { .text($0) }) }
        if !old.isEmpty {
            object["old"] = .list(
                old.map { [.text($0.stream), .integer($0.recorded), .integer($0.acknowledged)] })
        }
        if !done.isEmpty { object["done"] = .list(done.map { .text($0) }) }
        object["st"] = status.map { .object($0) }
        if !options.isEmpty { object["caps"] = .list(options.map { .text($0) }) }
        object["wit"] = witness?.encoded
        return object
    }

    init(_ fields: FieldReader) throws(FieldError) {
        _ = try fields.integer("pjs", in: 1...1)
        let clock = FieldReader(try fields.object("clk"))
        self.init(
            app: try fields.text("app", max: 40),
            device: try fields.text("dev", max: 36, where: WireText.isUUID),
            stream: try fields.text("stream", max: 36, where: WireText.isUUID),
            epoch: try fields.text("epoch", max: 40), recorded: try fields.integer("rec"),
            acknowledged: try fields.integer("ack"), wallMilliseconds: try clock.integer("w"),
            bootMilliseconds: try clock.integer("m"), bootNumber: try clock.integer("o"))
        level = try fields.integerIfPresent("lvl", in: FieldReader.positive) ?? 1
        who = try fields.texts("who", max: Limits.whoMax, where: WireText.isID)
        guard zip(who, who.dropFirst()).allSatisfy(<) else { throw FieldError(key: "who") }
        done = try fields.texts("done", max: Limits.directivesMax, where: WireText.isID)
        status = try fields.objectIfPresent("st")
        options = try fields.options()
        witness = try fields.witness()
        if let value = fields.object["anch"] {
            guard let numbers = value.list?.compactMap(\.integer), numbers.count == 4,
                value.list?.count == 4, numbers.allSatisfy({ $0 >= 0 })
            else { throw FieldError(key: "anch") }
            anchor = Anchor(
                boot: numbers[0], bootMilliseconds: numbers[1], now: numbers[2],
                uncertainty: numbers[3])
        }
        for value in try fields.list("old", max: Limits.oldStreamsMax) {
            guard let parts = value.list, parts.count == 3, let stream = parts[0].text,
                WireText.isUUID(stream), let recorded = parts[1].integer, recorded >= 0,
                let acknowledged = parts[2].integer, acknowledged >= 0
            else { throw FieldError(key: "old") }
            old.append(
                OldStream(stream: stream, recorded: recorded, acknowledged: acknowledged))
        }
    }
}

/// What the server says at the head of each answer (PJS section 8).
public struct HelloResponse: Sendable, Equatable {
    public var epoch: String
    /// The server's clock when the answer was written, ms UTC.
    public var now: Int
    /// What the ledger holds of the open stream: its last sequence and head.
    public var have: Int
    public var head: Digest
    /// Up to which sequence it is in a verified backup; 0 = none.
    public var secured: Int
    /// Newest revision.
    public var revision: Int
    public var state: DeviceState
    /// For each frozen stream asked for: have and secured.
    public var old: [OldStream]
    /// Do not come back earlier, in seconds.
    public var waitSeconds: Int
    /// Nil where the standard ones hold.
    public var limits: ExchangeLimits?
    /// What the server can do beside what every one can, sorted.
    public var options: [String] = []
    /// Where the audit chain ends; nil when the request named the same.
    public var witness: Witness?
    /// Nil for a program that is new enough.
    public var upgrade: UpgradeNotice?

    /// A frozen stream as the ledger holds it.
    public struct OldStream: Sendable, Equatable {
        public let stream: String
        public let have: Int
        public let secured: Int

        public init(stream: String, have: Int, secured: Int) {
            self.stream = stream
            self.have = have
            self.secured = secured
        }
    }

    public init(
        epoch: String, now: Int, have: Int, head: Digest, secured: Int, revision: Int,
        state: DeviceState, old: [OldStream] = [], waitSeconds: Int = 0
    ) {
        self.epoch = epoch
        self.now = now
        self.have = have
        self.head = head
        self.secured = secured
        self.revision = revision
        self.state = state
        self.old = old
        self.waitSeconds = waitSeconds
    }

    var encoded: CanonicalObject {
        var object: CanonicalObject = [
            "@": "hello", "pjs": 1, "epoch": .text(epoch), "now": .integer(now),
            "have": .integer(have), "head": .text(head.hex), "sec": .integer(secured),
            "rev": .integer(revision), "state": .text(state.rawValue),
        ]
        if !old.isEmpty {
            object["old"] = .list(
                old.map { [.text($0.stream), .integer($0.have), .integer($0.secured)] })
        }
        if waitSeconds > 0 { object["wait_s"] = .integer(waitSeconds) }
        object["lim"] = limits?.encoded
        if !options.isEmpty { object["caps"] = .list(options.map { .text($0) }) }
        object["wit"] = witness?.encoded
        object["up"] = upgrade.map { .object($0.encoded) }
        return object
    }

    init(_ fields: FieldReader) throws(FieldError) {
        _ = try fields.integer("pjs", in: 1...1)
        let word = try fields.text("state", max: 10)
        guard let state = DeviceState(rawValue: word) else { throw FieldError(key: "state") }
        self.init(
            epoch: try fields.text("epoch", max: 40), now: try fields.integer("now"),
            have: try fields.integer("have"), head: try fields.digest("head"),
            secured: try fields.integer("sec"), revision: try fields.integer("rev"), state: state,
            waitSeconds: try fields.integerIfPresent("wait_s") ?? 0)
        limits = try fields.objectIfPresent("lim").map { object throws(FieldError) in
            try ExchangeLimits(FieldReader(object))
        }
        options = try fields.options()
        witness = try fields.witness()
        upgrade = try fields.objectIfPresent("up").map { object throws(FieldError) in
            try UpgradeNotice(FieldReader(object))
        }
        for value in try fields.list("old", max: Limits.oldStreamsMax) {
            guard let parts = value.list, parts.count == 3, let stream = parts[0].text,
                let have = parts[1].integer, let secured = parts[2].integer
            else { throw FieldError(key: "old") }
            old.append(OldStream(stream: stream, have: have, secured: secured))
        }
    }
}

extension FieldReader {
    /// The key `caps`: short words, sorted, no two alike.
    fileprivate func options() throws(FieldError) -> [String] {
        let words = try texts("caps", max: Limits.optionsMax) {
            (1...Limits.optionLengthMax).contains($0.unicodeScalars.count)
        }
        guard zip(words, words.dropFirst()).allSatisfy(<) else { throw FieldError(key: "caps") }
        return words
    }

    /// The key `wit`.
    fileprivate func witness() throws(FieldError) -> Witness? {
        guard let value = object["wit"] else { return nil }
        guard let witness = Witness(value) else { throw FieldError(key: "wit") }
        return witness
    }
}

/// Whether a handheld may work (PJS section 11.5).
public enum DeviceState: String, Sendable, CaseIterable {
    /// Push and pull as usual.
    case active
    /// Facts are stored but held; only the handheld's own bucket is sent.
    case suspended
    /// Facts may still be deposited; no rows are sent.
    case revoked
}
