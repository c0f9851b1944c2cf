import Central
import Commands
import Domain

/// Everything that can be said to `station` on the command line.
enum StationTable {
    static let version = "0.2.0"

    static let table = CommandTable(
        program: "station", version: version, schema: "station/1",
        summary: Words(
            zh: "站点服务器与站长工具: 接收手持端的记录, 派发任务, 核对现金与账本",
            en:
                "station server and manager's tool: takes in records, hands out work, "
                + "checks cash and ledger"),
        globalFlags: [
            Flag(
                "data", .value("DIR"),
                Words(
                    zh: "站点的数据文件夹; 不写则用 STATION_HOME, 再用 XDG_DATA_HOME/station",
                    en: "data folder of the station; else STATION_HOME, else XDG_DATA_HOME/station")
            ),
            Flag(
                "timeout", .value("SECONDS"),
                Words(
                    zh: "等待别的进程让出数据库的秒数 (默认 2)",
                    en: "seconds to wait for another process that holds the database (default 2)")),
        ],
        commands: [initialise, serve, demo] + people + devices + control + orders + reports
            + days + dispatch + money + incidents + cases + blobs + safety
            + exceptions + settings + quotes + evidence + problems + data)

    private static let initialise = Command(
        "init", summary: Words(zh: "建立新站点", en: "make a new station"),
        details: Words(
            zh: "生成数据库和主密钥。主密钥 master.key 不在任何备份里, 请另存两份。",
            en: "Makes the database and the master key. The file master.key is in no backup: "
                + "keep two copies of it elsewhere."),
        flags: [
            Flag(
                "station", .value("ID"),
                Words(zh: "站点编号, 大写字母和数字", en: "station id, capital letters and digits")),
            Flag("name", .value("NAME"), Words(zh: "站点名称", en: "name of the station")),
            Flag("hotline", .value("PHONE"), Words(zh: "客服电话", en: "hotline")),
        ],
        examples: [
            Example(
                "station init --station HZ0931 --name 杭州文三路站",
                Words(zh: "在默认文件夹建站", en: "makes a station in the default folder"))
        ])

    private static let serve = Command(
        "serve", summary: Words(zh: "运行服务器", en: "run the server"),
        details: Words(
            zh: "就绪后在标准输出打印一行 listening http://地址:端口。SIGTERM 等在办的请求办完再退出。",
            en: "Prints one line, listening http://ADDRESS:PORT, on stdout when it is ready. "
                + "SIGTERM lets running requests finish, then ends."),
        flags: [
            Flag(
                "backup-every", .value("MINUTES"),
                Words(
                    zh: "每隔几分钟自动备份 (默认 60, 0 为不备份)",
                    en: "back up by itself so often (default 60; 0 = never)")),
            Flag(
                "listen", .value("ADDRESS:PORT"),
                Words(
                    zh: "监听地址 (默认 127.0.0.1:8080; 端口 0 由系统挑选)",
                    en: "where to listen (default 127.0.0.1:8080; port 0 = any free one)")),
            Flag(
                "insecure-public", .toggle,
                Words(
                    zh: "允许监听本机以外的地址; 没有 TLS, 仅供试验",
                    en:
                        "allow an address that other machines reach; no TLS, for trials only"
                )
            ),
        ],
        examples: [
            Example(
                "station serve --listen 127.0.0.1:0",
                Words(zh: "用任一空闲端口运行", en: "serves on any free port"))
        ])

    private static let demo = Command(
        "demo",
        summary: Words(
            zh: "演示: 两名快递员离线工作一上午, 同步, 站点对账",
            en: "demonstration: two couriers work a morning offline, sync, and the station checks"),
        flags: [
            Flag(
                "keep", .toggle,
                Words(
                    zh: "结束后保留服务器和数据, 并提示接下来可以试什么",
                    en: "leave server and data when done, and say what to try next"))
        ])

    private static let people = [
        Command(
            "courier", "add", summary: Words(zh: "登记快递员", en: "add a courier"),
            details: Words(
                zh: "密码从文件或标准输入读取, 从不写在命令行上。不给密码时生成一个, 只显示一次。",
                en:
                    "The PIN comes from a file or stdin, never the command line. "
                    + "Without one, a PIN is made and shown once."),
            arguments: [
                Argument("ID", .one, Words(zh: "工号, 如 c10482", en: "courier id, such as c10482"))
            ],
            flags: [
                Flag("name", .value("NAME"), Words(zh: "姓名", en: "name")),
                Flag(
                    "pin-file", .value("FILE"),
                    Words(
                        zh: "首行是密码的文件, - 是标准输入", en: "file that holds the PIN, - for stdin")),
                Flag(
                    "caps", .value("LIST"),
                    Words(
                        zh: "权限, 逗号分隔 (默认 pickup,deliver,cash)",
                        en: "capabilities, comma separated (default pickup,deliver,cash)")),
            ],
            examples: [
                Example(
                    "station courier add c10482 --name 张伟 --pin-file -",
                    Words(zh: "密码从标准输入读", en: "the PIN comes from stdin"))
            ]),
        Command("courier", "list", summary: Words(zh: "列出快递员", en: "list couriers")),
    ]

    static let label = Argument(
        "LABEL", .one,
        Words(zh: "手持端的标签, 如 HH-07", en: "the handheld's label, such as HH-07"))
    static let reason = Flag("reason", .value("TEXT"), Words(zh: "原因", en: "reason"))

    private static let devices = [
        Command(
            "device", "add",
            summary: Words(
                zh: "为一台手持端开通名额并给出登记码",
                en: "make a slot for a handheld and show its enrolment code"),
            details: Words(
                zh: "登记码 15 分钟内有效, 只能用一次, 最多试 5 次。",
                en: "The code is valid for 15 minutes, for one use and five tries."),
            arguments: [label]),
        Command(
            "device", "list",
            summary: Words(
                zh: "列出手持端: 已记录, 已收到, 状态", en: "list handhelds: recorded, received, state")),
        Command(
            "device", "suspend",
            summary: Words(
                zh: "暂停一台手持端: 记录收下但不生效",
                en: "suspend a handheld: its records are stored and held"),
            arguments: [label], flags: [reason]),
        Command(
            "device", "revoke",
            summary: Words(
                zh: "吊销一台手持端: 只收存, 不再下发任何数据",
                en: "revoke a handheld: deposit only, no data is sent to it"),
            arguments: [label], flags: [reason]),
        Command(
            "device", "activate",
            summary: Words(zh: "恢复一台手持端", en: "make a suspended or revoked handheld active"),
            arguments: [label], flags: [reason]),
    ]

    private static let orders = [
        Command(
            "order", "import",
            summary: Words(
                zh: "导入取件订单和派件任务 (CSV)", en: "import pickup orders and delivery tasks (CSV)"),
            details: Words(
                zh: "表头: \(columnList)。kind 写 PICKUP 或 DELIVERY。order 和 courier 每行都要; 取件要"
                    + "寄件人, 派件要 waybill 和收件人; 写了 item 就要写 nature。任务号是 T 加订单号。"
                    + "有一行不对就一行都不导入, 并逐行说明。"
                    + "禁寄的收件订单不收; 受限的导入后逐行提示怎么办。",
                en: "Header: \(columnList). kind is PICKUP or DELIVERY. Every row needs order and "
                    + "courier, a pickup its sender, a delivery its waybill and recipient, an item "
                    + "its nature. The task's number is T and the order's. If one row is wrong "
                    + "nothing is imported, and every wrong row is named. A pickup of prohibited "
                    + "goods is refused; of other listed goods it is said what to do."),
            arguments: [
                Argument("FILE", .one, Words(zh: "CSV 文件, - 是标准输入", en: "CSV file, - for stdin"))
            ]),
        Command(
            "order", "list", summary: Words(zh: "列出任务", en: "list tasks"),
            flags: [
                Flag("courier", .value("ID"), Words(zh: "只看一名快递员", en: "only one courier's")),
                Flag(
                    "state",
                    .choice(
                        TaskState.allCases.map { Choice(Choice.word(for: $0.rawValue), $0.words) }),
                    Words(zh: "只看一种状态的任务", en: "only tasks in one state")),
            ]),
    ]

    private static let reports = [
        Command(
            "status",
            summary: Words(
                zh: "站点概况: 记录数, 每台手持端还有多少没上传",
                en: "the station at a glance: records, and what each handheld still holds")),
        track,
        Command(
            "day", "status",
            summary: Words(
                zh: "今天每名快递员的现金和件数", en: "each courier's cash and counts of the day"),
            flags: [
                Flag(
                    "day", .value("YYYY-MM-DD"),
                    Words(zh: "哪一天 (默认今天)", en: "which day (default today)"))
            ]),
        Command(
            "ledger", "list", summary: Words(zh: "列出账本条目", en: "list lines of the ledger"),
            flags: [
                Flag("after", .value("NUMBER"), Words(zh: "从哪一号之后", en: "after this number")),
                Flag(
                    "limit", .value("COUNT"), Words(zh: "最多几条 (默认 50)", en: "at most, else 50")),
            ]),
        Command(
            "ledger", "verify",
            summary: Words(
                zh: "从头重算每条哈希链", en: "recompute every hash chain from its beginning")),
    ]

    private static let columnList = OrderFile.columns.joined(separator: ",")
}
