import Commands
import Domain
import Handheld
import Journal

/// Photos that did not go with the exchange.
extension OutputPage {
    /// All records went, but not all photos; nil when something else is the reason.
    func photosWaiting(_ outcome: SyncRun.Outcome) -> CommandError? {
        let status = outcome.status
        guard status.problem == nil, status.stoppedCode == nil, status.diverged.isEmpty,
            status.pending == 0, status.blobs.waiting > 0
        else { return nil }
        let why = outcome.photoProblem.map(SyncWords.problem)
        let zh = "记录都已传, 照片还有 \(status.blobs.waiting) 张未传"
        let en = "all records are sent, but not all photos: \(status.blobs.waiting) wait"
        return CommandError(
            "E-SYNC-PHOTOS",
            Words(
                zh: why.map { "\(zh): \($0.zh)" } ?? zh, en: why.map { "\(en): \($0.en)" } ?? en),
            hint: Words(
                zh: "照片在本机; 下次 courier sync run 从断处接着传",
                en: "they are safe here; courier sync run goes on where it stopped"),
            isRetryable: true, status: .serverUnreachable)
    }
}
