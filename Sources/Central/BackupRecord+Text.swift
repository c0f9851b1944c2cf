package import CentralStore
package import SyncProtocol

/// A verified copy as it travels over the local socket.
extension BackupRecord {
    /// Most streams of one station that are told of.
    static let streamsMax = 6_000

    /// The canonical object of the action.
    package var encoded: CanonicalObject {
        [
            "do": "note_backup", "at": .integer(atMilliseconds), "file": .text(file),
            "epoch": .text(epoch), "lsn": .integer(end.number), "head": .text(end.head.hex),
            "streams": .list(
                streams.map { stream in
                    [.text(stream.id), .integer(stream.sequence), .text(stream.head.hex)]
                }),
        ]
    }

    /// Reads what `encoded` wrote.
    package init(_ fields: FieldReader) throws(FieldError) {
        var streams: [BackupContents.Stream] = []
        for value in try fields.list("streams", max: BackupRecord.streamsMax) {
            guard let parts = value.list, parts.count == 3, let id = parts[0].text,
                let sequence = parts[1].integer, let head = parts[2].text.flatMap(Digest.init(hex:))
            else { throw FieldError(key: "streams") }
            streams.append(BackupContents.Stream(id: id, sequence: sequence, head: head))
        }
        self.init(
            atMilliseconds: try fields.integer("at"), file: try fields.text("file", max: 4_096),
            epoch: try fields.text("epoch", max: 40),
            end: LedgerEnd(
                number: try fields.integer("lsn"), head: try fields.digest("head")),
            streams: streams)
    }
}
