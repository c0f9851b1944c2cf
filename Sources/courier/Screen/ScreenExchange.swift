import Domain
import Handheld
import Platform
import Synchronization

/// The exchange beside the screen: one request at a time on a thread of its own, so that nobody
/// waits for the network. The handheld decides what is sent and when; this only carries.
struct ScreenExchange {
    private let run: SyncRun
    private let inbox = Inbox()
    private var waker: ScreenTerminal.Waker?
    private var isOut = false
    private var askAt = 0
    /// The station wants this handheld erased.
    private(set) var isErased = false

    /// The station is asked for news at least so often.
    static let everyMilliseconds = 5 * 60_000

    /// What came of requests, from the thread that carried them.
    private final class Inbox: Sendable {
        private let outcomes = Mutex<[TransportOutcome]>([])

        func put(_ outcome: TransportOutcome) { outcomes.withLock { $0.append(outcome) } }

        func take() -> [TransportOutcome] {
            outcomes.withLock { waiting in
                defer { waiting = [] }
                return waiting
            }
        }
    }

    init(_ run: SyncRun) { self.run = run }

    /// A request is on its way.
    var isExchanging: Bool { isOut }

    mutating func begin(
        _ session: inout JournalSession, waking waker: ScreenTerminal.Waker, at now: Moment
    ) {
        self.waker = waker
        ask(&session, at: now)
    }

    /// Wants an exchange now.
    mutating func ask(_ session: inout JournalSession, at now: Moment) {
        askAt = now.bootMilliseconds
        // The one under way may have been begun for somebody else: ask again after it.
        guard !isOut else { return }
        askAt += Self.everyMilliseconds
        _ = try? session.act { try $0.ask(at: now) }
        send(&session, at: now)
    }

    /// Boot time of the next thing to do; the answer of a request wakes by itself.
    func nextAt(_ session: JournalSession) -> Int? {
        isOut ? nil : [session.alarm, askAt].compactMap(\.self).min()
    }

    /// Takes in answers, lets the engine look again when its time has come, and sends. Whether
    /// anything changed. A journal that cannot be written is told by the next act.
    mutating func turn(_ session: inout JournalSession, at now: Moment) -> Bool {
        let wasOut = isOut
        var isChanged = false
        for outcome in inbox.take() {
            isOut = false
            isChanged = true
            receive(outcome, &session, at: now)
        }
        if !isOut, let alarm = session.alarm, now.bootMilliseconds >= alarm {
            _ = try? session.act { try $0.ring(at: now) }
        }
        if !isOut, now.bootMilliseconds >= askAt { ask(&session, at: now) }
        send(&session, at: now)
        return isChanged || isOut != wasOut
    }

    private mutating func receive(
        _ outcome: TransportOutcome, _ session: inout JournalSession, at now: Moment
    ) {
        let run = run
        let remains = try? session.act { handheld in
            try handheld.receive(outcome, at: now)
            try run.keepKey(&handheld)
            _ = try handheld.takeMessages(at: now)
            return try handheld.remainsIfDue(at: now)
        }
        if remains.flatMap(\.self) != nil { isErased = true }
    }

    private mutating func send(_ session: inout JournalSession, at now: Moment) {
        guard !isOut, !isErased, let waker,
            let request = (try? session.act { try $0.nextRequest(at: now) }).flatMap(\.self)
        else { return }
        let client = run.client
        let server = run.server ?? run.access.enrolment.server
        let inbox = inbox
        do throws(POSIXFailure) {
            try startThread(stackBytes: Self.stackBytes) {
                inbox.put(client.send(request, to: server))
                waker.wake()
            }
            isOut = true
        } catch {
            // Without a thread it counts as a network that is not there; it is tried again.
            inbox.put(.unreachable)
            isOut = true
            waker.wake()
        }
    }

    private static let stackBytes = 1 << 20
}
