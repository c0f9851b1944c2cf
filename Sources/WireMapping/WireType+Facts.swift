import Domain
import SyncProtocol

// Values that single kinds of facts need.

extension WireType<EntityReference> {
    /// `ref` of one of these types.
    static func reference(_ types: EntityType...) -> Self {
        WireType { value throws(FieldProblem) in
            guard let reference = value.text.flatMap(EntityReference.init),
                types.contains(reference.type)
            else { throw .bad }
            return reference
        } write: { reference in
            .text(reference.description)
        }
    }
}

extension WireType<LedgerAccount> {
    /// An account of the books (PJS 4.7).
    static var account: Self {
        WireType { value throws(FieldProblem) in
            guard let text = value.text, text.unicodeScalars.count <= TextLimit.line,
                let account = LedgerAccount(text)
            else { throw .bad }
            return account
        } write: { account in
            .text(account.text)
        }
    }
}

extension WireType {
    /// An object whose keys are open: its values by key, at most `ListLimit.entries` of them.
    static func map<Key: Hashable, Member>(
        key read: @escaping (String) -> Key?, text: @escaping (Key) -> String,
        of type: WireType<Member>
    ) -> Self where Value == [Key: Member] {
        WireType { value throws(FieldProblem) in
            guard let members = value.object?.members, members.count <= ListLimit.entries
            else { throw .bad }
            var values: [Key: Member] = [:]
            for (name, value) in members {
                guard let key = read(name) else { throw .bad(path: name) }
                values[key] = try type.read(value, under: name)
            }
            return values
        } write: { values in
            .object(CanonicalObject(values.map { (text($0), type.write($1)) }))
        }
    }
}

extension WireType<[Code: Int]> {
    /// How many, by code.
    static var countByCode: Self { map(key: { Code($0) }, text: \.text, of: .natural) }
}

extension WireType<[Code: ShiftCheck]> {
    /// Checks by code.
    static var checks: Self { map(key: { Code($0) }, text: \.text, of: .word) }
}

extension WireType<[Int: Int]> {
    /// Pieces of money by denomination in fen; a key is a decimal number without padding.
    static var piecesByFen: Self {
        map(
            key: { text in
                guard let fen = Int(text), fen > 0, String(fen) == text else { return nil }
                return fen
            }, text: { String($0) }, of: .natural)
    }
}
