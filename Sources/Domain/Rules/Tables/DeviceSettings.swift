/// What a station set about its handhelds, typed; a value out of range gives way to its default
/// (PJS 11.6).
package struct DeviceSettings: Hashable, Sendable {
    /// Days for which an old key is accepted after the new one is in use.
    package var rekeyDays: Int
    /// Days within which two forks mean that a handheld may have been copied.
    package var forkAlarmDays: Int
    /// Hours without the station after which a handheld hides personal data.
    package var leaseHours: Int
    /// Hours for which an unlock code opens it again.
    package var unlockHours: Int
    /// Bytes of entries in one request, and of rows in one answer.
    package var frameBytes: Int
    package var pageBytes: Int
    /// The version that is asked of programs, and from when on older ones get no rows.
    package var requiredVersion: RequiredVersion?

    /// A version that the station asks for.
    package struct RequiredVersion: Hashable, Sendable {
        package let version: String
        package let byMilliseconds: Int

        /// Names of the two values in the settings of a station.
        package static let versionKey = "app_min"
        package static let timeKey = "app_min_by"

        package init(version: String, byMilliseconds: Int) {
            self.version = version
            self.byMilliseconds = byMilliseconds
        }
    }

    /// What `config` sets over the defaults of `table`.
    package init(_ table: SettingTable, config: StationConfig? = nil) {
        func integer(_ key: String) -> Int {
            guard case .integer(let value) = table.value(key, in: config) else {
                preconditionFailure("the setting \(key) is an integer")
            }
            return value
        }
        rekeyDays = integer("device.rekey_days")
        forkAlarmDays = integer("sync.fork_alarm_days")
        leaseHours = integer("device.lease_hours")
        unlockHours = integer("device.unlock_hours")
        frameBytes = integer("sync.frame_bytes")
        pageBytes = integer("sync.page_bytes")
        if case .text(let version) = config?.values[RequiredVersion.versionKey], !version.isEmpty,
            case .integer(let time) = config?.values[RequiredVersion.timeKey]
        {
            requiredVersion = RequiredVersion(version: version, byMilliseconds: time)
        }
    }
}
