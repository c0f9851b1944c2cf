import CentralStore
import Commands
import Domain
import Platform
import SyncProtocol

/// Where the ledger ended and in which epoch, told outside its database: a database that lacks that
/// line, or is of another epoch, was put back by hand from a copy and begins a new one (PJS 2.1).
///
/// It lags behind the ledger by what a power cut took of it, and never runs ahead: it is written
/// after the commit. What it cannot see, the sums of the rows find.
struct Watermark {
    let file: OverwrittenFile

    /// Begins a new epoch in a database that is not the one that was told of.
    func check(_ store: CentralStore, at moment: Moment) throws(CommandFailure) {
        guard try stored({ try store.station() }) != nil else { return }
        if let told = mark, try !stored({ try store.goesOn(from: told) }) {
            var random = RandomSource.system
            let epoch = NewEpoch.drawn(.restored, at: moment, from: &random)
            try stored { try store.begin(epoch, at: moment.wallMilliseconds) }
        }
        if let mark = try stored({ try store.ledgerMark() }) { try note(mark, isSynced: true) }
    }

    /// Tells where the ledger ends now; `isSynced` waits for the disk.
    func note(_ mark: LedgerMark, isSynced: Bool = false) throws(CommandFailure) {
        let text: CanonicalObject = [
            "epoch": .text(mark.epoch), "lsn": .integer(mark.end.number),
            "head": .text(mark.end.head.hex),
        ]
        try system { () throws(POSIXFailure) in
            try file.write(text.encoded())
            if isSynced { try file.sync() }
        }
    }

    /// What was told; nil in a new file, and in one that cannot be read.
    private var mark: LedgerMark? {
        guard let object = try? CanonicalObject(decoding: file.text),
            let epoch = object["epoch"]?.text, let number = object["lsn"]?.integer,
            let head = object["head"]?.text.flatMap(Digest.init(hex:))
        else { return nil }
        return LedgerMark(end: LedgerEnd(number: number, head: head), epoch: epoch)
    }
}
