import SyncProtocol
import Testing

@testable import Handheld

struct PageCheckTests {
    static let asked = PullRequest(after: 10, scope: 1)

    static func change(_ id: String, _ revision: Int, type: String = "task") -> RowChange {
        RowChange(
            operation: .out(why: nil), type: type, id: id, revision: revision,
            buckets: ["courier:c1"])
    }

    static func page(
        after: Int = 10, to: Int, isMore: Bool = false, reset: [String] = [],
        _ changes: [RowChange] = []
    ) -> Page {
        Page(
            after: after, to: to, isMore: isMore, scope: 1, applied: 0, reset: reset,
            changes: changes)
    }

    static let good: [Page] = [
        page(to: 10), page(to: 11), page(to: 12, isMore: true, [change("A", 11)]),
        page(to: 12, [change("A", 11), change("A", 12)]),
        page(to: 12, [change("A", 12), change("B", 12), change("A", 12, type: "zone")]),
        // A reset brings rows of any revision in the order of its buckets.
        page(to: 10, isMore: true, reset: ["*"], [change("B", 99), change("A", 3)]),
    ]

    @Test(arguments: good)
    func `a page that keeps the rules passes`(_ page: Page) {
        #expect(PageCheck.fault(of: page, asked: PageCheckTests.asked) == nil)
    }

    static let bad: [Page] = [
        page(after: 9, to: 12), page(to: 9), page(to: 10, [change("A", 11)]),
        page(to: 12, [change("A", 10)]), page(to: 12, [change("A", 13)]),
        page(to: 12, [change("A", 12), change("A", 11)]),
        page(to: 12, [change("B", 12), change("A", 12)]),
        page(to: 12, [change("A", 12), change("A", 12)]), page(to: 10, isMore: true),
        page(after: 9, to: 12, isMore: true, reset: ["*"]),
    ]

    @Test(arguments: bad)
    func `a page that breaks one is thrown away`(_ page: Page) {
        #expect(PageCheck.fault(of: page, asked: PageCheckTests.asked) != nil)
    }
}
