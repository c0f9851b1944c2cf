import Handheld
import Journal
import SyncProtocol

/// The file that says how far the journal had come: `stream sequence head`, as a canonical object.
///
/// It is written after each change and may lag by one. A file that cannot be read counts as none:
/// without it an older copy of the journal is found by the next exchange instead of at once.
struct MarkFile {
    let places: CourierPlaces

    func read() -> JournalMark? {
        guard let object = try? KeptFile.read(places.mark),
            let stream = object["stream"]?.text, let sequence = object["seq"]?.integer,
            let head = object["head"]?.text.flatMap({ Digest(hex: $0) }), sequence >= 0
        else { return nil }
        return JournalMark(stream: stream, sequence: sequence, head: head)
    }

    func write(_ mark: JournalMark) throws(CommandFailure) {
        try KeptFile.write(
            [
                "stream": .text(mark.stream), "seq": .integer(mark.sequence),
                "head": .text(mark.head.hex),
            ], to: places.mark)
    }
}
