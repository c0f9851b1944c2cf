import SyncProtocol
import Testing

@Suite struct WitnessTests {
    private static let head = SHA256.hash(Array("a".utf8))

    @Test func `a witness is read as it is written`() {
        let witness = Witness(number: 7, head: Self.head, epoch: "e-1")
        #expect(Witness(witness.encoded) == witness)
        #expect(
            Witness([7, .text(Self.head.hex), .text("e-1"), "more"]) == witness)
    }

    @Test(
        arguments: [
            [], [7], [7, "00"], [7, "00", "e-1"], ["7", .text(head.hex), "e-1"],
            [0, .text(head.hex), "e-1"], [-1, .text(head.hex), "e-1"], [7, .text(head.hex)],
            [7, .text(head.hex), .text(String(repeating: "e", count: 41))],
        ] as [CanonicalValue])
    func `anything else is no witness`(value: CanonicalValue) {
        #expect(Witness(value) == nil)
    }

    @Test func `the head is over the head before and the entry, byte by byte`() {
        let entry = Array(#"{"at":1,"n":1,"what":"founded","who":"manager"}"#.utf8)
        let prefix = Array("PJS1-audit\n".utf8)
        #expect(AuditChain.genesis == SHA256.hash(prefix))
        #expect(
            AuditChain.link(AuditChain.genesis, entry)
                == SHA256.hash(prefix + AuditChain.genesis.bytes + entry))
    }

    @Test func `the ends of streams are sorted lines`() {
        let text = "s1 2 \(Self.head.hex)\ns2 1 \(Self.head.hex)\n"
        #expect(
            AuditChain.ends([("s2", 1, Self.head), ("s1", 2, Self.head)])
                == SHA256.hash(Array(("PJS1-ends\n" + text).utf8)))
        #expect(AuditChain.ends([]) == SHA256.hash(Array("PJS1-ends\n".utf8)))
    }
}
