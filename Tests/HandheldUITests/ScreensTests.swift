import Commands
import Domain
import Terminal
import Testing

@testable import HandheldUI

@Suite struct ScreensTests {
    @Test func `nobody sees anything before logging in`() {
        var sample = SampleScreens(isLoggedIn: false)
        #expect(sample.title.hasPrefix("上机"))
        sample.scan(SampleDesk.waybill)
        sample.press(.function(10), .function(3), .escape)
        #expect(sample.title.hasPrefix("上机"))
        #expect(!sample.desk.asked.contains("parcel"))
        sample.type("c10482")
        sample.press(.tab)
        sample.type("1111")
        sample.press(.enter)
        #expect(sample.text.contains("! 密码不对"))
        #expect(!sample.text.contains("1111"))
        sample.type(SampleDesk.pin)
        sample.press(.enter)
        #expect(sample.title.hasPrefix("张伟 c10482"))
    }

    @Test func `a locked handheld keeps its page and needs the PIN`() {
        var sample = SampleScreens()
        sample.type("5")
        sample.give(.unattended)
        #expect(sample.title.hasPrefix("已锁屏"))
        sample.press(.escape, .function(10))
        #expect(sample.screens.isLocked)
        sample.type(SampleDesk.pin)
        sample.press(.enter)
        #expect(sample.title.hasPrefix("任务"))
    }

    @Test func `digits open pages and Escape leads back home`() {
        for (digit, title) in [("5", "任务 "), ("6", "查询"), ("9", "同步")] {
            var sample = SampleScreens()
            sample.type(digit)
            #expect(sample.title.hasPrefix(title))
            sample.press(.escape)
            #expect(sample.title.hasPrefix("张伟"))
        }
        var sample = SampleScreens()
        sample.type("５")
        #expect(sample.title.hasPrefix("任务"))
    }

    @Test func `a task is opened, taken on and given back with a reason`() {
        var sample = SampleScreens()
        sample.type("53")
        #expect(sample.text.contains("王*"))
        #expect(!sample.text.contains("13800005521"))
        sample.type("7")
        #expect(sample.text.contains("王芳") && sample.text.contains("13800005521"))
        sample.type("1")
        #expect(sample.desk.asked.contains("answerTask"))
        #expect(sample.text.contains("已存本机"))
        sample.type("3")
        #expect(sample.text.contains("为什么退回"))
        sample.press(.escape)
        #expect(sample.text.contains("王芳"))
    }

    @Test func `personal data stays masked when the lease has ended`() {
        var sample = SampleScreens()
        sample.desk.figures.mayShowPersonal = false
        sample.type("53")
        sample.give(.changed)
        sample.type("7")
        #expect(!sample.text.contains("13800005521"))
        #expect(!sample.text.contains("7 "))
    }

    @Test func `a scan opens the parcel from any page`() {
        for way in ["", "5", "53", "9"] {
            var sample = SampleScreens()
            sample.type(way)
            sample.scan(SampleDesk.waybill)
            #expect(sample.text.contains("EX...00019"), "\(way)")
            #expect(sample.screens.depth > 1)
        }
    }

    @Test func `an unknown label, a repeat and a scan over help are refused with words`() {
        var sample = SampleScreens()
        sample.scan("XX99")
        #expect(sample.text.contains("XX99 本机没有"))
        #expect(sample.desk.bells == 3)
        sample.scan(SampleDesk.waybill, isRepeated: true)
        #expect(sample.text.contains("重复"))
        sample.type("?")
        sample.scan(SampleDesk.waybill)
        #expect(sample.text.contains("不接受扫码"))
        #expect(sample.screens.isHelpOpen)
    }

    @Test func `Enter is dead for a moment after a page opens and after a burst`() {
        var sample = SampleScreens(isLoggedIn: false)
        sample.type("c1")
        sample.press(.tab)
        let isAtPIN = sample.text.contains(">密码")
        #expect(isAtPIN)
        var screens = SampleScreens().screens
        let opened = SampleDesk.now
        _ = screens.take(.key(.function(3)), at: opened)
        _ = screens.take(.key(.character("A")), at: opened)
        for (wait, isDead) in [
            (Screens.openedMilliseconds - 1, true), (Screens.openedMilliseconds, false),
        ] {
            var now = opened
            now.bootMilliseconds += wait
            let effects = screens.take(.key(.enter), at: now)
            #expect(effects.isEmpty == isDead, "\(wait)")
        }
        var scanned = SampleDesk.now
        scanned.bootMilliseconds += 10_000
        _ = screens.take(.scan(ScannedCode([]), isRepeated: true), at: scanned)
        for (wait, isDead) in [
            (Screens.burstMilliseconds - 1, true), (Screens.burstMilliseconds, false),
        ] {
            var now = scanned
            now.bootMilliseconds += wait
            let effects = screens.take(.key(.enter), at: now)
            #expect(effects.isEmpty == isDead, "\(wait)")
        }
    }

    @Test func `a screen that is too small shows a notice and takes no keys`() {
        for (columns, rows, isTooSmall) in [(32, 10, false), (31, 10, true), (32, 9, true)] {
            var sample = SampleScreens(columns: columns, rows: rows)
            #expect(sample.text.contains("Too small") == isTooSmall)
            sample.type("5")
            sample.give(.resize(Size(columns: 40, rows: 20)))
            #expect(sample.title.hasPrefix("任务") != isTooSmall)
        }
    }

    @Test func `a tap acts when it ends on the target it began on`() {
        var sample = SampleScreens()
        let targets = sample.screens.frame(at: sample.now).targets
        let tasks = targets.first { $0.key == .character("5") }
        let point = tasks?.area.origin ?? Point(column: 0, row: 0)
        sample.give(.mouse(Mouse(.press, at: point)))
        sample.give(.mouse(Mouse(.release, at: Point(column: 0, row: 0))))
        #expect(sample.screens.depth == 1)
        sample.give(.mouse(Mouse(.press, at: point)))
        sample.give(.mouse(Mouse(.release, at: point)))
        #expect(sample.title.hasPrefix("任务"))
    }

    @Test func `the language changes at once and is kept`() {
        var sample = SampleScreens()
        sample.type("0")
        #expect(sample.text.contains("Tasks"))
        #expect(sample.desk.asked.contains("language"))
    }

    @Test func `quitting is one key away, and repainting changes nothing`() {
        var sample = SampleScreens()
        let before = sample.text
        sample.give(.key(.control(0x0C)))
        #expect(sample.text == before)
        sample.give(.key(.control(0x11)))
        #expect(sample.desk.hasQuit)
    }

    @Test func `the status row turns to alarm at its limits and keeps its numbers when narrow`() {
        var figures = SampleDesk.figures
        let now = SampleDesk.now.wallMilliseconds
        figures.lastExchangeAt = now - ScreenFigures.exchangeMilliseconds
        #expect(!figures.needsAttention(at: now))
        #expect(figures.needsAttention(at: now + 1))
        figures.lastExchangeAt = now
        figures.problem = nil
        figures.oldestUnsentAt = now - ScreenFigures.unsentMilliseconds
        #expect(!figures.needsAttention(at: now))
        #expect(figures.needsAttention(at: now + 1))
        for language in Language.allCases {
            for columns in [32, 40, 60, 80, 120] {
                let sample = SampleScreens(language, columns: columns, rows: 12)
                #expect(sample.lines[0].contains("3"))
                #expect(sample.lines[0].contains(language == .zh ? "离线" : "OFFLINE"))
            }
        }
        #expect(StatusRow.counted(9_999) == "9999")
        #expect(StatusRow.counted(10_000) == "9999+")
    }
}
