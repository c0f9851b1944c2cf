import SyncProtocol

/// The rows of a handheld, as pages make them (PJS 10.4), and the sums it counts by itself.
struct TestRows {
    struct Row: Equatable {
        var version: Int
        var body: [UInt8]
        var buckets: [String]
    }

    private(set) var rows: [String: Row] = [:]
    private(set) var cursor = 0
    private(set) var scope = 0

    /// Takes one page in. A reset of everything begins empty, one of some buckets without them.
    mutating func apply(_ page: Page) {
        if page.isBegin {
            if page.reset == ["*"] { rows = [:] } else { drop(page.reset) }
        }
        drop(page.drop)
        for change in page.changes {
            let name = "\(change.type):\(change.id)"
            switch change.operation {
            case .put(let version, let body):
                rows[name] = Row(version: version, body: body, buckets: change.buckets)
            case .out, .delete: rows[name] = nil
            }
        }
        if page.reset.isEmpty || page.reset == ["*"] { cursor = page.to }
        scope = page.scope
    }

    func sum(of bucket: String) -> BucketSum {
        var sum = BucketSum()
        for (name, row) in rows where row.buckets.contains(bucket) {
            let colon = name.firstIndex(of: ":") ?? name.endIndex
            sum.add(
                BucketSum.rowHash(
                    type: String(name[..<colon]), id: String(name[name.index(after: colon)...]),
                    version: row.version, body: row.body))
        }
        return sum
    }

    private mutating func drop(_ buckets: [String]) {
        for (name, row) in rows {
            let left = row.buckets.filter { !buckets.contains($0) }
            rows[name] =
                left.isEmpty ? nil : Row(version: row.version, body: row.body, buckets: left)
        }
    }
}

extension TestStation {
    /// Pulls until nothing more is to come and checks every page on the way.
    func pullAll(
        _ stream: TestStream, into rows: inout TestRows, max: Int = 1_048_576,
        change: ((inout HelloRequest) -> Void)? = nil
    ) throws -> [Page] {
        var pages: [Page] = []
        var token: String?
        while pages.count < 1_000 {
            let isFirst = rows.scope == 0
            let page = try pull(
                stream, after: rows.cursor, scope: rows.scope, max: max, token: token
            ) {
                if isFirst { $0.epoch = "" }
                change?(&$0)
            }
            pages.append(page)
            rows.apply(page)
            token = page.token
            if !page.isMore { break }
        }
        return pages
    }
}
