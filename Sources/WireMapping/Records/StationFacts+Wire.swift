import Domain

extension TaskOpenFact: WireRecord {
    static var blank: TaskOpenFact {
        TaskOpenFact(task: "", kind: TaskKind.allCases[0], assignee: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("task", &task, .identifier)
        try fields.need("kind", &kind, .word)
        try fields.need("to", &assignee, .identifier)
        try fields.may("order", &order, .identifier)
        try fields.may("parcels", &parcels, or: [], .list(of: .parcel, max: ListLimit.parcels))
        try fields.may("order_number", &orderNumber, .text(TextLimit.number))
        try fields.may("addr", &addressID, .identifier)
        try fields.may("address", &address, .record)
        try fields.may("contact", &contact, .tuple)
        try fields.may("from", &from, .milliseconds)
        try fields.may("until", &until, .milliseconds)
        try fields.may("promise", &promiseAt, .milliseconds)
        try fields.may("stop", &stopOrder, .positive)
        try fields.may("prio", &isUrgent, or: false, .flag)
        try fields.may("need", &neededEvidence, or: [], .list(of: .code, max: ListLimit.evidence))
        try fields.may("quote_fen", &quoteFen, .fen)
        try fields.may("cur", &currency, .currency)
        try fields.may("note", &note, .text(TextLimit.note))
        try fields.may("sender", &sender, .record)
        try fields.may("recipient", &recipient, .record)
        try fields.may("goods", &goods, .record)
        try fields.may("weight", &weight, .record)
        try fields.may("services", &services, .record)
        try fields.may("product_code", &productCode, .code)
        try fields.may("collect", &collect, or: [], .list(of: .tuple, max: ListLimit.collects))
    }
}

extension TaskAssignFact: WireRecord {
    static var blank: TaskAssignFact {
        TaskAssignFact(task: "", assignee: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("task", &task, .identifier)
        try fields.need("to", &assignee, .identifier)
        try fields.may("fallback", &fallback, .code)
    }
}

extension TaskCancelFact: WireRecord {
    static var blank: TaskCancelFact {
        TaskCancelFact(task: "", reason: .nothing)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("task", &task, .identifier)
        try fields.need("reason", &reason, .code)
        try fields.may("note", &note, .text(TextLimit.note))
    }
}

extension PersonSetFact: WireRecord {
    static var blank: PersonSetFact {
        PersonSetFact(person: "", name: "", capabilities: [], state: PersonState.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("person", &person, .identifier)
        try fields.need("name", &name, .text(TextLimit.number))
        try fields.need("caps", &capabilities, .list(of: .word, max: ListLimit.evidence))
        try fields.need("st", &state, .word)
        try fields.may("pin", &pin, .text(TextLimit.note))
        try fields.may("nda", &hasConfidentiality, .flag)
        try fields.may("org", &organisation, .identifier)
    }
}

extension ConfigSetFact: WireRecord {
    static var blank: ConfigSetFact {
        ConfigSetFact(station: "", values: [:])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("station", &station, .identifier)
        try fields.need("values", &values, .settings)
    }
}

extension DeviceStateFact: WireRecord {
    static var blank: DeviceStateFact {
        DeviceStateFact(device: "", state: DeviceState.allCases[0], reason: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("dev", &device, .uuid)
        try fields.need("state", &state, .word)
        try fields.need("reason", &reason, .text(TextLimit.note))
    }
}

extension TariffSetFact: WireRecord {
    static var blank: TariffSetFact {
        TariffSetFact(tariff: "", terms: .blank)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("tariff", &tariff, .identifier)
        try terms.visit(&fields)
    }
}

extension PackSetFact: WireRecord {
    static var blank: PackSetFact { PackSetFact(pack: .blank(id: "")) }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("pack", &pack.id, .identifier)
        try pack.visit(&fields)
    }
}

extension NumbersGrantFact: WireRecord {
    static var blank: NumbersGrantFact {
        NumbersGrantFact(block: "", numbers: .blank)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("block", &block, .identifier)
        try numbers.visit(&fields)
    }
}
