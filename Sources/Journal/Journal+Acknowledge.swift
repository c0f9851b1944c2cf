package import Domain
import SQLite
package import SyncProtocol

extension Journal {
    /// Notes when entries are put into a request for the first time; later attempts change nothing.
    package func noteAttempt(
        from: Int, through last: Int, at moment: Moment
    ) throws(JournalError) {
        guard from <= last else { return }
        try write { connection in
            let stream = try openStream()
            try connection.execute(
                """
                UPDATE entry SET first_o = ?1, first_m = ?2
                WHERE id BETWEEN ?3 AND ?4 AND first_o IS NULL
                """, moment.bootNumber, moment.bootMilliseconds, stream.key(from),
                stream.key(last))
        }
    }

    /// Takes in that the ledger holds the open stream up to a sequence; never goes down.
    ///
    /// The caller has compared the head that the server repeated with `head(at:)`.
    package func acknowledge(through sequence: Int) throws(JournalError) {
        try write { connection in
            let stream = try openStream()
            guard sequence > stream.acknowledged else { return }
            let last = try tail(of: stream).sequence
            precondition(sequence <= last, "an acknowledgement of what was never recorded")
            try connection.execute(
                "UPDATE stream SET acked = ?1 WHERE no = ?2", sequence, stream.number)
            try releasePins()
        }
    }

    /// Goes back to what a restored server still holds, so that the rest is pushed again.
    ///
    /// Answers false, and changes nothing, when the heads differ: then the histories differ.
    package func rewind(to sequence: Int, head: Digest) throws(JournalError) -> Bool {
        try write { connection in
            let stream = try openStream()
            guard try self.head(at: sequence, of: stream) == head else { return false }
            try connection.execute(
                "UPDATE stream SET acked = ?1 WHERE no = ?2", sequence, stream.number)
            return true
        }
    }

    /// Takes in up to where the ledger is in a verified backup. It may fall.
    package func secure(through sequence: Int) throws(JournalError) {
        try write { connection in
            let stream = try openStream()
            let secured = min(sequence, try tail(of: stream).sequence)
            guard secured != stream.secured else { return }
            try connection.execute(
                "UPDATE stream SET secured = ?1 WHERE no = ?2", secured, stream.number)
        }
    }
}
