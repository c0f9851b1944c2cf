import Domain
import Ledger
import SQLite
import SyncProtocol

/// Reads the answer to a visit within one snapshot: hello, heads and the page.
struct VisitReader {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    func answer(
        heads: HeadsRequest?, pull: PullRequest?, _ db: borrowing Connection
    ) throws -> VisitAnswer {
        let station = try db.existingStation()
        var answer = VisitAnswer(hello: try hello(station, db))
        answer.heads = try heads.map { try self.heads($0, db) }
        if let pull {
            let (page, incident) = try page(pull, station, db)
            answer.page = page
            answer.incident = incident
        }
        return answer
    }

    private func hello(
        _ station: StationRecord, _ db: borrowing Connection
    ) throws -> HelloResponse {
        let open = try position(of: visit.hello.stream, db)
        var hello = HelloResponse(
            epoch: station.epoch, now: visit.received, have: open.end.sequence,
            head: open.end.head, secured: open.secured, revision: station.revision,
            state: visit.state.onTheWire,
            old: try visit.hello.old.map { old in
                let position = try position(of: old.stream, db)
                return HelloResponse.OldStream(
                    stream: old.stream, have: position.end.sequence, secured: position.secured)
            })
        let witness = try db.witness(in: station.epoch)
        if witness != visit.hello.witness { hello.witness = witness }
        hello.limits = visit.limits
        hello.upgrade = visit.upgrade
        return hello
    }

    /// What the ledger holds of a stream of this handheld.
    private func position(
        of stream: String, _ db: borrowing Connection
    ) throws -> (end: StreamEnd, secured: Int) {
        let nothing = StreamEnd(
            sequence: 0, head: Chain.genesis(device: visit.device, stream: stream))
        guard let row = try db.stream(stream), row.device == visit.device else {
            return (nothing, 0)
        }
        return (try db.end(ofStream: row.number) ?? nothing, row.secured)
    }

    private func heads(
        _ request: HeadsRequest, _ db: borrowing Connection
    ) throws -> HeadsResponse {
        var response = HeadsResponse(stream: request.stream, heads: [])
        guard let row = try db.stream(request.stream), row.device == visit.device else {
            return response
        }
        for sequence in request.sequences {
            let head =
                sequence == 0
                ? Chain.genesis(device: visit.device, stream: request.stream)
                : try db.head(ofStream: row.number, at: sequence)
            guard let head else { break }
            response.heads.append(HeadsResponse.Head(sequence: sequence, head: head))
        }
        return response
    }

    // MARK: Page

    private func page(
        _ pull: PullRequest, _ station: StationRecord, _ db: borrowing Connection
    ) throws -> (Page, Incident?) {
        let scope = try db.newestScope(of: visit.device)
        let state = PullState(
            epoch: station.epoch, revision: station.revision, floor: station.floor,
            scope: scope.number, buckets: scope.buckets,
            levelled: try db.buckets(scope.buckets, holding: pull.relevel))
        var page = Page(after: pull.after, to: pull.after, scope: scope.number, applied: 0)
        var incident: Incident?
        if visit.state == .revoked {
            page.scope = pull.scope
            page.code = "revoked"
        } else if visit.isTooOld {
            page.scope = pull.scope
            page.code = "upgrade_required"
        } else {
            let plan = try PullPlan.on(pull, epoch: visit.hello.epoch, state: state) { number in
                try db.buckets(ofScope: number, device: visit.device)
            }
            let bytesMax = min(pull.bytesMax, visit.limits?.pageBytes ?? pull.bytesMax)
            let rows = try PageRows(state: state, bytesMax: bytesMax, db)
            switch plan {
            case .changes(let drop):
                page.drop = drop
                try rows.fillChanges(&page, db)
            case .reset(let reset):
                if reset.why == .epoch || reset.why == .ahead { incident = .cursor }
                try rows.fillReset(&page, reset, db)
            }
        }
        page.applied = try applied(of: visit.hello.stream, at: page.to, db)
        for old in visit.hello.old {
            page.old[old.stream] = try applied(of: old.stream, at: page.to, db)
        }
        return (page, incident)
    }

    /// The last sequence of a stream whose effects are in rows up to a revision.
    private func applied(
        of stream: String, at revision: Int, _ db: borrowing Connection
    ) throws -> Int {
        guard let row = try db.stream(stream), row.device == visit.device,
            let end = try db.end(ofStream: row.number)
        else { return 0 }
        // Revisions rise with the sequence, so the place is found by halving.
        var low = 0
        var high = end.sequence
        if try db.revision(ofStream: row.number, at: high) ?? 0 <= revision { return high }
        while low < high {
            let middle = (low + high + 1) / 2
            if try db.revision(ofStream: row.number, at: middle) ?? 0 <= revision {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return low
    }
}

extension Domain.DeviceState {
    fileprivate var onTheWire: SyncProtocol.DeviceState {
        switch self {
        case .active: .active
        case .suspended: .suspended
        case .revoked: .revoked
        }
    }
}
