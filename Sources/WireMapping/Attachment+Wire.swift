import Domain
import SyncProtocol

extension Attachment {
    /// As an entry lists it; nil for a role that no contract has.
    init?(_ listed: Entry.Attachment) {
        guard let role = AttachmentRole(rawValue: listed.role) else { return nil }
        self.init(
            blob: listed.blob.hex, byteCount: listed.byteCount, role: role,
            mediaType: listed.mediaType)
    }
}
