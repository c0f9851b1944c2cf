import Foundation

/// Where a handheld keeps its files: everything below one folder when `--data` or COURIER_HOME
/// names it, else where the XDG standard puts them. Relative XDG values are ignored.
struct CourierPlaces {
    /// Settings of this user.
    let configuration: String
    /// Settings of the machine, which a user's own win over.
    let systemConfiguration = "/etc/courier/config"
    /// Key, journal: what must not be lost.
    let data: String
    /// Login and the memory of the exchange: what can be lost.
    let state: String

    init(option: String?, environment: [String: String]) {
        if let home = option ?? environment["COURIER_HOME"], !home.isEmpty {
            let folder = Self.absolute(home)
            configuration = folder + "/config"
            data = folder
            state = folder
        } else {
            configuration =
                Self.xdg("XDG_CONFIG_HOME", ".config", environment) + "/courier/config"
            data = Self.xdg("XDG_DATA_HOME", ".local/share", environment) + "/courier"
            state = Self.xdg("XDG_STATE_HOME", ".local/state", environment) + "/courier"
        }
    }

    var configurationFolder: String {
        String(configuration.dropLast("/config".count))
    }
    /// Who this handheld is and the key it signs with.
    var device: String { data + "/device.json" }
    /// Who it is to be, while an enrolment over an earlier one is under way.
    var nextDevice: String { data + "/device.next.json" }
    var journalFolder: String { data + "/journal" }
    var journal: String { journalFolder + "/journal.sqlite" }
    var lock: String { journalFolder + "/journal.lock" }
    /// Photos. Not in the folder of the database: who puts an old copy of that back keeps them.
    var photoFolder: String { data + "/photos" }
    /// Photos that no recorded fact lists yet.
    var takenPhotoFolder: String { photoFolder + "/taken" }
    /// Held by the one process that exchanges with the station.
    var exchangeLock: String { state + "/exchange.lock" }
    /// How far the journal had come. Not in its folder: who puts an old copy of that back leaves
    /// this as it is.
    var mark: String { state + "/journal.mark" }
    /// What was kept when the station had this handheld erased.
    var wiped: String { data + "/wiped.json" }
    /// Who is logged in.
    var session: String { state + "/session.json" }
    /// Wrong PINs, by person.
    var pins: String { state + "/pins.json" }
    /// Held while a PIN is checked.
    var pinLock: String { state + "/pins.lock" }
    /// What is remembered of earlier exchanges.
    var memory: String { state + "/exchange.json" }

    private static func xdg(
        _ name: String, _ standard: String, _ environment: [String: String]
    ) -> String {
        if let value = environment[name], value.hasPrefix("/") { return value }
        return NSHomeDirectory() + "/" + standard
    }

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}
