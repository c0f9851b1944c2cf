/// What a table is for: what may be thrown away and made again, and what may not.
extension Schema {
    /// One table, what it is for, and how it differs between two databases.
    struct Table {
        /// Where the content of a table comes from.
        enum Role {
            /// What was taken in, and is never changed.
            case ledger
            /// What the ledger means; made again from it, it is the same.
            case projection
            /// What the ledger does not say: identities, clocks, limits, logs. It is kept.
            case kept
        }

        let name: String
        let role: Role
        /// Copies a kept table from the attached database `old`, or counts the rows of a
        /// projection that are in one of the two databases only.
        let statement: StaticString

        fileprivate init(_ name: String, _ role: Role, _ statement: StaticString) {
            self.name = name
            self.role = role
            self.statement = statement
        }
    }

    /// Every table, in an order in which each comes after those it refers to.
    static let tables: [Table] = kept + ledger + besideLedger + projection

    private static let kept = [
        Table("device", .kept, "INSERT INTO device SELECT * FROM old.device"),
        Table("device_key", .kept, "INSERT INTO device_key SELECT * FROM old.device_key"),
        Table("enrolment", .kept, "INSERT INTO enrolment SELECT * FROM old.enrolment"),
        Table("directive", .kept, "INSERT INTO directive SELECT * FROM old.directive"),
        Table("report", .kept, "INSERT INTO report SELECT * FROM old.report"),
        Table("scope", .kept, "INSERT INTO scope SELECT * FROM old.scope"),
        Table("anchor", .kept, "INSERT INTO anchor SELECT * FROM old.anchor"),
        Table("stream", .kept, "INSERT INTO stream SELECT * FROM old.stream"),
        Table("station", .kept, "INSERT INTO station SELECT * FROM old.station"),
        Table("audit", .kept, "INSERT INTO audit SELECT * FROM old.audit ORDER BY n"),
        Table("incident", .kept, "INSERT INTO incident SELECT * FROM old.incident"),
        Table("exchange", .kept, "INSERT INTO exchange SELECT * FROM old.exchange"),
        Table("blob", .kept, "INSERT INTO blob SELECT * FROM old.blob"),
        Table("blob_part", .kept, "INSERT INTO blob_part SELECT * FROM old.blob_part"),
        Table("backup", .kept, "INSERT INTO backup SELECT * FROM old.backup"),
        Table("pack", .kept, "INSERT INTO pack SELECT * FROM old.pack"),
    ]

    /// Kept as well, but it refers to the ledger.
    private static let besideLedger = [
        Table("remark", .kept, "INSERT INTO remark SELECT * FROM old.remark")
    ]

    private static let ledger = [
        Table(
            "ledger", .ledger,
            """
            SELECT (SELECT COUNT(*) FROM (SELECT * FROM ledger EXCEPT SELECT * FROM old.ledger))
                + (SELECT COUNT(*) FROM (SELECT * FROM old.ledger EXCEPT SELECT * FROM ledger))
            """)
    ]

    private static let projection = [
        Table(
            "fact", .projection,
            """
            SELECT (SELECT COUNT(*) FROM (SELECT * FROM fact EXCEPT SELECT * FROM old.fact))
                + (SELECT COUNT(*) FROM (SELECT * FROM old.fact EXCEPT SELECT * FROM fact))
            """),
        Table(
            "mention", .projection,
            """
            SELECT (SELECT COUNT(*) FROM (SELECT * FROM mention EXCEPT SELECT * FROM old.mention))
                + (SELECT COUNT(*) FROM (SELECT * FROM old.mention EXCEPT SELECT * FROM mention))
            """),
        Table(
            "answer", .projection,
            """
            SELECT (SELECT COUNT(*) FROM (SELECT * FROM answer EXCEPT SELECT * FROM old.answer))
                + (SELECT COUNT(*) FROM (SELECT * FROM old.answer EXCEPT SELECT * FROM answer))
            """),
        Table(
            "posting", .projection,
            """
            SELECT (SELECT COUNT(*) FROM (SELECT * FROM posting EXCEPT SELECT * FROM old.posting))
                + (SELECT COUNT(*) FROM (SELECT * FROM old.posting EXCEPT SELECT * FROM posting))
            """),
        Table(
            "dispute", .projection,
            """
            SELECT (SELECT COUNT(*) FROM (SELECT * FROM dispute EXCEPT SELECT * FROM old.dispute))
                + (SELECT COUNT(*) FROM (SELECT * FROM old.dispute EXCEPT SELECT * FROM dispute))
            """),
        Table(
            "dispute_scope", .projection,
            """
            SELECT COUNT(*) FROM (
                SELECT * FROM (SELECT * FROM dispute_scope EXCEPT SELECT * FROM old.dispute_scope)
                UNION ALL
                SELECT * FROM (SELECT * FROM old.dispute_scope EXCEPT SELECT * FROM dispute_scope))
            """),
        Table(
            "dispute_fact", .projection,
            """
            SELECT COUNT(*) FROM (
                SELECT * FROM (SELECT * FROM dispute_fact EXCEPT SELECT * FROM old.dispute_fact)
                UNION ALL
                SELECT * FROM (SELECT * FROM old.dispute_fact EXCEPT SELECT * FROM dispute_fact))
            """),
        Table(
            "seal", .projection,
            """
            SELECT COUNT(*) FROM (
                SELECT * FROM (SELECT * FROM seal EXCEPT SELECT * FROM old.seal)
                UNION ALL
                SELECT * FROM (SELECT * FROM old.seal EXCEPT SELECT * FROM seal))
            """),
        Table(
            "day", .projection,
            """
            SELECT COUNT(*) FROM (
                SELECT * FROM (SELECT * FROM day EXCEPT SELECT * FROM old.day)
                UNION ALL
                SELECT * FROM (SELECT * FROM old.day EXCEPT SELECT * FROM day))
            """),
        Table(
            "day_roster", .projection,
            """
            SELECT COUNT(*) FROM (
                SELECT * FROM (SELECT * FROM day_roster EXCEPT SELECT * FROM old.day_roster)
                UNION ALL
                SELECT * FROM (SELECT * FROM old.day_roster EXCEPT SELECT * FROM day_roster))
            """),
        Table(
            "day_waiver", .projection,
            """
            SELECT COUNT(*) FROM (
                SELECT * FROM (SELECT * FROM day_waiver EXCEPT SELECT * FROM old.day_waiver)
                UNION ALL
                SELECT * FROM (SELECT * FROM old.day_waiver EXCEPT SELECT * FROM day_waiver))
            """),
        Table(
            "late_fact", .projection,
            """
            SELECT COUNT(*) FROM (
                SELECT * FROM (SELECT * FROM late_fact EXCEPT SELECT * FROM old.late_fact)
                UNION ALL
                SELECT * FROM (SELECT * FROM old.late_fact EXCEPT SELECT * FROM late_fact))
            """),
        Table(
            "attachment", .projection,
            """
            SELECT COUNT(*) FROM (
                SELECT * FROM (SELECT * FROM attachment EXCEPT SELECT * FROM old.attachment)
                UNION ALL
                SELECT * FROM (SELECT * FROM old.attachment EXCEPT SELECT * FROM attachment))
            """),
        Table(
            "bucket", .projection,
            """
            SELECT (SELECT COUNT(*) FROM (SELECT * FROM bucket EXCEPT SELECT * FROM old.bucket))
                + (SELECT COUNT(*) FROM (SELECT * FROM old.bucket EXCEPT SELECT * FROM bucket))
            """),
        Table(
            "row", .projection,
            """
            SELECT (SELECT COUNT(*) FROM (SELECT * FROM row EXCEPT SELECT * FROM old.row))
                + (SELECT COUNT(*) FROM (SELECT * FROM old.row EXCEPT SELECT * FROM row))
            """),
        // Endings below the floor may have been forgotten.
        Table(
            "row_bucket", .projection,
            """
            SELECT COUNT(*) FROM (
                SELECT * FROM (SELECT * FROM row_bucket EXCEPT SELECT * FROM old.row_bucket)
                UNION ALL
                SELECT * FROM (SELECT * FROM old.row_bucket EXCEPT SELECT * FROM row_bucket))
            WHERE why IS NULL OR r>(SELECT floor FROM station)
            """),
        Table(
            "link", .projection,
            """
            SELECT (SELECT COUNT(*) FROM (SELECT * FROM link EXCEPT SELECT * FROM old.link))
                + (SELECT COUNT(*) FROM (SELECT * FROM old.link EXCEPT SELECT * FROM link))
            """),
    ]
}
