package import SyncProtocol

/// Who this handheld is since its enrolment: its name at the station and the key it signs with.
package struct EnrolledDevice: Sendable {
    /// The `dev` that the server gave it.
    package let id: String
    package let key: DeviceKey
    /// Keys that it signed with before and that the server may still answer under.
    package let oldKeys: [DeviceKey]
    package let station: String
    /// What people call it: `H-017`.
    package let label: String

    package init(
        id: String, key: DeviceKey, oldKeys: [DeviceKey] = [], station: String, label: String
    ) {
        self.id = id
        self.key = key
        self.oldKeys = oldKeys
        self.station = station
        self.label = label
    }

    /// The same handheld with its next key.
    package func signing(with new: DeviceKey) -> EnrolledDevice {
        EnrolledDevice(
            id: id, key: new, oldKeys: [key] + oldKeys, station: station, label: label)
    }
}
