import Commands
import Domain
import Handheld
import HandheldUI
import Platform
import Terminal

/// The loop of the screen: it sleeps until a key, a signal, an answer of the station or a time
/// comes, gives it to the screens, does what they want, and draws one frame.
struct ScreenRun {
    private let terminal: ScreenTerminal
    private var desk: ScreenDesk
    private var screens: Screens
    private var decoder: InputDecoder
    private var assembler: ScanAssembler
    private var shown: (grid: Grid, caret: Point?)?
    /// Boot times: of the last byte, of the last key, and of the next minute.
    private var byteAt = 0
    private var touchedAt = 0
    /// Something was typed since the last pause.
    private var isTyped = false
    private var end: ScreenEnd?

    /// How a screen ended.
    enum ScreenEnd {
        case asked
        case signal(status: Int32)
        /// The station wants this handheld erased.
        case erased
    }

    /// A handheld left alone for so long is locked.
    static let unattendedMilliseconds = 5 * 60_000
    /// Typing that rests for so long is kept.
    static let pausedMilliseconds = 2_000

    init(desk: ScreenDesk, language: Language, environment: [String: String])
        throws(CommandFailure)
    {
        self.desk = desk
        let hasMouse = environment["TERM"] != "linux"
        do throws(POSIXFailure) {
            terminal = try ScreenTerminal(
                enter: TerminalModes.enter(withMouse: hasMouse), leave: TerminalModes.leave,
                errorsPath: desk.places.state + "/screen.log")
        } catch {
            throw CommandFailure(.system(error))
        }
        screens = Screens(language: language, size: Self.size(of: terminal), random: .system)
        let isRemote = environment["SSH_TTY"]?.isEmpty == false
        decoder = InputDecoder(escapeMilliseconds: isRemote ? 100 : 50)
        var settings = ScanAssembler.Settings()
        settings.isWholeCode = { text in
            ScannedCode(Array(text.utf8)).candidates.contains { candidate in
                if case .success = WaybillNumber.parse(candidate) { true } else { false }
            }
        }
        assembler = ScanAssembler(settings)
    }

    /// Shows the screens until somebody or something ends them.
    mutating func run() throws(CommandFailure) -> ScreenEnd {
        do throws(POSIXFailure) {
            try terminal.begin()
        } catch {
            throw CommandFailure(.system(error))
        }
        defer { terminal.end() }
        var now = CourierProgram.now
        touchedAt = now.bootMilliseconds
        desk.begin(waking: terminal.otherThreads, at: now)
        perform(screens.begin(), at: now)
        while end == nil {
            draw(at: now)
            let happening = terminal.wait(milliseconds: milliseconds(from: now))
            now = CourierProgram.now
            take(happening, at: now)
            if desk.isErased { end = .erased }
        }
        return end ?? .asked
    }

    // MARK: What happens

    private mutating func take(_ happening: ScreenTerminal.Happening, at now: Moment) {
        let boot = now.bootMilliseconds
        switch happening {
        case .bytes(let bytes):
            // What waited for silence and got it is settled before new bytes join it.
            if let wait = decoder.waitMilliseconds, boot - byteAt > wait {
                take(decoder.idle(), at: now)
            }
            byteAt = boot
            touchedAt = boot
            isTyped = true
            for byte in bytes { take(decoder.take(byte), at: now) }
        case .resized, .resumed:
            let size = Self.size(of: terminal)
            shown = nil
            give(.resize(size), at: now)
        case .woken: break
        case .ended(let status):
            give(.paused, at: now)
            end = .signal(status: status)
        case .late: break
        }
        if let wait = decoder.waitMilliseconds, boot - byteAt >= wait {
            take(decoder.idle(), at: now)
        }
        take(assembler.pass(at: boot), at: now)
        if isTyped, boot - touchedAt >= Self.pausedMilliseconds {
            isTyped = false
            give(.paused, at: now)
        }
        if boot - touchedAt >= Self.unattendedMilliseconds {
            touchedAt = boot
            give(.unattended, at: now)
        }
        if desk.turn(at: now) { give(.changed, at: now) }
    }

    private mutating func take(_ inputs: [TerminalInput], at now: Moment) {
        for input in inputs {
            switch input {
            case .key(let key): take(assembler.take(key, at: now.bootMilliseconds), at: now)
            case .paste(let text):
                take(assembler.flush(at: now.bootMilliseconds), at: now)
                give(.paste(text), at: now)
            case .mouse(let mouse):
                take(assembler.flush(at: now.bootMilliseconds), at: now)
                give(.mouse(mouse), at: now)
            case .reply: break
            }
        }
    }

    private mutating func take(_ inputs: [AssembledInput], at now: Moment) {
        for input in inputs {
            switch input {
            // In a burst that is no label a control byte is no key: a scanner's ETX is no Ctrl-C.
            case .key(.control) where inputs.count > 1: break
            case .key(let key): give(.key(key), at: now)
            case .scan(let bytes, let isRepeated):
                give(.scan(ScannedCode(bytes), isRepeated: isRepeated), at: now)
            }
        }
    }

    private mutating func give(_ event: ScreenEvent, at now: Moment) {
        perform(screens.take(event, at: now), at: now)
    }

    /// Effects and their answers, until nothing more is wanted.
    private mutating func perform(_ effects: [ScreenEffect], at now: Moment) {
        var waiting = effects[...]
        var left = Self.effectsMax
        while let effect = waiting.popFirst(), left > 0 {
            left -= 1
            switch effect {
            case .ask(let question):
                for answer in desk.answers(to: question, screens.language, at: now) {
                    waiting += screens.take(.answer(answer), at: now)
                }
            case .bell(let count):
                write(String(repeating: TerminalModes.bell, count: min(count, Self.bellsMax)))
            case .repaint: shown = nil
            case .quit: end = .asked
            }
        }
    }

    /// More effects in one turn are a circle of questions.
    private static let effectsMax = 64
    private static let bellsMax = 4

    // MARK: Drawing and sleeping

    private mutating func draw(at now: Moment) {
        let frame = screens.frame(at: now)
        if let shown, shown.grid.size == frame.grid.size {
            write(ScreenChanges.between(shown.grid, shown.caret, frame.grid, caret: frame.caret))
        } else {
            write(ScreenChanges.repaint(frame.grid, caret: frame.caret))
        }
        shown = (frame.grid, frame.caret)
    }

    private mutating func write(_ text: String) {
        guard !text.isEmpty else { return }
        do throws(POSIXFailure) {
            try terminal.write(text)
        } catch {
            end = .signal(status: Self.hangUpStatus)
        }
    }

    private static let hangUpStatus: Int32 = 129

    /// Until the next time at which something is to be done: the clock turns a minute at the
    /// latest.
    private func milliseconds(from now: Moment) -> Int {
        let boot = now.bootMilliseconds
        let times = [
            decoder.waitMilliseconds.map { byteAt + $0 }, assembler.deadline, desk.nextAt,
            touchedAt + Self.unattendedMilliseconds,
            isTyped ? touchedAt + Self.pausedMilliseconds : nil,
            boot + 60_000 - now.wallMilliseconds % 60_000,
        ]
        return max(0, (times.compactMap(\.self).min() ?? boot) - boot)
    }

    private static func size(of terminal: ScreenTerminal) -> Size {
        guard let size = terminal.size else { return Size(columns: 80, rows: 24) }
        return Size(columns: size.columns, rows: size.rows)
    }
}
