import Commands
import Domain

extension CommandTable {
    /// What concerns the handheld itself and its station.
    static let control = [
        Command(
            "message", "list",
            summary: Words(zh: "看站点发来的消息", en: "show what the station sent to be read"))
    ]
}
