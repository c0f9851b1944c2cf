/// Why a payload or a row body could not be read; `path` names the field, dots between levels.
package enum FieldProblem: Error, Hashable, Sendable {
    /// Missing, of the wrong type or out of range.
    case bad(path: String)
    /// A code of a closed list that this version does not know.
    case unknownCode(path: String)

    /// The field.
    package var path: String {
        switch self {
        case .bad(let path), .unknownCode(let path): path
        }
    }

    /// The same problem seen from one level further out.
    func under(_ key: String) -> FieldProblem {
        switch self {
        case .bad(let path): .bad(path: FieldProblem.join(key, path))
        case .unknownCode(let path): .unknownCode(path: FieldProblem.join(key, path))
        }
    }

    /// The value itself is bad; the field's name is added on the way out.
    static let bad = FieldProblem.bad(path: "")
    /// The value itself is an unknown code; the field's name is added on the way out.
    static let unknownCode = FieldProblem.unknownCode(path: "")

    private static func join(_ key: String, _ path: String) -> String {
        path.isEmpty ? key : "\(key).\(path)"
    }
}
