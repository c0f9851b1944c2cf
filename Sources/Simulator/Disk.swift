import CSimDisk

/// One simulated disk, by its number; see `simnode.h`.
struct Disk: Hashable {
    /// The name under which SQLite knows the disks.
    static let vfs = "simnode"

    let number: Int

    /// What can happen to one operation.
    enum Fault {
        case crash, badWrite, badRead, noRoom
    }

    init(_ number: Int) {
        precondition(number < Int(SIMNODE_DISKS), "there is no disk \(number)")
        self.number = number
    }

    /// Makes all disks empty and all their draws follow from a seed.
    static func begin(seed: UInt64) {
        precondition(simnode_register() == 0, "SQLite takes the disks")
        simnode_begin(seed)
    }

    static func setTime(_ milliseconds: Int) { simnode_set_time(Int64(milliseconds)) }

    func path(_ name: String) -> String { "/\(number)/\(name)" }

    /// Ends the process that uses the disk.
    func kill() { simnode_kill(Int32(number)) }

    /// Cuts the power; each unsynced sector survives with this probability.
    func cutPower(percent: Int) { simnode_power_cut(Int32(number), Int32(percent)) }

    /// Puts the files of another disk in the place of those of this one.
    func copy(_ other: Disk) { simnode_copy(Int32(other.number), Int32(number)) }

    func clear() { simnode_clear(Int32(number)) }

    func order(_ fault: Fault, at operation: Int) {
        let code =
            switch fault {
            case .crash: SIMNODE_CRASH
            case .badWrite: SIMNODE_BAD_WRITE
            case .badRead: SIMNODE_BAD_READ
            case .noRoom: SIMNODE_NO_ROOM
            }
        simnode_fault(Int32(number), Int32(code), Int32(operation))
    }

    /// Takes the ordered fault away; answers whether it had happened.
    func disarm() -> Bool {
        let hasMet = simnode_has_met_fault(Int32(number)) != 0
        simnode_fault(Int32(number), 0, 0)
        return hasMet
    }

    var hasCrashed: Bool { simnode_has_crashed(Int32(number)) != 0 }

    func setFull(_ isFull: Bool) { simnode_set_full(Int32(number), isFull ? 1 : 0) }

    /// Writes, truncations and syncs so far.
    var changeCount: Int { Int(simnode_changes(Int32(number))) }
}
