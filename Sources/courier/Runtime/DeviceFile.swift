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
        guard let object = try KeptFile.read(places.device) else { return nil }
        guard let id = object["dev"]?.text, WireText.isUUID(id),
            let number = object["kid"]?.integer, let keyText = object["key"]?.text,
            let bytes = Base64URL.bytes(of: keyText),
            let key = DeviceKey(bytes: bytes, number: number),
            let station = object["station"]?.text, let label = object["label"]?.text,
            let server = object["server"]?.text.flatMap(ServerAddress.init)
        else { throw CommandFailure(.damagedFile(places.device)) }
        return DeviceFile(
            device: EnrolledDevice(id: id, key: key, station: station, label: label),
            server: server)
    }

    func write(_ places: CourierPlaces) throws(CommandFailure) {
        let object: CanonicalObject = [
            "dev": .text(device.id), "kid": .integer(device.key.number),
            "key": .text(Base64URL.text(of: device.key.bytes)),
            "station": .text(device.station), "label": .text(device.label),
            "server": .text(server.text),
        ]
        try KeptFile.write(object, to: places.device)
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
