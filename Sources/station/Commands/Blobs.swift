import Central
import CentralStore
import Commands
import Domain
import Foundation
import Platform
import SyncProtocol

/// The commands about what facts have attached.
extension StationProgram {
    func blobs(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        var filter = AttachmentFilter()
        filter.parcel = invocation.value("parcel")?.uppercased()
        filter.line = try invocation.value("line").map { text throws(CommandFailure) in
            try number("line", text, in: 1...StationProgram.lineNumberMax)
        }
        filter.isMissing = invocation.has("missing")
        let limit = try invocation.value("limit").map { text throws(CommandFailure) in
            try number("limit", text, in: 1...StationProgram.ledgerLinesMax)
        }
        let wanted = filter
        return reports.blobs(
            try stored {
                try store.attachments(wanted, max: limit ?? StationProgram.ledgerLinesDefault)
            })
    }

    /// `blob show`: first it is noted that somebody looks, then the file is written.
    func showBlob() throws(CommandFailure) -> CommandOutput {
        guard let path = invocation.value("out") else {
            throw CommandFailure(.missing("out", "photo.jpg"))
        }
        let prefix = argument().lowercased()
        let isHex = prefix.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
        }
        guard isHex, (StationProgram.blobDigitsMin...64).contains(prefix.utf8.count) else {
            throw CommandFailure(.notABlob(argument()))
        }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(.fileExists(path))
        }
        let desk = try desk()
        let (uses, content) = try desk.read { store throws(CommandFailure) in
            let uses = try stored {
                try store.attachments(ofBlob: prefix, max: StationProgram.ledgerLinesMax)
            }
            guard let first = uses.first else { throw CommandFailure(.unknownBlob(prefix)) }
            guard uses.allSatisfy({ $0.blob == first.blob }) else {
                throw CommandFailure(.severalBlobs(prefix))
            }
            guard let content = try stored({ try store.content(ofBlob: first.blob) }) else {
                throw CommandFailure(.blobNotHere(first))
            }
            return (uses, content)
        }
        _ = try desk.perform(.noteView(blob: uses[0].blob.hex))
        try system { () throws(POSIXFailure) in try DurableFile.write(content, to: path) }
        return StationReports(language: language, zoneMinutes: StationProgram.zoneMinutes)
            .blob(uses, path: path)
    }

    private static let blobDigitsMin = 8
    private static let lineNumberMax = 999_999_999_999
}

extension CommandError {
    fileprivate static func notABlob(_ text: String) -> CommandError {
        CommandError(
            "E-USAGE-VALUE", field: "PHOTO",
            Words(zh: "「\(text)」不是照片号", en: "\"\(text)\" is no number of a photo"),
            hint: Words(
                zh: "8 到 64 位十六进制, 见 station blob list",
                en: "8 to 64 hex digits, as station blob list shows"), status: .usage)
    }

    fileprivate static func unknownBlob(_ prefix: String) -> CommandError {
        .notFound(
            prefix,
            hint: Words(
                zh: "station blob list 列出照片", en: "station blob list shows the photos"))
    }

    fileprivate static func severalBlobs(_ prefix: String) -> CommandError {
        CommandError(
            "E-AMBIGUOUS", field: "PHOTO",
            Words(zh: "以 \(prefix) 开头的照片不止一张", en: "several photos begin with \(prefix)"),
            hint: Words(zh: "多写几位", en: "write more digits"), status: .answerIsNo)
    }

    fileprivate static func blobNotHere(_ item: AttachedBlob) -> CommandError {
        let isLost = item.state == .lost
        return CommandError(
            "E-PHOTO-MISSING", field: "PHOTO",
            isLost
                ? Words(
                    zh: "这张照片在手持端 \(item.label) 上已损坏, 没有传来",
                    en: "this photo was damaged on the handheld \(item.label) and never came")
                : Words(
                    zh: "这张照片还没有传齐: \(item.have) / \(item.byteCount) 字节",
                    en: "this photo has not come whole: \(item.have) of \(item.byteCount) bytes"),
            hint: isLost
                ? Words(zh: "请快递员补拍", en: "ask the courier to take it again")
                : Words(
                    zh: "让手持端 \(item.label) 运行 courier sync run",
                    en: "have the handheld \(item.label) run courier sync run"),
            isRetryable: !isLost, status: .answerIsNo)
    }
}
