import SyncProtocol

/// The rules that a page of rows keeps (PJS 10.2). A page that breaks one is thrown away whole.
enum PageCheck {
    /// What is wrong with the answer to this pull, if anything is.
    static func fault(of page: Page, asked: PullRequest) -> String? {
        guard page.after == asked.after else { return "answers another cursor" }
        guard page.reset.isEmpty else { return nil }
        guard page.to >= page.after else { return "goes back" }
        guard page.to > page.after || page.changes.isEmpty else {
            return "has rows but no revision"
        }
        guard page.to > page.after || !page.isMore else {
            return "promises more and brings nothing"
        }
        let isInRange = page.changes.allSatisfy {
            page.after < $0.revision && $0.revision <= page.to
        }
        guard isInRange else { return "has a row outside its revisions" }
        let isOrdered = zip(page.changes, page.changes.dropFirst()).allSatisfy { first, second in
            (first.revision, first.type, first.id) < (second.revision, second.type, second.id)
        }
        return isOrdered ? nil : "is not in order"
    }
}
