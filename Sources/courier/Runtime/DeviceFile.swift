import Handheld
import SyncProtocol

/// What enrolment gave this handheld: its name, its key and where its station is.
///
/// The key signs every request, so the file is private and lies outside the database. It is
/// written last, when the journal is there: a handheld with this file is enrolled.
struct DeviceFile {
    let device: EnrolledDevice
    let server: ServerAddress

    /// Reads the file; nil when this handheld is not enrolled.
    static func read(_ places: CourierPlaces) throws(CommandFailure) -> DeviceFile? {
        try read(places.device)
    }

    /// The same of the file at a path.
    static func read(_ path: String) throws(CommandFailure) -> DeviceFile? {
        guard let object = try KeptFile.read(path) else { return nil }
        guard let id = object["dev"]?.text, WireText.isUUID(id),
            let number = object["kid"]?.integer, let keyText = object["key"]?.text,
            let bytes = Base64URL.bytes(of: keyText),
            let key = DeviceKey(bytes: bytes, number: number),
            let station = object["station"]?.text, let label = object["label"]?.text,
            let server = object["server"]?.text.flatMap(ServerAddress.init)
        else { throw CommandFailure(.damagedFile(path)) }
        let oldKeys = (object["old"]?.list ?? []).compactMap(Self.oldKey)
        return DeviceFile(
            device: EnrolledDevice(
                id: id, key: key, oldKeys: oldKeys, station: station, label: label),
            server: server)
    }

    /// Old keys that are kept: of a server that was ordered to take the next one, one is enough;
    /// the others cover orders that follow each other fast.
    static let oldKeysMax = 4

    private static func oldKey(_ value: CanonicalValue) -> DeviceKey? {
        guard let parts = value.list, parts.count == 2, let number = parts[0].integer,
            let bytes = parts[1].text.flatMap({ Base64URL.bytes(of: $0) })
        else { return nil }
        return DeviceKey(bytes: bytes, number: number)
    }

    /// The same handheld with the identity that an exchange left it with.
    func with(_ device: EnrolledDevice) -> DeviceFile {
        DeviceFile(device: device, server: server)
    }

    func write(_ places: CourierPlaces) throws(CommandFailure) {
        try write(to: places.device)
    }

    /// Writes the file at a path.
    func write(to path: String) throws(CommandFailure) {
        var object: CanonicalObject = [
            "dev": .text(device.id), "kid": .integer(device.key.number),
            "key": .text(Base64URL.text(of: device.key.bytes)),
            "station": .text(device.station), "label": .text(device.label),
            "server": .text(server.text),
        ]
        if !device.oldKeys.isEmpty {
            object["old"] = .list(
                device.oldKeys.prefix(Self.oldKeysMax).map {
                    [.integer($0.number), .text(Base64URL.text(of: $0.bytes))]
                })
        }
        try KeptFile.write(object, to: path)
    }
}

extension DeviceFile {
    /// The file of a handheld that must be enrolled.
    static func enrolled(_ places: CourierPlaces) throws(CommandFailure) -> DeviceFile {
        guard let file = try read(places) else {
            throw CommandFailure(.notEnrolled(places))
        }
        return file
    }
}
