import CentralStore
import Commands
import Domain
import Platform
import SyncProtocol

/// Where the ledger ended, told outside its database: a database that lacks that line was put back
/// by hand from a copy, and begins a new epoch (PJS 2.1).
///
/// It lags behind the ledger by what a power cut took of it, and never runs ahead: it is written
/// after the commit. What it cannot see, the sums of the rows find.
struct Watermark {
    let file: OverwrittenFile

    /// Begins a new epoch in a database that does not hold the line that was told.
    func check(_ store: CentralStore, at moment: Moment) throws(CommandFailure) {
        guard try stored({ try store.station() }) != nil else { return }
        if let told = end, try !stored({ try store.holds(told) }) {
            var random = RandomSource.system
            let epoch = NewEpoch.drawn(.restored, at: moment, from: &random)
            try stored { try store.begin(epoch, at: moment.wallMilliseconds) }
        }
        if let end = try stored({ try store.ledgerEnd() }) { try note(end, isSynced: true) }
    }

    /// Tells where the ledger ends now; `isSynced` waits for the disk.
    func note(_ end: LedgerEnd, isSynced: Bool = false) throws(CommandFailure) {
        let text: CanonicalObject = [
            "lsn": .integer(end.number), "head": .text(end.head.hex),
        ]
        try system { () throws(POSIXFailure) in
            try file.write(text.encoded())
            if isSynced { try file.sync() }
        }
    }

    /// What was told; nil in a new file, and in one that cannot be read.
    private var end: LedgerEnd? {
        guard let object = try? CanonicalObject(decoding: file.text),
            let number = object["lsn"]?.integer,
            let head = object["head"]?.text.flatMap(Digest.init(hex:))
        else { return nil }
        return LedgerEnd(number: number, head: head)
    }
}
