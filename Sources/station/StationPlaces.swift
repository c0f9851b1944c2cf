import Foundation

/// Where a station keeps its files.
struct StationPlaces {
    let folder: String

    /// The folder named by `--data`, else by STATION_HOME, else `station` under XDG_DATA_HOME,
    /// else under `~/.local/share`. Relative XDG values are ignored, as the standard says.
    init(option: String?, environment: [String: String]) {
        if let option {
            folder = StationPlaces.absolute(option)
        } else if let home = environment["STATION_HOME"], !home.isEmpty {
            folder = StationPlaces.absolute(home)
        } else if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
            folder = data + "/station"
        } else {
            folder = NSHomeDirectory() + "/.local/share/station"
        }
    }

    var database: String { folder + "/central.sqlite" }
    var lock: String { folder + "/central.lock" }
    /// Where the ledger ended when it was last written, outside the database.
    var watermark: String { folder + "/central.watermark" }
    /// Verified copies, unless a command names another place.
    var backups: String { folder + "/backups" }
    /// Frames of the last days, for looking into faults.
    var frames: String { folder + "/frames" }
    /// The server's master key: in no backup and no database.
    var masterKey: String { folder + "/master.key" }
    /// The folder of the local socket; only its owner may enter it.
    var socketFolder: String { folder + "/run" }
    var socket: String { socketFolder + "/station.sock" }

    /// The path from the root.
    static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}
