package import Domain
package import SyncProtocol

/// What a day close hashes, and totals of bytes as values (PJS 16).
package enum DayMapping {
    /// The canonical object of a line of a manifest.
    package static func object(of line: DayLine) -> CanonicalObject { line.written() }

    /// Reads a line of a manifest.
    package static func line(_ object: CanonicalObject) throws(FieldProblem) -> DayLine {
        try .read(object)
    }

    /// Reads what differs.
    package static func differences(
        _ object: CanonicalObject
    ) throws(FieldProblem) -> SealDifferences {
        try .read(object)
    }

    /// Reads a manifest.
    package static func manifest(_ object: CanonicalObject) throws(FieldProblem) -> DayManifest {
        try .read(object)
    }

    /// The canonical object of a manifest.
    package static func object(of manifest: DayManifest) -> CanonicalObject { manifest.written() }

    /// The canonical object of what differs.
    package static func object(of differences: SealDifferences) -> CanonicalObject {
        differences.written()
    }

    /// The hash of a line; its reference is the line code.
    package static func hash(of line: DayLine) -> Digest { DayHash.line(line.written()) }

    /// The line code that both screens show.
    package static func code(of line: DayLine) -> String { Code32.reference(of: hash(of: line)) }

    /// The hash of a manifest.
    package static func hash(of manifest: DayManifest) -> Digest {
        DayHash.manifest(manifest.written())
    }

    /// The range from a sequence on that these totals were taken of.
    package static func range(
        from: Int, head: Digest, _ totals: RangeTotals
    ) -> SealedRange {
        var range = SealedRange(
            from: from, to: from + totals.lineCount - 1, count: totals.lineCount, head: head.hex)
        var fields = FieldScribe(
            reading: [
                "tot": .object(totals.total), "kinds": .object(totals.kinds),
                "att": .object(totals.attachments),
            ])
        do {
            try range.sums(&fields)
        } catch {
            preconditionFailure("totals are written as they are read: \(error)")
        }
        return range
    }
}
