import Domain
import Terminal

/// The help page of any page: its own keys first, then those that are the same everywhere.
enum HelpView {
    static func view(of page: any ScreenPage, _ screen: ScreenContext) -> PageView {
        let own = page.view(screen).title
        var view = PageView(screen.say("帮助: ", "Help: ") + own)
        view.lines = page.help.map { PageLine.note(" " + $0[screen.language]) }
        if !page.help.isEmpty { view.lines.append(.rule(screen.size.columns)) }
        view.lines += general.map { PageLine.note(" " + $0[screen.language]) }
        view.hints = [Hint(screen.say("PgDn下页", "PgDn more"), .pageDown)]
        return view
    }

    private static let general = [
        Words(zh: "1-9    选项 (只对 > 所在组)", en: "1-9    choose in the group marked >"),
        Words(zh: "Enter  下一步    Esc 上一步", en: "Enter  next     Esc one step back"),
        Words(zh: "上 下 Tab  换栏  左 右 换页签", en: "up down Tab  field   left right  list"),
        Words(zh: "PgUp PgDn  翻页", en: "PgUp PgDn  turn the page"),
        Words(zh: "F3 查询  F5 同步  F10 首页", en: "F3 search  F5 sync  F10 home"),
        Words(zh: "Ctrl-L 重画  Ctrl-Q 退出", en: "Ctrl-L repaint  Ctrl-Q quit"),
        Words(
            zh: "随时可扫码: 直接打开那一件; 别的单号不会丢草稿。",
            en: "Scan any time: it opens that parcel; drafts are kept."),
        Words(
            zh: "声音: 嘀 成功, 嘀嘀 重复, 嘀嘀嘀 错误。",
            en: "Sounds: one for done, two for duplicate, three for refused."),
        Words(
            zh: "全角数字按半角处理, 中文输入法打开时数字键照样可用。",
            en: "Full-width digits count as digits, so an input method may stay on."),
        Words(
            zh: "断网照常干活, 记录都在本机, 有网自动上传。",
            en: "Work goes on without a network: records are here and are sent later."),
    ]
}
