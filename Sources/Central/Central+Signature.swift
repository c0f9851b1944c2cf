import CentralStore
import Domain
import HTTPWire
import SyncProtocol
import Synchronization

/// A handheld whose signature was right, and how to sign the answer to it.
struct Signer {
    let record: DeviceRecord
    let key: DeviceKey
    let signature: RequestSignature
    /// Whether this request was the first by which its handheld was known again.
    var isNew = false

    /// An answer under `PJS-MAC`.
    func sign(_ status: Int, _ mediaType: String, _ body: [UInt8]) -> Response {
        signed(
            Response(
                status: status, fields: Response.standardFields(mediaType), body: body))
    }

    /// A part of something under `PJS-MAC`, with what it is a part of.
    func sign(
        _ status: Int, _ mediaType: String, _ body: [UInt8], more: [Field]
    ) -> Response {
        signed(
            Response(
                status: status, fields: Response.standardFields(mediaType) + more, body: body))
    }

    /// An answer about an upload; both of its fields are under the code.
    func sign(_ status: Int, upload: BlobProgress?, body: [UInt8] = []) -> Response {
        var fields = [
            Field("X-Content-Type-Options", "nosniff"), Field("Cache-Control", "no-store"),
        ]
        if !body.isEmpty { fields.append(Field("Content-Type", WireProblem.mediaType)) }
        if let upload {
            fields.append(Field("Upload-Offset", String(upload.have)))
            fields.append(Field("Upload-Complete", upload.isComplete ? "?1" : "?0"))
        }
        return signed(Response(status: status, fields: fields, body: body))
    }

    /// An error under `PJS-MAC`.
    func sign(_ problem: WireProblem) -> Response { signed(problem.response) }

    private func signed(_ response: Response) -> Response {
        var response = response
        func value(_ name: String) -> String {
            response.fields.first { $0.isNamed(name) }?.value ?? "-"
        }
        let code = signature.answerCode(
            key: key, status: response.status, offset: value("Upload-Offset"),
            complete: value("Upload-Complete"), body: response.body)
        response.fields.append(Field(RequestSignature.fieldName, code.hex))
        return response
    }
}

extension Central {
    /// What the checks of signature, counter and rate came to.
    enum Signed {
        case signed(Signer)
        case refused(Response)
    }

    /// Checks in the order of PJS section 13: signature, counter, rate.
    ///
    /// `bodyHash` is the hash of the body, for who needs it himself.
    func signer(of request: Request, bodyHash: Digest? = nil, at moment: Moment) -> Signed {
        do {
            let hash = bodyHash ?? SHA256.hash(request.body)
            guard let signer = try trusted(request, hash, at: moment) else {
                return .refused(WireProblem(.badSignature).response)
            }
            if let last = try staleCounter(of: signer, at: moment) {
                return .refused(
                    signer.sign(WireProblem(.staleCounter, extra: ["last": .integer(last)])))
            }
            let wait = state.withLock { state in
                state.exchangeRates.take(
                    signer.record.device, atBootMilliseconds: moment.bootMilliseconds)
            }
            if let wait {
                return .refused(
                    signer.sign(WireProblem(.slowDown, extra: ["wait_s": .integer(wait)])))
            }
            return .signed(signer)
        } catch {
            return .refused(problem(of: error).response)
        }
    }

    private func trusted(
        _ request: Request, _ bodyHash: Digest, at moment: Moment
    ) throws -> Signer? {
        guard let value = request.value(of: RequestSignature.fieldName),
            let signature = RequestSignature(headerValue: value)
        else { return nil }
        let known = try store.handheld(
            signature.device, keyNumber: signature.keyNumber, at: moment.wallMilliseconds)
        if let known, !known.hasKey {
            // A key that ran out is none; one that is newer than any here was given out later.
            guard try signature.keyNumber > store.newestKey(of: signature.device) else {
                return nil
            }
        }
        let key = key(of: signature.device, number: signature.keyNumber)
        guard
            signature.isValid(
                key: key, method: request.method, target: request.target, bodyHash: bodyHash)
        else { return nil }
        if let known, known.hasKey {
            return Signer(record: known.record, key: key, signature: signature)
        }
        return try recognised(signature.device, keyNumber: signature.keyNumber, at: moment).map {
            Signer(record: $0, key: key, signature: signature, isNew: true)
        }
    }

    /// Takes in a handheld that this database lacks, or its newer key, after the key was proven
    /// (PJS 11.8). Nil where there is no station.
    func recognised(
        _ device: String, keyNumber: Int, at moment: Moment
    ) throws -> DeviceRecord? {
        guard try store.station() != nil else { return nil }
        try store.recognise(
            Recognition(
                device: device, keyNumber: keyNumber, messageID: newDirectiveID(),
                numbers: try numberRules(),
                oldKeyMilliseconds: try deviceSettings().rekeyDays * 86_400_000), at: moment)
        state.withLock { $0.counters.forget(device) }
        return try store.handheld(
            device, keyNumber: keyNumber, at: moment.wallMilliseconds)?.record
    }

    /// The last counter, if this request's is not above it; else the counter is taken.
    private func staleCounter(of signer: Signer, at moment: Moment) throws -> Int? {
        let verdict = state.withLock { state in
            state.counters.judge(signer.signature, stored: signer.record.counterCeiling)
        }
        switch verdict {
        case .accepted, .again: return nil
        case .raise(let ceiling):
            try store.raiseCounter(of: signer.record.device, to: ceiling)
            state.withLock { $0.counters.accept(signer.signature, ceiling: ceiling) }
            return nil
        case .stale(let last):
            guard !signer.isNew else { return last }
            try store.note(
                .staleCounter, device: signer.record.device, now: moment.wallMilliseconds)
            try suspectCopy(of: signer.record.device, at: moment)
            return last
        }
    }
}
