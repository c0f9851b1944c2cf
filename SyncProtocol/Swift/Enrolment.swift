/// Asks for a key with a one-time code (PJS section 11.1).
public struct EnrolRequest: Sendable, Equatable {
    public var code: String
    public var model: String
    public var app: String

    public init(code: String, model: String, app: String) {
        self.code = code
        self.model = model
        self.app = app
    }

    public func encoded() -> [UInt8] {
        let object: CanonicalObject = [
            "code": .text(code), "model": .text(model), "app": .text(app),
        ]
        return object.encoded()
    }

    public init(decoding body: [UInt8]) throws(FieldError) {
        guard let object = try? CanonicalObject(decoding: body) else { throw FieldError(key: "") }
        let fields = FieldReader(object)
        code = try fields.text("code", max: Code32.enrolmentLength)
        model = try fields.text("model", max: 60)
        app = try fields.text("app", max: 40)
    }
}

/// A new handheld's identity and key. Travels once, over TLS only.
public struct EnrolAnswer: Sendable, Equatable {
    public var device: String
    public var key: DeviceKey
    public var station: String
    public var label: String
    public var server: String
    public var epoch: String
    public var now: Int

    public init(
        device: String, key: DeviceKey, station: String, label: String, server: String,
        epoch: String, now: Int
    ) {
        self.device = device
        self.key = key
        self.station = station
        self.label = label
        self.server = server
        self.epoch = epoch
        self.now = now
    }

    public func encoded() -> [UInt8] {
        let object: CanonicalObject = [
            "dev": .text(device), "kid": .integer(key.number),
            "key": .text(Base64URL.text(of: key.bytes)), "station": .text(station),
            "label": .text(label), "server": .text(server), "epoch": .text(epoch),
            "now": .integer(now),
        ]
        return object.encoded()
    }

    public init(decoding body: [UInt8]) throws(FieldError) {
        guard let object = try? CanonicalObject(decoding: body) else { throw FieldError(key: "") }
        let fields = FieldReader(object)
        device = try fields.text("dev", max: 36, where: WireText.isUUID)
        let number = try fields.integer("kid", in: FieldReader.positive)
        guard let bytes = Base64URL.bytes(of: try fields.text("key", max: 43)),
            let key = DeviceKey(bytes: bytes, number: number)
        else { throw FieldError(key: "key") }
        self.key = key
        station = try fields.text("station", max: WireText.idLengthMax, where: WireText.isID)
        label = try fields.text("label", max: 20)
        server = try fields.text("server", max: 200)
        epoch = try fields.text("epoch", max: 40)
        now = try fields.integer("now")
    }
}
