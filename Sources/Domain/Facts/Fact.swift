/// Something that happened and was recorded: immutable, told once, true for good.
package struct Fact: Hashable, Sendable {
    /// 64 hex digits: the chain head of the entry where the fact was first recorded (PJS 5.2).
    package let id: String
    /// Who acted; `system` for what the software records by itself.
    package let person: String
    /// On a handheld the wall clock at recording; on the server the effective time. ms UTC.
    package let recordedAt: Int
    /// What the act answers to.
    package let subject: EntityReference?
    /// The versions of entities the person saw.
    package let base: [EntityReference: Int]
    /// The fact that this one corrects, voids or confirms.
    package let corrects: String?
    /// The draft it was recorded from.
    package let draft: String?
    package let payload: FactPayload
    /// What was attached, such as photos.
    package let attachments: [Attachment]

    /// Puts together what a line said.
    package init(
        id: String, person: String, recordedAt: Int, subject: EntityReference? = nil,
        base: [EntityReference: Int] = [:], corrects: String? = nil, draft: String? = nil,
        payload: FactPayload, attachments: [Attachment] = []
    ) {
        self.attachments = attachments
        self.id = id
        self.person = person
        self.recordedAt = recordedAt
        self.subject = subject
        self.base = base
        self.corrects = corrects
        self.draft = draft
        self.payload = payload
    }

    package var kind: FactKind { payload.kind }

    /// The id of the entity this fact makes, if it makes one.
    package var madeID: String { FactCode.madeID(id) }

    /// `XXXX-XXXX`, short enough to read aloud.
    package var reference: String { FactCode.reference(id) }
}

/// A fact before it is recorded: what a form or a command wants to say.
package struct FactDraft: Hashable, Sendable {
    package var payload: FactPayload
    package var subject: EntityReference?
    package var base: [EntityReference: Int]
    package var corrects: String?
    /// At most `Attachment.countMax`; their content is durable before the fact is recorded.
    package var attachments: [Attachment] = []

    /// Takes what the person decided; time, person and place in the journal are added by recording.
    package init(
        _ payload: FactPayload, subject: EntityReference? = nil,
        base: [EntityReference: Int] = [:], corrects: String? = nil
    ) {
        self.payload = payload
        self.subject = subject
        self.base = base
        self.corrects = corrects
    }
}
