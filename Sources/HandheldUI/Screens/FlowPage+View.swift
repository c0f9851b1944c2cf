import Domain
import Terminal

/// What a flow shows: the step's questions, the overlay of another parcel, the summary, the end.
extension FlowPage {
    func view(_ screen: ScreenContext) -> PageView {
        let steps = steps(screen)
        let title = flow.title[screen.language]
        let place = min(index + 1, steps.count + 1)
        let name =
            done != nil
            ? screen.say("完成", "done")
            : steps.indices.contains(index)
                ? steps[index].title[screen.language] : screen.say("确认", "Confirm")
        var view = PageView(
            "\(title) \(place)/\(steps.count + 1) \(name)", corner: corner(screen))
        let columns = screen.bodyColumns(hasSide: true)
        view.side = side(steps, screen)
        guard done == nil else { return finished(view, screen) }
        if !isReady {
            view.lines = [PageLine()]
        } else if let other {
            view.lines = overlay(other, columns, screen)
            view.hints = [Hint(screen.say("数字选 Enter无效", "digit chooses"))]
            return view
        } else if steps.indices.contains(index) {
            view.lines = lines(of: steps[index], columns, screen)
            view.hints = hints(screen)
        } else {
            view.lines = flow.summary(answers, screen)
            view.lines += [
                .rule(columns), PageLine(screen.say("  Enter  记录", "  Enter  record it")),
                PageLine(
                    screen.say(
                        "  1-\(steps.count) 回到那一步修改", "  1-\(steps.count)  back to that step")),
                .note(
                    screen.say(
                        " 记下后不能改动, 写错了用更正记一条冲正。",
                        " Once recorded it stays; a mistake is corrected by a new record."
                    )),
            ]
            view.hints = [
                Hint(screen.say("Enter记录", "Enter record"), .enter),
                Hint(screen.say("数字修改", "digit change")),
                Hint(screen.say("Esc返回", "Esc back"), .escape),
            ]
        }
        return view
    }

    private func corner(_ screen: ScreenContext) -> String {
        screen.isDesk ? flow.about : ScreenContext.tail(flow.about)
    }

    private func side(_ steps: [FlowStep], _ screen: ScreenContext) -> [String] {
        let titles = steps.map { $0.title[screen.language] } + [screen.say("确认", "Confirm")]
        return [flow.title[screen.language]]
            + titles.enumerated().map { place, title in
                let mark = done != nil || place < index ? "v" : place == index ? ">" : " "
                return "\(mark) \(place + 1) \(title)"
            } + ["", " " + flow.about]
    }

    private func lines(
        of step: FlowStep, _ columns: Int, _ screen: ScreenContext
    ) -> [PageLine] {
        var lines = step.notes
        for (place, question) in step.questions.enumerated() {
            let label = question.label[screen.language]
            if place == focus {
                lines += asking(question, columns, screen)
            } else if let answer = answers[question.key], place < focus {
                lines.append(PageLine(" v \(label)  \(question.said(answer, screen.language))"))
            } else {
                lines.append(PageLine("   " + label))
            }
        }
        return lines + (step.exits.isEmpty ? [] : [PageLine()] + step.exits)
    }

    private func asking(
        _ question: Question, _ columns: Int, _ screen: ScreenContext
    ) -> [PageLine] {
        let label = question.label[screen.language]
        switch question.kind {
        case .choice(let options):
            let first = optionPage * Self.optionsAtOnce
            let shown = options.dropFirst(first).prefix(Self.optionsAtOnce)
            var lines = [PageLine(" " + label)]
            lines += shown.enumerated().map { place, option in
                .choice(
                    place + 1, option.words[screen.language],
                    isChosen: option.code == answers[question.key])
            }
            if options.count > Self.optionsAtOnce {
                lines.append(
                    .choice(0, screen.say("更多 (\(options.count))", "more (\(options.count))")))
            }
            if !lines.contains(where: \.isActive) { lines[lines.count - 1].isActive = true }
            return lines
        case .text, .money, .number, .secret:
            let isHidden = if case .secret = question.kind { true } else { false }
            return [.field(label, entry, columns: min(columns - 1, 46), isHidden: isHidden)]
        case .signature: return box(question, screen)
        }
    }

    private func box(_ question: Question, _ screen: ScreenContext) -> [PageLine] {
        let drawing = SignatureDrawing(answers[question.key] ?? "")
        let border = " +" + String(repeating: "-", count: SignatureDrawing.columns) + "+"
        var lines = [PageLine(" " + question.label[screen.language]), PageLine(border)]
        for (row, text) in drawing.lines.enumerated() {
            var line = PageLine(" |" + text + "|")
            line.canvasRow = row
            lines.append(line)
        }
        lines.append(PageLine(border))
        lines.append(
            PageLine(
                screen.say(
                    " 已签 \(drawing.strokes.count) 笔 \(drawing.pointCount) 点",
                    " strokes \(drawing.strokes.count), points \(drawing.pointCount)")))
        lines += [
            .choice(1, screen.say("完成", "done")), .choice(2, screen.say("清除", "clear")),
            .choice(3, screen.say("撤一笔", "undo a stroke")),
        ]
        if case .signature(let instead?) = question.kind {
            lines.append(.choice(4, instead[screen.language]))
        }
        return lines
    }

    private func hints(_ screen: ScreenContext) -> [Hint] {
        if case .signature(let instead) = active?.kind {
            let other = Hint(screen.say("4不能手签", "4 cannot"), .character("4"))
            return [
                Hint(screen.say("1完成", "1 done"), .character("1")),
                Hint(screen.say("2清除", "2 clear"), .character("2")),
            ] + (instead == nil ? [] : [other])
                + [Hint(screen.say("Esc返回", "Esc back"), .escape)]
        }
        let first =
            active?.isText == true
            ? Hint(screen.say("输入", "type")) : Hint(screen.say("数字选", "digit"))
        return [
            first, Hint(screen.say("Enter下一步", "Enter next"), .enter),
            Hint(screen.say("Esc返回", "Esc back"), .escape),
        ]
    }

    private func overlay(
        _ number: String, _ columns: Int, _ screen: ScreenContext
    ) -> [PageLine] {
        let bar = PageLine(" " + String(repeating: "=", count: max(0, columns - 2)))
        var lines = [
            bar, PageLine(screen.say("  扫到另一单", "  another parcel")), PageLine("  " + number),
            .choice(1, screen.say("存草稿, 打开那一单", "keep the draft, open that one")),
        ]
        if flow.joining(number, answers) != nil {
            lines.append(.choice(2, screen.say("同一户, 一起签收", "same door: hand over together")))
        }
        return lines + [
            .choice(0, screen.say("忽略, 继续本单", "ignore, go on here")), bar,
            PageLine(screen.say(" 本单已存草稿", " the draft is kept")),
        ]
    }

    private func finished(_ view: PageView, _ screen: ScreenContext) -> PageView {
        var view = view
        view.lines = [
            PageLine(), PageLine("   " + String(repeating: "=", count: 26)),
            PageLine("     OK  " + flow.title[screen.language]),
            PageLine("     " + flow.about),
            PageLine("   " + String(repeating: "=", count: 26)), PageLine(),
            .note(" " + (done?[screen.language] ?? "")), PageLine(),
            .choice(0, screen.say("回首页", "home")),
        ]
        view.note = screen.say("扫下一件即可继续", "scan the next parcel to go on")
        view.hints = [
            Hint(screen.say("0首页", "0 home"), .character("0")),
            Hint(screen.say("扫码=下一件", "scan = next")),
        ]
        return view
    }
}
