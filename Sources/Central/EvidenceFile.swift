package import CentralStore
package import SyncProtocol
import WireMapping

/// The evidence of one waybill as a file: canonical text, one object a line. The first line says
/// what it is, then comes one line for each fact with what proves it, and the last line has the
/// SHA-256 of all lines before it.
///
/// With the full lines anybody can check it: the head of a fact is the SHA-256 of `PJS1-entry` and
/// a line feed, the 32 bytes of the head before it, and the bytes of its line (PJS 5.1). Without
/// them, the station that has the ledger compares.
package struct EvidenceFile: Equatable, Sendable {
    package let bytes: [UInt8]
    /// SHA-256 of every line but the last.
    package let digest: Digest

    /// The form of the file.
    static let version = 1
    /// The longest file that is read back.
    package static let bytesMax = 64 * 1_048_576

    package init(_ evidence: ParcelEvidence, isFull: Bool, madeAt: Int) {
        var bytes: [UInt8] = []
        let head: CanonicalObject = [
            "evidence": .integer(Self.version), "facts": .integer(evidence.lines.count),
            "full": .bool(isFull), "made": .integer(madeAt), "parcel": .text(evidence.parcel),
            "stage": .text(evidence.stage), "station": .text(evidence.station),
            "streams": .list(
                evidence.streams.map { end in
                    .object([
                        "end": .integer(end.sequence), "head": .text(end.head.hex),
                        "label": .text(end.label), "stream": .text(end.stream),
                    ])
                }),
        ]
        bytes += head.encoded() + [Self.lineFeed]
        for line in evidence.lines { bytes += line.object(isFull).encoded() + [Self.lineFeed] }
        digest = SHA256.hash(bytes)
        let end: CanonicalObject = [
            "end": .integer(evidence.lines.count), "sha256": .text(digest.hex),
        ]
        self.bytes = bytes + end.encoded() + [Self.lineFeed]
    }

    fileprivate static let lineFeed: UInt8 = 0x0A
}

extension EvidenceLine {
    fileprivate func object(_ isFull: Bool) -> CanonicalObject {
        var object: CanonicalObject = [
            "at": .integer(effectiveMilliseconds), "disp": .text(disposition),
            "head": .text(head.hex), "no": .integer(number), "prev": .text(previous.hex),
            "recv": .integer(receivedMilliseconds), "ref": .text(reference),
            "s": .integer(sequence), "stream": .text(stream),
        ]
        if !isFull {
            object["masked"] = MaskedFields.entry(bytes)
        } else if let text = String(validating: bytes, as: UTF8.self) {
            object["line"] = .text(text)
        } else {
            object["hex"] = .text(Hex.text(of: bytes))
        }
        if !attachments.isEmpty {
            object["a"] = .list(
                attachments.map { item in
                    .object([
                        "bytes": .integer(item.byteCount), "here": .bool(item.isHere),
                        "role": .text(item.role), "sha256": .text(item.blob.hex),
                        "type": .text(item.mediaType),
                    ])
                })
        }
        return object
    }
}
