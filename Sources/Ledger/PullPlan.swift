package import SyncProtocol

/// Where the state plane stands for one handheld when a page is read.
package struct PullState: Equatable, Sendable {
    package var epoch: String
    /// The newest revision.
    package var revision: Int
    /// Revisions below it may lack their tombstones.
    package var floor: Int
    /// The number of the handheld's present set of buckets.
    package var scope: Int
    /// The present set, in byte order.
    package var buckets: [String]
    /// Those of them that hold rows which the handheld reads at a higher level from now on.
    package var levelled: [String]

    package init(
        epoch: String, revision: Int, floor: Int, scope: Int, buckets: [String],
        levelled: [String] = []
    ) {
        self.epoch = epoch
        self.revision = revision
        self.floor = floor
        self.scope = scope
        self.buckets = buckets
        self.levelled = levelled
    }
}

/// What one page has to contain (PJS 10.4).
package enum PullPlan: Equatable, Sendable {
    /// Rows changed after the cursor; `drop` names buckets that left the scope.
    case changes(drop: [String])
    /// Rows of whole buckets.
    case reset(ResetPlan)

    /// Why a reset begins, as the wire says it.
    package enum Reason: String, Sendable, CaseIterable {
        case first, epoch, ahead, floor, scope, asked, level
    }

    /// Plans the answer to a pull. `bucketsOf` answers the set of an earlier scope, nil when that
    /// is not known any more.
    package static func on<E: Error>(
        _ pull: PullRequest, epoch: String, state: PullState,
        bucketsOf: (Int) throws(E) -> [String]?
    ) throws(E) -> PullPlan {
        if epoch.isEmpty { return .reset(.all(state, why: .first)) }
        if epoch != state.epoch { return .reset(.all(state, why: .epoch)) }
        if pull.after > state.revision { return .reset(.all(state, why: .ahead)) }
        if let text = pull.token {
            return .reset(try resumed(text, state: state, bucketsOf: bucketsOf))
        }
        if pull.after < state.floor { return .reset(.all(state, why: .floor)) }
        let asked = state.buckets.filter {
            pull.reset.contains($0) || state.levelled.contains($0)
        }
        if pull.scope == state.scope {
            guard !asked.isEmpty else { return .changes(drop: []) }
            return .reset(
                ResetPlan(
                    state, resetting: asked, why: state.levelled.isEmpty ? .asked : .level))
        }
        guard let before = try bucketsOf(pull.scope) else {
            return .reset(.all(state, why: .scope))
        }
        let drop = before.filter { !state.buckets.contains($0) }
        let new = state.buckets.filter { !before.contains($0) || asked.contains($0) }
        guard !new.isEmpty else { return .changes(drop: drop) }
        return .reset(ResetPlan(state, resetting: new, why: .scope, drop: drop))
    }

    /// Goes on where the token says; with another scope everything begins again.
    private static func resumed<E: Error>(
        _ text: String, state: PullState, bucketsOf: (Int) throws(E) -> [String]?
    ) throws(E) -> ResetPlan {
        guard let token = ResetToken(text), token.revision <= state.revision,
            let before = try bucketsOf(token.scope), before.count == token.isResetting.count
        else { return .all(state, why: .scope) }
        let unfinished = zip(before, token.isResetting).filter(\.1).map(\.0)
        // The stage of another scope lacks what it dropped, and the live rows what it has: neither
        // is a copy to go on from.
        guard token.scope == state.scope else { return .all(state, why: .scope) }
        return ResetPlan(
            resetting: unfinished, isAll: unfinished == state.buckets, to: token.revision,
            after: token.position, isBegin: false, why: nil, drop: [])
    }
}

/// One page of a reset: rows of whole buckets, after a position, as of a revision.
package struct ResetPlan: Equatable, Sendable {
    /// The buckets, in byte order.
    package var resetting: [String]
    /// Whether these are all buckets, which the wire writes `*`.
    package var isAll: Bool
    /// The newest revision when the reset began; the same on all its pages.
    package var to: Int
    /// The last row sent before; nil at the beginning.
    package var after: ResetPosition?
    /// Whether the handheld makes a new stage.
    package var isBegin: Bool
    package var why: PullPlan.Reason?
    package var drop: [String]

    init(
        resetting: [String], isAll: Bool, to: Int, after: ResetPosition?, isBegin: Bool,
        why: PullPlan.Reason?, drop: [String]
    ) {
        self.resetting = resetting
        self.isAll = isAll
        self.to = to
        self.after = after
        self.isBegin = isBegin
        self.why = why
        self.drop = drop
    }

    /// The first page of a reset of some buckets.
    init(
        _ state: PullState, resetting: [String], why: PullPlan.Reason, drop: [String] = []
    ) {
        self.init(
            resetting: resetting, isAll: resetting == state.buckets,
            to: state.revision, after: nil, isBegin: true, why: why, drop: drop)
    }

    /// The first page of a reset of everything.
    static func all(_ state: PullState, why: PullPlan.Reason) -> ResetPlan {
        ResetPlan(
            resetting: state.buckets, isAll: true, to: state.revision, after: nil, isBegin: true,
            why: why, drop: [])
    }

    /// The token of the page that begins after a row.
    package func token(after position: ResetPosition, state: PullState) -> String {
        ResetToken(
            scope: state.scope, revision: to,
            isResetting: state.buckets.map(resetting.contains), position: position
        ).text
    }
}

/// A row in the order of reset pages.
package struct ResetPosition: Equatable, Sendable {
    /// Index of the bucket in the handheld's sorted set.
    package var bucket: Int
    package var type: String
    package var id: String

    package init(bucket: Int, type: String, id: String) {
        self.bucket = bucket
        self.type = type
        self.id = id
    }
}

/// A continuation token: everything the next page needs, so that the server keeps nothing.
struct ResetToken: Equatable {
    let scope: Int
    let revision: Int
    /// Which buckets of the scope are reset, in their order.
    let isResetting: [Bool]
    let position: ResetPosition

    init(scope: Int, revision: Int, isResetting: [Bool], position: ResetPosition) {
        self.scope = scope
        self.revision = revision
        self.isResetting = isResetting
        self.position = position
    }

    /// The token on the wire; the id comes last, because it may hold dots.
    var text: String {
        let mask = isResetting.map { $0 ? "1" : "0" }.joined()
        return "\(scope).\(revision).\(mask).\(position.bucket).\(position.type).\(position.id)"
    }

    init?(_ text: String) {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "."), maxSplits: 5, omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 6, let scope = ResetToken.number(parts[0]),
            let revision = ResetToken.number(parts[1]), let bucket = ResetToken.number(parts[3]),
            parts[2].utf8.allSatisfy({ $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "1") }),
            bucket < parts[2].utf8.count, WireText.isReference("\(parts[4]):\(parts[5])")
        else { return nil }
        self.scope = scope
        self.revision = revision
        isResetting = parts[2].utf8.map { $0 == UInt8(ascii: "1") }
        position = ResetPosition(bucket: bucket, type: parts[4], id: parts[5])
    }

    private static func number(_ text: String) -> Int? {
        guard (1...16).contains(text.utf8.count),
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return Int(text)
    }
}
