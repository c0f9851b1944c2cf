import CentralStore
import Domain
import HTTPWire
import SyncProtocol

/// Attached blobs: asked for, brought in pieces, read (PJS 7.6).
extension Central {
    func blob(_ request: Request, _ digest: Digest, at moment: Moment) -> Response {
        let piece: BlobPiece?
        if request.method == "PATCH" {
            switch BlobPiece.read(request, of: digest) {
            case .success(let read): piece = read
            case .failure(let problem): return problem.response
            }
        } else {
            piece = nil
        }
        switch signer(of: request, at: moment) {
        case .refused(let response): return response
        case .signed(let signer):
            do {
                if let piece { return try bring(piece, signer, at: moment) }
                return request.method == "HEAD"
                    ? try progress(of: digest, signer) : try read(request, digest, signer)
            } catch {
                return signer.sign(problem(of: error))
            }
        }
    }

    private func progress(of digest: Digest, _ signer: Signer) throws -> Response {
        guard
            let progress = try store.blobProgress(
                digest, of: signer.record.device, state: signer.record.state)
        else { return signer.sign(404, upload: nil) }
        return signer.sign(progress.isComplete ? 200 : 204, upload: progress)
    }

    private func bring(
        _ piece: BlobPiece, _ signer: Signer, at moment: Moment
    ) throws -> Response {
        let outcome = try store.append(
            piece, of: signer.record.device, state: signer.record.state,
            at: moment.wallMilliseconds)
        switch outcome {
        case .stored(let progress): return signer.sign(204, upload: progress)
        case .otherOffset(let progress):
            return signer.sign(
                409, upload: progress, body: WireProblem(.mismatchingOffset).encoded())
        case .notListed: return signer.sign(WireProblem(.notListed))
        case .lengthMismatch: return signer.sign(WireProblem(.lengthMismatch))
        case .hashMismatch: return signer.sign(WireProblem(.blobHashMismatch))
        }
    }

    /// What a fact of the handheld lists, or a pack in force that its rows name.
    private func content(_ digest: Digest, _ signer: Signer) throws -> [UInt8]? {
        if let content = try store.blob(digest, of: signer.record.device) { return content }
        return signer.record.state == .active ? try store.packContent(digest) : nil
    }

    private func read(
        _ request: Request, _ digest: Digest, _ signer: Signer
    ) throws -> Response {
        guard let content = try content(digest, signer) else {
            return signer.sign(WireProblem(.notFound))
        }
        guard let text = request.value(of: "Range") else {
            return signer.sign(200, Route.blobMediaType, content)
        }
        guard let range = ByteRange.read(text, count: content.count) else {
            return signer.sign(WireProblem(.range))
        }
        return signer.sign(
            206, Route.blobMediaType, Array(content[range]),
            more: [
                Field(
                    "Content-Range",
                    "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.count)")
            ])
    }
}

extension BlobPiece {
    /// Reads a piece from the fields and the body of a request.
    fileprivate static func read(
        _ request: Request, of digest: Digest
    ) -> Result<BlobPiece, WireProblem> {
        guard request.body.count <= Limits.blobPieceBytesMax else {
            return .failure(
                WireProblem(.tooLarge, extra: ["max": .integer(Limits.blobPieceBytesMax)]))
        }
        let complete = request.value(of: "Upload-Complete")
        guard !request.body.isEmpty, let offset = natural(request.value(of: "Upload-Offset")),
            let total = natural(request.value(of: "Upload-Length")), total > 0,
            complete == "?0" || complete == "?1"
        else { return .failure(WireProblem(.badSection, detail: "the upload fields are wrong")) }
        guard total <= Limits.blobBytesMax else {
            return .failure(
                WireProblem(.tooLarge, extra: ["max": .integer(Limits.blobBytesMax)]))
        }
        return .success(
            BlobPiece(
                blob: digest, offset: offset, total: total, isLast: complete == "?1",
                bytes: request.body))
    }

    private static func natural(_ text: String?) -> Int? {
        guard let text, (1...9).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }
}

/// One range of the field `Range`.
enum ByteRange {
    /// `bytes=a-b` or `bytes=a-` within so many bytes; nil for anything else.
    static func read(_ text: String, count: Int) -> Range<Int>? {
        let unit = "bytes="
        guard text.hasPrefix(unit) else { return nil }
        let parts = text.utf8.dropFirst(unit.utf8.count)
            .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 2, let first = number(parts[0]), first < count else { return nil }
        if parts[1].isEmpty { return first..<count }
        guard let last = number(parts[1]), last >= first else { return nil }
        return first..<min(last + 1, count)
    }

    private static func number(_ text: String) -> Int? {
        guard (1...9).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }
}
