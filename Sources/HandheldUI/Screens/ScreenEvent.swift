package import Commands
package import Domain
package import Terminal

/// What happens to the screens.
package enum ScreenEvent: Sendable {
    case key(Key)
    /// A label was read; `isRepeated` when the same one was just before.
    case scan(ScannedCode, isRepeated: Bool)
    case paste(String)
    case mouse(Mouse)
    case resize(Size)
    case answer(ScreenAnswer)
    /// What the journal says may have changed.
    case changed
    /// Typing paused, or the program is about to end.
    case paused
    /// Nobody touched the handheld for long.
    case unattended
}

/// What the screens want done.
package enum ScreenEffect: Sendable {
    /// Its answer comes back as an event in the same turn.
    case ask(ScreenQuestion)
    /// So many short sounds.
    case bell(Int)
    /// Draw everything anew.
    case repaint
    case quit
}

/// What the screens ask of the handheld. Nothing here waits for the network.
package enum ScreenQuestion: Sendable {
    case figures
    case tasks
    case task(String)
    /// Everything known of the parcel with one of these numbers.
    case parcel([String])
    case login(person: String, pin: Secret)
    /// Proves that it is still the person logged in.
    case prove(person: String, pin: Secret)
    case answerTask(TaskAnswerInput)
    /// Cases that records of this handheld are in.
    case conflicts
    /// What the rules say of goods.
    case goods(name: String, [CatalogueAnswer], to: GoodsDestination)
    case quote(QuoteInput)
    /// Flows that were begun and not recorded, the newest first.
    case drafts
    case keepDraft(ScreenDraft)
    case discardDraft(String)
    /// Record it, with the id of its draft.
    case record(ScreenAct, draft: String)
    /// Begin an exchange now.
    case exchange
    /// Keep the language for the next start.
    case language(Language)
}

/// What the handheld answers.
package enum ScreenAnswer: Sendable {
    case figures(ScreenFigures)
    case tasks([TaskView])
    case task(TaskView?)
    /// Nil when nothing is known of it; with the numbers that were asked for.
    case parcel(ParcelView?, [String])
    case drafts([ScreenDraft])
    case conflicts([CaseRow])
    case goods(CatalogueFinding)
    case quote(ScreenQuote)
    /// The PIN was right.
    case proven
    /// Recorded: what to say of it.
    case recorded(Words)
    /// Nothing was done, and why.
    case failed([CommandError])
}

/// A price as it is shown to the sender.
package struct ScreenQuote: Hashable, Sendable {
    /// What it is made of.
    package let lines: [Line]
    package let totalFen: Int

    package init(lines: [Line], totalFen: Int) {
        self.lines = lines
        self.totalFen = totalFen
    }

    /// One part of a price.
    package struct Line: Hashable, Sendable {
        package let words: Words
        package let fen: Int

        package init(words: Words, fen: Int) {
            self.words = words
            self.fen = fen
        }
    }
}
