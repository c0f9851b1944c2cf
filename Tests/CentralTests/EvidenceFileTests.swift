import SyncProtocol
import Testing

@testable import Central
@testable import CentralStore

/// Evidence proves itself where it is full, and tells of every byte that was changed.
@Suite struct EvidenceFileTests {
    private static let stream = "0198c0de-0000-7000-8000-000000000001"
    private static let entry = """
        {"d":"k1","g":[300000000,1200000000,10,5],"h":"0198c0de0000-0000","k":"deliver","kv":1,\
        "m":1,"o":1,"p":{"condition":"INTACT","evidence":["SIGNATURE"],"note":"放三楼王芳家",\
        "parcel":"EX0000000000012","pickup_code":"4711","proof_type":"RECIPIENT","sig":\
        {"data":"AAAA","fmt":"strokes1"},"signer":"王芳"},"s":2,"u":"c10482","w":1,"z":480}
        """

    private static func evidence() -> ParcelEvidence {
        var lines: [EvidenceLine] = []
        var head = Chain.genesis(device: "dev", stream: stream)
        for (index, text) in ["{\"s\":1}", entry, "no text \u{0}"].enumerated() {
            let bytes = Array(text.utf8)
            let next = Chain.link(head, bytes)
            lines.append(
                EvidenceLine(
                    number: index + 7, stream: stream, label: "HH-01", sequence: index + 1,
                    bytes: bytes, previous: head, head: next, effectiveMilliseconds: 1_000,
                    receivedMilliseconds: 2_000, disposition: "applied", reference: "7K2M-93QX",
                    attachments: index == 1
                        ? [
                            EvidenceAttachment(
                                blob: .zero, byteCount: 5, role: "photo", mediaType: "image/png",
                                isHere: true)
                        ] : []))
            head = next
        }
        return ParcelEvidence(
            parcel: "EX0000000000012", station: "HZ0931", stage: "DELIVERED", lines: lines,
            streams: [
                EvidenceStream(stream: stream, label: "HH-01", sequence: 9, head: head)
            ])
    }

    private static func file(isFull: Bool) -> EvidenceFile {
        EvidenceFile(evidence(), isFull: isFull, madeAt: 5_000)
    }

    @Test func `a full file proves every fact from its bytes`() throws {
        let file = Self.file(isFull: true)
        let check = try EvidenceCheck(file.bytes)
        #expect(check.isFull && check.provedCount == 3 && check.facts.count == 3)
        #expect(check.parcel == "EX0000000000012" && check.station == "HZ0931")
        #expect(String(decoding: file.bytes, as: UTF8.self).contains("王芳"))
    }

    @Test func `a masked file shows nobody and is compared with the ledger`() throws {
        let evidence = Self.evidence()
        let file = Self.file(isFull: false)
        let text = String(decoding: file.bytes, as: UTF8.self)
        for personal in ["王芳", "4711", "三楼", "300000000", "AAAA\"", "\\u0000"] {
            #expect(!text.contains(personal), "\(personal)")
        }
        #expect(text.contains("\"signer\":\"王*\""))
        #expect(text.contains("sha256:" + SHA256.hash(Array("AAAA".utf8)).hex))
        let check = try EvidenceCheck(file.bytes)
        #expect(!check.isFull && check.provedCount == 0)
        for (fact, line) in zip(check.facts, evidence.lines) {
            #expect(fact.agrees(with: line.bytes, head: line.head))
            #expect(!fact.agrees(with: line.bytes, head: .zero))
        }
        let other = Array("{\"k\":\"x\"}".utf8)
        #expect(!check.facts[1].agrees(with: other, head: evidence.lines[1].head))
    }

    @Test(arguments: [true, false])
    func `every changed byte is noticed`(isFull: Bool) {
        let bytes = Self.file(isFull: isFull).bytes
        for index in stride(from: 0, to: bytes.count, by: 3) {
            var changed = bytes
            changed[index] ^= 1
            #expect(throws: EvidenceCheck.Fault.self) { try EvidenceCheck(changed) }
        }
    }

    @Test func `a forger who repairs the digest is found by the chain`() throws {
        let text = String(decoding: Self.file(isFull: true).bytes, as: UTF8.self)
        var lines = text.split(separator: "\n").map(String.init)
        lines[2] = lines[2].replacing("INTACT", with: "SHORTAGE")
        lines.removeLast()
        let forged = lines.joined(separator: "\n") + "\n"
        let digest = SHA256.hash(Array(forged.utf8)).hex
        let whole = forged + "{\"end\":3,\"sha256\":\"\(digest)\"}\n"
        #expect(throws: EvidenceCheck.Fault.brokenChain(line: 3)) {
            try EvidenceCheck(Array(whole.utf8))
        }
    }

    @Test func `a file with a line less says so, and so does one that is none`() {
        let text = String(decoding: Self.file(isFull: true).bytes, as: UTF8.self)
        var lines = text.split(separator: "\n").map(String.init)
        lines.remove(at: 1)
        let short = Array((lines.joined(separator: "\n") + "\n").utf8)
        #expect(throws: EvidenceCheck.Fault.wrongCount) { try EvidenceCheck(short) }
        for bytes in [[], Array("hello\n".utf8), Array("{}\n{}\n{}\n".utf8), [0xFF, 0x0A]] {
            #expect(throws: EvidenceCheck.Fault.notEvidence(line: 1)) {
                try EvidenceCheck(bytes)
            }
        }
    }
}
