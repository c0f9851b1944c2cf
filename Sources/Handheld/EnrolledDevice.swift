package import SyncProtocol

/// Who this handheld is since its enrolment: its name at the station and the key it signs with.
package struct EnrolledDevice: Sendable {
    /// The `dev` that the server gave it.
    package let id: String
    package let key: DeviceKey
    package let station: String
    /// What people call it: `H-017`.
    package let label: String

    package init(id: String, key: DeviceKey, station: String, label: String) {
        self.id = id
        self.key = key
        self.station = station
        self.label = label
    }
}
