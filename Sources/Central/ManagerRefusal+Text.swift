import CentralStore
import Domain
import SyncProtocol

/// A refusal as it travels back over the local socket.
extension ManagerRefusal {
    var encoded: CanonicalObject {
        switch self {
        case .noStation: return refused("no_station")
        case .stationExists(let station): return refused("station_exists", "station", station)
        case .badValue(let field): return refused("bad_value", "field", field)
        case .labelTaken(let label): return refused("label_taken", "label", label)
        case .unknownDevice(let label): return refused("unknown_device", "label", label)
        case .unknownFact(let fact): return refused("unknown_fact", "fact", fact)
        case .notPending(let fact): return refused("not_pending", "fact", fact)
        case .otherLedger: return refused("other_ledger")
        case .nothingChanges: return refused("nothing_changes")
        case .pack(let name, let refusal):
            var object = refused("pack", "name", name)
            object["pack_why"] = .text(refusal.rawValue)
            return object
        case .dayNotNow, .dayNotBegun, .dayBlocked, .unknownBlock, .unknownCase, .caseClosed,
            .stale, .unknownEntity, .ended, .blocked, .notStopped,
            .assignedAlready, .withoutAddress, .withoutCharge, .countedAlready, .giverUnknown,
            .giverDiffers, .heldElsewhere, .refundTooMuch, .notAnOption:
            return encodedPlan
        case .nothingToRead(let lines):
            var object = refused("nothing_to_read")
            object["lines"] = .list(lines.map { .integer($0) })
            return object
        case .tooManyDirectives(let label):
            return refused("too_many_directives", "label", label)
        case .alreadyDirected(let label, let what):
            var object = refused("already_directed", "label", label)
            object["what"] = .text(what)
            return object
        case .neverExchanged(let label): return refused("never_exchanged", "label", label)
        case .wiped(let label): return refused("wiped", "label", label)
        case .notActive(let label): return refused("not_active", "label", label)
        case .tooOld(let label): return refused("too_old", "label", label)
        case .unknownSetting(let name): return refused("unknown_setting", "name", name)
        case .orders(let problems):
            var object = refused("orders")
            object["problems"] = .list(
                problems.map {
                    [.integer($0.line), .text($0.field), .text($0.reason.rawValue)]
                })
            return object
        }
    }

    init?(_ fields: FieldReader) throws(FieldError) {
        func text(_ key: String) throws(FieldError) -> String {
            try fields.text(key, max: ManagerAction.textLengthMax)
        }
        switch try text("why") {
        case "no_station": self = .noStation
        case "station_exists": self = .stationExists(station: try text("station"))
        case "bad_value": self = .badValue(field: try text("field"))
        case "label_taken": self = .labelTaken(label: try text("label"))
        case "unknown_device": self = .unknownDevice(label: try text("label"))
        case "unknown_fact": self = .unknownFact(fact: try text("fact"))
        case "too_many_directives": self = .tooManyDirectives(label: try text("label"))
        case "already_directed":
            self = .alreadyDirected(label: try text("label"), what: try text("what"))
        case "never_exchanged": self = .neverExchanged(label: try text("label"))
        case "wiped": self = .wiped(label: try text("label"))
        case "not_active": self = .notActive(label: try text("label"))
        case "too_old": self = .tooOld(label: try text("label"))
        case "unknown_setting": self = .unknownSetting(name: try text("name"))
        case "not_pending": self = .notPending(fact: try text("fact"))
        case "other_ledger": self = .otherLedger
        case "pack":
            guard let refusal = PackRefusal(rawValue: try text("pack_why")) else { return nil }
            self = .pack(try text("name"), refusal)
        case "nothing_changes": self = .nothingChanges
        case "nothing_to_read":
            self = .nothingToRead(
                lines: try fields.list("lines", max: Central.linesReadAgainMax)
                    .compactMap(\.integer))
        case "orders":
            var problems: [OrderProblem] = []
            for value in try fields.list("problems", max: OrderFile.ordersMax * 4) {
                guard let parts = value.list, parts.count == 3, let line = parts[0].integer,
                    let field = parts[1].text, let word = parts[2].text,
                    let reason = OrderProblem.Reason(rawValue: word)
                else { return nil }
                problems.append(OrderProblem(line: line, field: field, reason: reason))
            }
            self = .orders(problems)
        default: try self.init(plan: fields)
        }
    }
}
