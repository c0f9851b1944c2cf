import Domain
import SyncProtocol

/// Pages of rows and the sums that show whether both sides hold the same (PJS 10).
extension SyncEngine {
    mutating func settlePage(
        _ page: Page?, at now: Moment, random: inout RandomSource
    ) -> [SyncEffect] {
        guard let page else {
            // It was asked for: without a page nobody knows whether any rows remain.
            return refusePage(at: now, random: &random)
        }
        if let code = page.code {
            hasMorePages = false
            let report: [SyncEffect] =
                code == SyncEngine.upgradeCode ? [.report(.upgradeRequired)] : []
            return report + proceed(at: now, isUrgent: false)
        }
        if page.isBegin, page.why == "epoch" || page.why == "ahead" { wantComparison() }
        phase = .settling(isMore: page.isMore, isSummed: page.sums != nil)
        return [.applyPage]
    }

    mutating func pageApplied(differing: [String], at now: Moment) -> [SyncEffect] {
        guard case .settling(let isMore, let isSummed) = phase else { return [] }
        phase = .idle
        badPageCount = 0
        lastPageMilliseconds = now.bootMilliseconds
        hasMorePages = isMore
        guard isSummed else { return proceed(at: now, isUrgent: false) }
        let wereAsked = resetsAsked
        resetsAsked = []
        health.diverged.formIntersection(differing)
        var effects: [SyncEffect] = []
        for bucket in differing {
            effects += fetchAnew(bucket, wasAsked: wereAsked.contains(bucket), at: now)
        }
        return effects + proceed(at: now, isUrgent: false)
    }

    mutating func pageRefused(at now: Moment, random: inout RandomSource) -> [SyncEffect] {
        guard case .settling = phase else { return [] }
        phase = .idle
        return refusePage(at: now, random: &random)
    }

    /// Asks again later for a page that did not come or broke the rules.
    private mutating func refusePage(at now: Moment, random: inout RandomSource) -> [SyncEffect] {
        badPageCount += 1
        hasMorePages = true
        resetsAsked = []
        note("bad_page", at: now)
        let wake = backOff(at: now, random: &random)
        return badPageCount < SyncLimits.personAfterCount ? [wake] : [.report(.badPages), wake]
    }

    /// Unequal rows are fetched anew once; if that does not help, or was done too often, a person
    /// has to look. The handheld works on with what it has.
    private mutating func fetchAnew(
        _ bucket: String, wasAsked: Bool, at now: Moment
    ) -> [SyncEffect] {
        let mayAsk =
            !wasAsked && !health.diverged.contains(bucket)
            && health.resets.take(
                bootNumber: now.bootNumber, bootMilliseconds: now.bootMilliseconds)
        guard mayAsk else {
            let isNew = health.diverged.insert(bucket).inserted
            return isNew ? [.report(.diverged(bucket: bucket))] : []
        }
        resetsWanted.append(bucket)
        resetsAsked.insert(bucket)
        return []
    }

    private static let upgradeCode = "upgrade_required"
}
