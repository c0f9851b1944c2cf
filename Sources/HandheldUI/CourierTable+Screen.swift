import Commands
import Domain

/// The screen.
extension CommandTable {
    static let screen = Command(
        "tui",
        summary: Words(
            zh: "在屏幕上干活; 不写命令也是这样", en: "work on the screen; the same as no command at all"),
        details: Words(
            zh: "扫码、数字、Enter 和 Esc 就够用; ? 看本页帮助, Ctrl-Q 退出。"
                + "记录先存本机, 有网在后台上传。"
                + "开着时别的 courier 命令只能看, 不能记。",
            en: "Scans, digits, Enter and Esc are enough; ? explains a page, Ctrl-Q leaves. "
                + "Records are stored here and sent in the background. While it is open other "
                + "courier commands can look but not record."),
        examples: [Example("courier tui", Words(zh: "打开屏幕", en: "opens the screen"))])
}
