/// How often situations came up that a run has to meet: a run that never met one proves nothing
/// about it.
package struct Tally: Equatable, Sendable {
    private var counts = [Int](repeating: 0, count: Situation.allCases.count)

    /// The named situations.
    package enum Situation: String, CaseIterable, Sendable {
        case act = "acts recorded"
        case refusedAct = "acts refused by a rule"
        case exchange = "exchanges"
        case newLine = "lines taken in"
        case duplicate = "lines sent again"
        case lostRequest = "requests lost"
        case lostAnswer = "answers lost"
        case lateFrame = "old frames delivered again"
        case cutFrame = "frames cut"
        case bentFrame = "frames with a flipped bit"
        case swappedAnswer = "answers to another request"
        case portal = "captive portals"
        case redirect = "redirects"
        case serverError = "5xx without a signature"
        case partition = "partitions"
        case timedOut = "time limits passed"
        case deviceKill = "handhelds killed"
        case deviceCut = "handhelds without power"
        case deviceCrash = "handhelds dead inside a disk operation"
        case deviceBadDisk = "disk errors of handhelds"
        case deviceFull = "full disks of handhelds"
        case checkingSaved = "being checked, then saved"
        case checkingNotSaved = "being checked, then not saved"
        case clockJump = "clock jumps"
        case reboot = "reboots"
        case login = "logins changed"
        case serverKill = "servers killed"
        case serverCut = "servers without power"
        case serverCrash = "servers dead inside a disk operation"
        case serverBadDisk = "disk errors of the server"
        case serverFull = "full disk of the server"
        case serverRestore = "servers restored"
        case backup = "backups"
        case copiedBack = "old copies put back without the program"
        case newEpoch = "old copies that were noticed"
        case rewind = "rewinds"
        case staleCounter = "stale counters"
        case again = "newest request answered again"
        case suspended = "handhelds suspended"
        case revoked = "handhelds revoked"
        case activated = "handhelds activated"
        case held = "facts held"
        case poison = "lines that say nothing"
        case poisonFrame = "frames with poison"
        case image = "handhelds put back to an image"
        case imageUnmarked = "handhelds put back with what lies beside"
        case clone = "handhelds cloned"
        case fork = "forks"
        case rotate = "streams ended"
        case carried = "facts carried"
        case carriedTwice = "facts carried twice"
        case lines = "lines brought back"
        case money = "payments in cash"
        case dispatched = "plans changed"
        case decided = "cases decided"
        case night = "nights"
        case dayClosed = "days closed"
        case waived = "blocks of days waived"
        case sealAgrees = "seals that agree"
        case sealDiffers = "seals that differ"
        case late = "facts of closed days"
        case receipt = "receipts of closed days"
        case rebuild = "ledgers read again"
        case reset = "resets"
        case manyPages = "pages with more to come"
        case pinned = "pinned rows"
    }

    mutating func count(_ situation: Situation, by amount: Int = 1) {
        counts[index(situation)] += amount
    }

    /// How often a situation came up.
    package subscript(situation: Situation) -> Int { counts[index(situation)] }

    /// Takes in the counts of another world.
    package mutating func add(_ other: Tally) {
        for index in counts.indices { counts[index] += other.counts[index] }
    }

    /// The counts in the order of the situations, and back.
    package var numbers: [Int] { counts }

    /// Counts nothing yet.
    package init() {}

    /// Reads `numbers`; nil when it is of another program.
    package init?(numbers: [Int]) {
        guard numbers.count == counts.count else { return nil }
        counts = numbers
    }

    private static let places: [Situation: Int] = Dictionary(
        uniqueKeysWithValues: Situation.allCases.enumerated().map { ($1, $0) })

    private func index(_ situation: Situation) -> Int { Tally.places[situation] ?? 0 }
}
