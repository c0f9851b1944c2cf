import Domain
import Journal
import SyncProtocol

/// What people did and what they were told: counted by acts, not by ids, and untouched by faults.
struct Oracle {
    private(set) var intents: [Intent] = []
    private var byDraft: [String: Int] = [:]
    /// How many acts were shown as saved.
    private(set) var savedCount = 0
    /// Request counters that were taken, by handheld: the code of the request.
    private var counters: [String: [Int: Digest]] = [:]
    private var newestCounter: [String: Int] = [:]

    /// One act of one person.
    struct Intent {
        let device: Int
        let act: Act
        let draft: String
        var told: Told = .nothing
        /// How many acts had been saved then, this one counted.
        var savedNumber = 0
        /// The lines that were promised, in their order, as they were recorded first.
        var lines: [[UInt8]] = []
    }

    /// What the courier was told of an act.
    enum Told {
        case nothing, maybe, saved, notSaved, refused
        /// Saved, and then the handheld was put back to before it.
        case lost
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
        savedCount += 1
        intents[intent].savedNumber = savedCount
    }

    /// A handheld was put back to a time when so many acts had been saved.
    mutating func lose(device: Int, after count: Int) {
        for index in intents.indices
        where intents[index].device == device && intents[index].told == .saved
            && intents[index].savedNumber > count
        {
            intents[index].told = .lost
        }
    }

    func intent(ofDraft draft: String) -> Int? { byDraft[draft] }

    // MARK: What the server said

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
