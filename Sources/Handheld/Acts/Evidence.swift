import Domain
import HandheldUI
package import SyncProtocol

/// The kinds of picture that a fact may list, told by their first bytes and never by a name.
package enum PhotoFormat: String, Sendable, CaseIterable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case webP = "image/webp"

    /// Nil for anything that is no such picture.
    package init?(content: [UInt8]) {
        if content.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if content.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if content.starts(with: "RIFF".utf8), content.dropFirst(8).starts(with: "WEBP".utf8)
        {
            self = .webP
        } else {
            return nil
        }
    }
}

/// A photo whose bytes are durable beside the journal, so that a fact may list it.
package struct TakenPhoto: Hashable, Sendable {
    package let blob: Digest
    package let byteCount: Int
    package let format: PhotoFormat

    package init(blob: Digest, byteCount: Int, format: PhotoFormat) {
        self.blob = blob
        self.byteCount = byteCount
        self.format = format
    }
}

/// Photos go with the act itself, which is the last fact of its change.
extension Handheld {
    static func listing(
        _ photos: [TakenPhoto], as role: AttachmentRole, in steps: [FactStep]
    ) -> [FactStep] {
        guard let last = steps.last, !photos.isEmpty else { return steps }
        precondition(photos.count <= Attachment.countMax, "the caller checks how many")
        return steps.dropLast() + [
            { earlier in
                var draft = last(earlier)
                draft.attachments = photos.map { photo in
                    Attachment(
                        blob: photo.blob.hex, byteCount: photo.byteCount, role: role,
                        mediaType: photo.format.rawValue)
                }
                return draft
            }
        ]
    }

    /// What photos of a hand-over show.
    static func role(of input: DeliveryInput) -> AttachmentRole {
        switch (input.outer, input.condition) {
        case (.dented, _), (.broken, _), (.wet, _), (.tapeTouched, _), (_, .outerDamaged),
            (_, .contentsDamaged), (_, .shortage):
            return .damage
        case (.intact, _), (.labelMismatch, _), (nil, _): break
        }
        return switch input.proof {
        case .orgStamp: .stamp
        case .locker, .station, .safePlace: .place
        case .recipient, .proxy, .selfPickup, .afterException, .returnSigned, nil: .proof
        }
    }

    /// What photos of a parcel in trouble show.
    static func role(of reason: ExceptionReason) -> AttachmentRole {
        switch reason {
        case .outerDamaged, .contentsDamaged, .shortage: .damage
        default: .goods
        }
    }
}
