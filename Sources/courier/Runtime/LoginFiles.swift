import Domain
import Handheld
import SyncProtocol

/// Who is logged in.
enum SessionFile {
    /// The person; nil when nobody is.
    static func read(_ places: CourierPlaces) throws(CommandFailure) -> String? {
        guard let object = try KeptFile.read(places.session) else { return nil }
        return object["person"]?.text.flatMap { EntityReference.isIdentifier($0) ? $0 : nil }
    }

    /// Nil ends the login.
    static func write(_ person: String?, _ places: CourierPlaces) throws(CommandFailure) {
        var object: CanonicalObject = [:]
        object["person"] = person.map { .text($0) }
        try KeptFile.write(object, to: places.session)
    }
}

/// Wrong PINs in a row, by person.
enum PINFile {
    static func read(_ person: String, _ places: CourierPlaces) throws(CommandFailure) -> PINLock {
        guard let parts = try KeptFile.read(places.pins)?[person]?.list, parts.count == 3,
            let count = parts[0].integer, let boot = parts[1].integer,
            let milliseconds = parts[2].integer
        else { return PINLock() }
        return PINLock(wrongCount: count, bootNumber: boot, bootMilliseconds: milliseconds)
    }

    /// Whether anybody typed so many wrong PINs that only the station's code helps.
    static func needsUnlock(_ places: CourierPlaces) throws(CommandFailure) -> Bool {
        let persons = try KeptFile.read(places.pins)?.members.map(\.key) ?? []
        for person in persons where try read(person, places).needsUnlock { return true }
        return false
    }

    /// Forgets everybody's wrong tries.
    static func forget(_ places: CourierPlaces) throws(CommandFailure) {
        try KeptFile.write([:], to: places.pins)
    }

    /// Nil forgets the wrong tries.
    static func write(
        _ lock: PINLock?, of person: String, _ places: CourierPlaces
    ) throws(CommandFailure) {
        var object = try KeptFile.read(places.pins) ?? [:]
        object[person] = lock.map {
            [.integer($0.wrongCount), .integer($0.bootNumber), .integer($0.bootMilliseconds)]
        }
        try KeptFile.write(object, to: places.pins)
    }
}
