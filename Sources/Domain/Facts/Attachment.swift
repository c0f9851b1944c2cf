/// What an attached blob shows (PJS 4.1).
package enum AttachmentRole: String, Hashable, Sendable, CaseIterable {
    case door, damage, goods, slip, stamp, place, proof, audio, other
}

/// A blob that belongs to a fact, by its content.
package struct Attachment: Hashable, Sendable {
    /// The most that one fact lists.
    package static let countMax = 16

    /// 64 hex digits: the SHA-256 of the bytes.
    package let blob: String
    package let byteCount: Int
    package let role: AttachmentRole
    package let mediaType: String

    package init(blob: String, byteCount: Int, role: AttachmentRole, mediaType: String) {
        self.blob = blob
        self.byteCount = byteCount
        self.role = role
        self.mediaType = mediaType
    }
}
