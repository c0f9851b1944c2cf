import SyncProtocol
import Testing

@Suite struct CodeVectorTests {
    @Test(arguments: Vectors.cases("codes"))
    func `references and device-made ids of a hash`(example: VectorCase) throws {
        let digest = try example["hex"].digest
        #expect(Code32.reference(of: digest) == (try example["code"].text))
        #expect(Code32.madeID(of: digest) == (try example["local"].text))
    }

    @Test(arguments: Vectors.cases("enrol_codes"))
    func `typed codes are normalised`(example: VectorCase) throws {
        #expect(Code32.normalised(try example["typed"].text) == (try example["code"].text))
    }

    @Test(arguments: Vectors.cases("directives"))
    func `directive codes`(example: VectorCase) throws {
        let code = try example.key.directiveCode(
            device: example["dev"].text, id: example["id"].text, what: example["what"].text,
            arguments: example["args"].canonicalObject)
        #expect(code == (try example["mac"].digest))
    }

    @Test(arguments: Vectors.cases("unlocks"))
    func `unlock codes`(example: VectorCase) throws {
        let code = try example.key.unlockCode(
            device: example["dev"].text, challenge: example["challenge"].text)
        #expect(Code32.reference(of: code) == (try example["code"].text))
    }

    @Test(arguments: Vectors.cases("signatures"))
    func `requests and answers are signed`(example: VectorCase) throws {
        let key = try example.key
        let method = try example["method"].text
        let target = try example["target"].text
        let body = Array(try example["body"].repeatedText.utf8)
        let made = RequestSignature(
            key: key, device: try example["dev"].text, counter: try example["counter"].integer,
            nonce: try example["nonce"].text, method: method, target: target, body: body)
        #expect(made.headerValue == (try example["request"].text))
        let read = try #require(RequestSignature(headerValue: try example["request"].text))
        #expect(read == made)
        #expect(read.isValid(key: key, method: method, target: target, body: body))
        #expect(!read.isValid(key: key, method: method, target: target, body: body + [0]))
        let answer = read.answerCode(
            key: key, status: try example["status"].integer, offset: try example["offset"].text,
            complete: try example["complete"].text,
            body: Array(try example["answer"].repeatedText.utf8))
        #expect(answer == (try example["response"].digest))
    }
}
