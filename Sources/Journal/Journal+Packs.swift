import SQLite

/// A rule pack of the station as this handheld uses it.
package struct KeptPack: Hashable, Sendable {
    package var name: String
    package var version: Int
    package var content: String

    package init(name: String, version: Int, content: String) {
        self.name = name
        self.version = version
        self.content = content
    }
}

extension Journal {
    /// The packs in use, by name.
    package func packs() throws(JournalError) -> [KeptPack] {
        try read { connection in
            try connection.rows("SELECT name, ver, content FROM pack ORDER BY name") { row in
                KeptPack(name: row.text(0), version: row.integer(1), content: row.text(2))
            }
        }
    }

    /// Puts these packs in the places of all that were in use, together.
    package func usePacks(_ packs: [KeptPack]) throws(JournalError) {
        try write { connection in
            try connection.execute("DELETE FROM pack")
            for pack in packs {
                try connection.execute(
                    "INSERT INTO pack(name, ver, content) VALUES (?1, ?2, ?3)", pack.name,
                    pack.version, pack.content)
            }
        }
    }
}
