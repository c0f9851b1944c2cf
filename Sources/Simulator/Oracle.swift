import Domain
import Journal
import SyncProtocol

/// What people did and what they were told: counted by acts, not by ids, and untouched by faults.
struct Oracle {
    private(set) var intents: [Intent] = []
    private var byDraft: [String: Int] = [:]
    /// The heads that the server said it has, by stream and sequence.
    private(set) var given: [String: [Int: Digest]] = [:]
    /// Request counters that were taken, by handheld: the code of the request.
    private var counters: [String: [Int: Digest]] = [:]
    private var newestCounter: [String: Int] = [:]

    /// One act of one person.
    struct Intent {
        let device: Int
        let act: Act
        let draft: String
        var told: Told = .nothing
        /// The lines that were promised, in their order.
        var lines: [[UInt8]] = []
    }

    /// What the courier was told of an act.
    enum Told {
        case nothing, maybe, saved, notSaved, refused
    }

    mutating func begin(_ act: Act, device: Int) -> Int {
        let number = intents.count
        let draft = "d\(number)"
        intents.append(Intent(device: device, act: act, draft: draft))
        byDraft[draft] = number
        return number
    }

    mutating func tell(_ intent: Int, _ told: Told) { intents[intent].told = told }

    mutating func promise(_ intent: Int, _ lines: [[UInt8]]) throws(Violation) {
        let before = intents[intent].lines
        try demand(
            before.isEmpty || before == lines, "I-31",
            "act \(intents[intent].draft) was saved as something else")
        intents[intent].lines = lines
        intents[intent].told = .saved
    }

    func intent(ofDraft draft: String) -> Int? { byDraft[draft] }

    // MARK: What the server said

    mutating func note(_ answer: ExchangeResponse) {
        for result in answer.pushes {
            guard case .ok(let stored) = result.outcome else { continue }
            given[result.stream, default: [:]][stored.at] = stored.atHead
        }
    }

    /// A request was taken as one of this counter.
    mutating func take(
        counter: Int, code: Digest, of device: String
    ) throws(Violation) -> Bool {
        if let known = counters[device]?[counter] {
            try demand(
                known == code && newestCounter[device] == counter, "I-39",
                "counter \(counter) of \(device) was taken twice")
            return true
        }
        counters[device, default: [:]][counter] = code
        newestCounter[device] = max(counter, newestCounter[device] ?? 0)
        return false
    }

    /// The server was put back by copying its files, which nobody may do: counters come again.
    mutating func forgetCounters() {
        counters = [:]
        newestCounter = [:]
    }
}
