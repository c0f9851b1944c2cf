package import Domain
package import SyncProtocol

/// What reading a row gives: the entity, or exactly why not.
package enum RowReading: Hashable, Sendable {
    case entity(Entity)
    /// A type of a later version; the row is kept and shown to nobody.
    case unknownType
    case unreadable(FieldProblem)
}

/// Row bodies of level 1 and entities (PJS 10.6).
package enum RowMapping {
    /// The body `f` of the entity's row.
    package static func body(of entity: Entity) -> CanonicalObject {
        switch entity {
        case .task(let row): row.written()
        case .parcel(let row): row.written()
        case .address(let row): row.written()
        case .charge(let row): row.written()
        case .problem(let row): row.written()
        case .handover(let row): row.written()
        case .account(let row): row.written()
        case .config(let row): row.written()
        case .person(let row): row.written()
        case .pack(let row): row.written()
        case .tariff(let row): row.written()
        case .numbers(let row): row.written()
        case .disposition(let row): row.written()
        case .day(let row): row.written()
        case .dispute(let row): row.written()
        }
    }

    /// Reads the row `i` of type `t` with the body `f`; keys it does not know are ignored.
    package static func entity(type: String, id: String, body: CanonicalObject) -> RowReading {
        guard let type = EntityType(rawValue: type) else { return .unknownType }
        do {
            guard let entity = try entity(type, id, FieldScribe(reading: body))
            else { return .unknownType }
            return .entity(entity)
        } catch {
            return .unreadable(error)
        }
    }

    private static func entity(
        _ type: EntityType, _ id: String, _ fields: FieldScribe
    ) throws(FieldProblem) -> Entity? {
        switch type {
        case .task: .task(try read(id, fields))
        case .parcel: .parcel(try read(id, fields))
        case .addr: .address(try read(id, fields))
        case .charge: .charge(try read(id, fields))
        case .problem: .problem(try read(id, fields))
        case .handover: .handover(try read(id, fields))
        case .account: .account(try read(id, fields))
        case .config: .config(try read(id, fields))
        case .person: .person(try read(id, fields))
        case .pack: .pack(try read(id, fields))
        case .tariff: .tariff(try read(id, fields))
        case .numbers: .numbers(try read(id, fields))
        case .disp: .disposition(try read(id, fields))
        case .day: .day(try read(id, fields))
        case .case: .dispute(try read(id, fields))
        case .device, .order, .ticket, .batch, .notice, .station, .incident: nil
        }
    }

    private static func read<Row: WireRow>(
        _ id: String, _ fields: FieldScribe
    ) throws(FieldProblem) -> Row {
        var row = Row.blank(id: id)
        var fields = fields
        try row.visit(&fields)
        return row
    }
}

extension StationConfig: WireRow {
    static func blank(id: String) -> StationConfig {
        StationConfig(id: id)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.all(&values, .setting)
    }
}
