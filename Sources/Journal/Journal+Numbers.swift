import SQLite

extension Journal {
    /// Takes the next place of a block of waybill numbers; the same place is never given twice.
    ///
    /// - Parameter block: the id of the `numbers` row.
    /// - Parameter floor: places below it were used according to the station.
    /// - Parameter count: how many numbers the block has.
    /// - Returns: the place, counted from 0 and durable; nil when the block is used up.
    package func takeNumber(
        of block: String, from floor: Int, below count: Int
    ) throws(JournalError) -> Int? {
        try write { connection in
            let place = max(floor, try numbersTaken(of: block))
            guard place < count else { return nil }
            try connection.execute(
                """
                INSERT INTO number_use VALUES (?1, ?2)
                ON CONFLICT DO UPDATE SET taken = excluded.taken
                """, block, place + 1)
            return place
        }
    }

    /// How many places of a block were taken, given out or skipped.
    package func numbersTaken(of block: String) throws(JournalError) -> Int {
        try read { connection in
            try connection.first(
                "SELECT taken FROM number_use WHERE block = ?1", block, as: { $0.integer(0) }) ?? 0
        }
    }
}
