package import Domain
package import Journal

/// What a login is checked against, or why nobody of this name can log in here.
package enum LoginLookup: Equatable, Sendable {
    /// The person and the verifier of the PIN.
    case person(Person, verifier: String)
    /// No person has come from the station yet: exchange first.
    case noPersonsYet
    case unknownPerson
    /// The station closed the account.
    case closed
    /// The station has set no PIN for the person.
    case withoutPIN
}

extension Handheld {
    /// Looks a person up in the rows of the station. Logging in needs no network.
    package mutating func login(_ id: String) throws(JournalError) -> LoginLookup {
        guard case .person(let person) = try entity(EntityReference(.person, id)) else {
            return try journal.rows(of: .person).isEmpty ? .noPersonsYet : .unknownPerson
        }
        guard person.state == .active else { return .closed }
        guard let verifier = person.pin else { return .withoutPIN }
        return .person(person, verifier: verifier)
    }

    /// How many open tasks this handheld has of a person.
    package mutating func taskCount(of person: String) throws(JournalError) -> Int {
        try entities(of: .task).count { entity in
            guard case .task(let task) = entity else { return false }
            return task.assignee == person && !task.state.isEnded
        }
    }
}
