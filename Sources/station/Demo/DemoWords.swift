import Commands
import Domain

/// What the demonstration says while it runs.
enum DemoWords {
    static func prepared(_ count: Int) -> Words {
        Words(
            zh: "建站 HZ0931, 登记两名快递员, 导入 \(count) 个任务",
            en: "made station HZ0931, added two couriers, imported \(count) tasks")
    }

    static func listening(_ address: String) -> Words {
        Words(zh: "服务器在 \(address) 运行", en: "the server runs on \(address)")
    }

    static func enrolled(_ courier: DemoCourier, label: String) -> Words {
        Words(
            zh: "\(courier.name) 的手持端 \(label) 已登记, 上机, 取到今天的任务",
            en: "\(courier.name)'s handheld \(label) is enrolled, logged in and has the day's tasks"
        )
    }

    static let networkGone = Words(
        zh: "断网: 服务器进程被 kill -9, 两人离线工作",
        en: "no network: the server is gone (kill -9); both work offline")

    static func door(
        _ courier: DemoCourier, _ order: DemoOrder, _ result: DemoCourier.DoorResult
    ) -> Words {
        let waybill = result.waybill.isEmpty ? "" : " \(result.waybill)"
        return Words(
            zh: "  \(courier.name) \(order.number)\(waybill) \(result.words.zh)",
            en: "  \(courier.name) \(order.number)\(waybill) \(result.words.en)")
    }

    static func unreachable(_ courier: DemoCourier, _ words: String) -> Words {
        Words(
            zh: "  \(courier.name) 试着同步: \(words)",
            en: "  \(courier.name) tries to sync: \(words)")
    }

    static let networkBack = Words(
        zh: "服务器重新启动, 网络恢复", en: "the server is started again, the network is back")

    static func cut(_ courier: DemoCourier) -> Words {
        Words(
            zh: "\(courier.name) 同步: 答复传到一半被切断",
            en: "\(courier.name) syncs: the answer is cut in the middle")
    }

    static func synced(_ courier: DemoCourier, _ child: ChildProcess) -> Words {
        let acked = child.document["acked"] as? Int ?? -1
        let recorded = child.document["recorded"] as? Int ?? -1
        return Words(
            zh: "\(courier.name) 再次同步: 已记录 \(recorded), 站点已确认 \(acked)",
            en:
                "\(courier.name) syncs again: \(recorded) recorded, \(acked) confirmed"
        )
    }

    static let killed = Words(
        zh: "李娜同步时服务器被 kill -9, 然后重新启动",
        en: "the server is killed (kill -9) while 李娜 syncs, then started again")
    static let stopped = Words(
        zh: "服务器收到 SIGTERM, 正常退出", en: "the server gets SIGTERM and ends in order")

    static func whatNext(_ run: DemoRun) -> [Words] {
        let data = run.folder + "/station"
        let handheld = run.couriers[0].folder
        return [
            Words(zh: "", en: ""),
            Words(
                zh: "服务器还在运行 (进程 \(run.server?.pid ?? 0))。接下来可以试:",
                en: "The server is still running (process \(run.server?.pid ?? 0)). Try next:"),
            same("  \(run.station) status --data \(data)"),
            same("  \(run.station) track \(DemoOrders.all.last?.waybill ?? "") --data \(data)"),
            same("  \(run.station) ledger verify --data \(data)"),
            same("  \(run.couriers[0].program) task list --data \(handheld)"),
            same("  \(run.couriers[0].program) sync run --data \(handheld)"),
            same("  \(run.couriers[0].program) journal list --data \(handheld)"),
            same("  \(run.couriers[0].program) day summary --data \(handheld)"),
            Words(
                zh: "停止: kill \(run.server?.pid ?? 0); 删除: rm -r \(run.folder)",
                en: "Stop it: kill \(run.server?.pid ?? 0); remove it: rm -r \(run.folder)"),
        ]
    }

    private static func same(_ text: String) -> Words { Words(zh: text, en: text) }
}

extension CommandError {
    static func demo(_ what: String) -> CommandError {
        CommandError(
            "E-DEMO", Words(zh: "演示没有按预期进行: \(what)", en: "the demonstration went wrong: \(what)"),
            hint: Words(
                zh: "加 --keep 保留数据后再看", en: "run it with --keep and look at its data"),
            status: .answerIsNo)
    }

    static func demoNeedsCourier(_ path: String) -> CommandError {
        CommandError(
            "E-DEMO-COURIER",
            Words(zh: "找不到 \(path)", en: "there is no program \(path)"),
            hint: Words(
                zh: "先编译两个程序: swift build -c release",
                en: "build both programs first: swift build -c release"), status: .configuration)
    }
}
