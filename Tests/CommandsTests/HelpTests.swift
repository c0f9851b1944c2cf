import Domain
import Terminal
import Testing

@testable import Commands

@Suite struct HelpTests {
    @Test func `the program's page lists its commands and flags`() {
        #expect(
            sample.help(for: [], .en).joined(separator: "\n") == """
                depot 1.2 - a small depot

                Usage: depot COMMAND [flags]

                Commands:
                  box add   put a box in
                  box list  list the boxes
                  fetch     fetch boxes (needs the server)
                  help      show the help of a command
                  version   show the version

                Flags of every command:
                  -h, --help          show this help
                      --version       show the version
                      --json[=lines]  print one JSON document; with =lines one object per line
                                      of a list
                      --plain         one record per line, fields separated by tabs
                  -q, --quiet         no notes, errors only
                      --lang zh|en    language; else LC_ALL, LC_MESSAGES, LANG decide
                      --data DIR      the data folder

                Help of one command: depot help COMMAND
                """)
    }

    @Test func `a command's page shows all it takes, in English`() {
        #expect(
            sample.help(for: ["box", "add"], .en).joined(separator: "\n") == """
                depot box add - put a box in

                Usage: depot box add CODE [flags]

                A box is recorded when it is put in and never changes afterwards; a mistake is
                corrected by one more record.

                Arguments:
                  CODE  the code on the box

                Flags:
                      --weight-g GRAMS   weight in grams
                  -i, --item TEXT        contents
                  -f, --fragile          handle with care
                      --note FILE        a note
                      --form FILE        a form
                      --side left|right  which side

                Flags of every command:
                  -h, --help          show this help
                      --version       show the version
                      --json[=lines]  print one JSON document; with =lines one object per line
                                      of a list
                      --plain         one record per line, fields separated by tabs
                  -q, --quiet         no notes, errors only
                      --lang zh|en    language; else LC_ALL, LC_MESSAGES, LANG decide
                      --data DIR      the data folder

                Examples:
                  # half a kilo
                  depot box add B1 --weight-g 500
                """)
    }

    @Test func `a command's page shows all it takes, in Chinese`() {
        #expect(
            sample.help(for: ["box", "add"], .zh).joined(separator: "\n") == """
                depot box add - 放入一个箱子

                用法: depot box add CODE [选项]

                箱子放入后就记下, 不能再改; 写错了再记一次冲正。

                参数:
                  CODE  箱号

                选项:
                      --weight-g GRAMS   重量, 克
                  -i, --item TEXT        物品, 可重复
                  -f, --fragile          易碎
                      --note FILE        备注文件
                      --form FILE        表单文件
                      --side left|right  放哪边

                通用选项:
                  -h, --help          显示这一页帮助
                      --version       显示版本
                      --json[=lines]  输出一个 JSON 文档; =lines 时列表每项一行
                      --plain         每条记录一行, 制表符分隔
                  -q, --quiet         不显示提示, 只报错
                      --lang zh|en    语言; 不写则看 LC_ALL, LC_MESSAGES, LANG
                      --data DIR      数据文件夹

                例子:
                  # 半公斤
                  depot box add B1 --weight-g 500
                """)
    }

    @Test func `a group's page lists the commands of the group`() {
        let lines = sample.help(for: ["box"], .zh)
        #expect(lines[0] == "用法: depot box 命令 [选项]")
        #expect(lines[3] == "  box add   放入一个箱子")
        #expect(lines[4] == "  box list  列出箱子")
        #expect(!lines.contains { $0.contains("fetch") })
    }

    @Test func `a long choice is explained below the flags`() {
        let page = sample.help(for: ["box", "list"], .zh).joined(separator: "\n")
        #expect(page.contains("      --why REASON     原因\n"))
        #expect(page.contains("\n\nREASON 是下面之一:\n  not-home  不在家\n  other\n\n"))
    }

    @Test func `no line of a help page is wider than the page`() {
        for path in [[], ["box"], ["box", "add"], ["box", "list"], ["fetch"], ["help"]] {
            for line in sample.help(for: path, .en) + sample.help(for: path, .zh) {
                #expect(DisplayWidth.columns(line) <= CommandTable.helpColumns)
            }
        }
    }
}
