import Commands
import Domain

/// Saving the ledger, putting it back, reading it again.
extension StationTable {
    static let safety = [
        Command(
            "backup",
            summary: Words(
                zh: "备份账本并逐条验证; 服务器可以照常运行",
                en: "save the ledger and verify every line; the server may go on"),
            details: Words(
                zh: "验证通过后, 手持端会知道哪些记录已经在备份里。备份不含 master.key: 那把钥匙另存。"
                    + "备份里有个人信息, 离开本机前请加密。serve 会按 --backup-every 自动备份。",
                en:
                    "Once verified, handhelds hear which of their records are saved. The file "
                    + "master.key is not in it: keep that elsewhere. A backup holds personal data: "
                    + "encrypt it before it leaves the machine. serve backs up by itself, see "
                    + "--backup-every."),
            flags: [
                Flag(
                    "to", .value("FILE"),
                    Words(
                        zh: "备份到这个新文件 (默认: 数据文件夹的 backups 里)",
                        en: "save to this new file (default: in backups of the data folder)")),
                Flag(
                    "copies", .value("COUNT"),
                    Words(
                        zh: "backups 里最多留几份 (默认 14)",
                        en: "copies to keep in backups (default 14)")),
            ],
            examples: [
                Example(
                    "station backup --to /media/usb/station.sqlite",
                    Words(zh: "备份到优盘", en: "saves to a USB stick"))
            ]),
        Command(
            "restore",
            summary: Words(
                zh: "用备份换掉数据库 (先停服务器)",
                en: "put a backup in the place of the database (stop the server first)"),
            details: Words(
                zh: "先验证备份, 再换; 原来的数据库留在旁边。手持端下次同步会把备份之后的记录补传上来。"
                    + "站点自己在备份之后做的事 (派单, 人员, 手持端状态) 要重做。",
                en: "Verifies the backup first; the old database is kept beside it. Handhelds send "
                    + "again what came after the backup at their next exchange. What the station "
                    + "itself did since (tasks, people, states of handhelds) must be done again."),
            arguments: [
                Argument("FILE", .one, Words(zh: "备份文件", en: "the backup"))
            ]),
        Command(
            "ledger", "rebuild",
            summary: Words(
                zh: "只凭账本重算全部余额、状态和资料 (先停服务器)",
                en: "make all balances, states and rows again from the ledger (stop the server)"),
            details: Words(
                zh: "逐行重读账本, 说出与现有资料的不同之处, 再换上重算的资料; 原来的数据库留在旁边。",
                en: "Reads the ledger line by line, says what differs from what is there, and puts "
                    + "the new content in its place; the old database is kept beside it."),
            flags: [
                Flag(
                    "dry-run", .toggle,
                    Words(zh: "只比较, 不换", en: "compare only, change nothing"))
            ]),
    ]
}
