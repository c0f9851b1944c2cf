extension PushResult {
    var encoded: CanonicalObject {
        var object: CanonicalObject = [
            "@": "push", "code": .text(code), "stream": .text(stream),
        ]
        switch outcome {
        case .ok(let stored):
            object["at"] = .integer(stored.at)
            object["athead"] = .text(stored.atHead.hex)
            object["have"] = .integer(stored.have)
            object["head"] = .text(stored.head.hex)
            object["new"] = .integer(stored.new)
            object["dup"] = .integer(stored.duplicate)
            object["mac"] = stored.code.map { .text($0.hex) }
            if !stored.out.isEmpty { object["out"] = .list(stored.out.map(\.encoded)) }
        case .gap(let have, let head), .streamClosed(let have, let head):
            object["have"] = .integer(have)
            object["head"] = .text(head.hex)
        case .fork(let at, let have, let head):
            object["at"] = at.map { .integer($0) }
            object["have"] = .integer(have)
            object["head"] = .text(head.hex)
        case .lineTooLong(let at): object["at"] = .integer(at)
        case .busy(let waitSeconds): object["wait_s"] = .integer(waitSeconds)
        case .chainMismatch, .badCode, .notYours, .streamLimit, .unknown: break
        }
        return object
    }

    init(_ fields: FieldReader) throws(FieldError) {
        stream = try fields.text("stream", max: 36, where: WireText.isUUID)
        let code = try fields.text("code", max: 40)
        switch code {
        case "ok": outcome = .ok(try Stored(fields))
        case "gap":
            outcome = .gap(have: try fields.integer("have"), head: try fields.digest("head"))
        case "fork":
            outcome = .fork(
                at: try fields.integerIfPresent("at"), have: try fields.integer("have"),
                head: try fields.digest("head"))
        case "chain_mismatch": outcome = .chainMismatch
        case "bad_mac": outcome = .badCode
        case "not_yours": outcome = .notYours
        case "stream_closed":
            outcome = .streamClosed(
                have: try fields.integer("have"), head: try fields.digest("head"))
        case "stream_limit": outcome = .streamLimit
        case "line_too_long": outcome = .lineTooLong(at: try fields.integer("at"))
        case "busy": outcome = .busy(waitSeconds: try fields.integerIfPresent("wait_s") ?? 0)
        default: outcome = .unknown(code: code)
        }
    }
}

extension PushResult.Stored {
    fileprivate init(_ fields: FieldReader) throws(FieldError) {
        self.init(
            at: try fields.integer("at"), atHead: try fields.digest("athead"),
            have: try fields.integer("have"), head: try fields.digest("head"),
            new: try fields.integer("new"), duplicate: try fields.integer("dup"))
        code = try fields.digestIfPresent("mac")
        for value in try fields.list("out", max: Limits.pushLinesMax) {
            guard let parts = value.list, parts.count >= 2, let sequence = parts[0].integer,
                let disposition = parts[1].text
            else { throw FieldError(key: "out") }
            out.append(
                PushResult.Notice(
                    sequence: sequence, disposition: disposition,
                    why: parts.count > 2 ? parts[2].text ?? "" : "",
                    rule: parts.count > 3 ? parts[3].text : nil))
        }
    }
}

extension PushResult.Notice {
    fileprivate var encoded: CanonicalValue {
        var parts: [CanonicalValue] = [.integer(sequence), .text(disposition), .text(why)]
        if let rule { parts.append(.text(rule)) }
        return .list(parts)
    }
}
