/// What a station set about its handhelds, typed; a value out of range gives way to its default
/// (PJS 11.6).
package struct DeviceSettings: Hashable, Sendable {
    /// Days for which an old key is accepted after the new one is in use.
    package var rekeyDays: Int
    /// Days within which two forks mean that a handheld may have been copied.
    package var forkAlarmDays: Int

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
    }
}
