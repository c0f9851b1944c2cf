package import Domain
import Terminal

/// Why a command did not do what was asked: for scripts a stable code, for people what, the value
/// seen, and what to do about it.
package struct CommandError: Error, Sendable, Equatable {
    /// A stable code such as `E-WB-CHECK`; scripts compare it, people find it in the help.
    package let code: String
    /// The flag, argument or form field at fault, without dashes.
    package let field: String?
    /// What is wrong, with the value seen.
    package let message: Words
    /// What the reader can do next.
    package let hint: Words?
    /// Whether the same command, unchanged, may succeed later.
    package let isRetryable: Bool
    package let status: ExitStatus

    package init(
        _ code: String, field: String? = nil, _ message: Words, hint: Words? = nil,
        isRetryable: Bool = false, status: ExitStatus
    ) {
        self.code = code
        self.field = field
        self.message = message
        self.hint = hint
        self.isRetryable = isRetryable
        self.status = status
    }

    /// The value of the key `error` in the JSON envelope.
    package func json(_ language: Language) -> JSONValue {
        .object([
            JSONMember("code", .text(code)),
            JSONMember("field", field.map { .text($0) } ?? .null),
            JSONMember("message", .text(message[language])),
            JSONMember("hint", hint.map { .text($0[language]) } ?? .null),
            JSONMember("retryable", .bool(isRetryable)),
        ])
    }

    /// The lines for a person, on stderr: what is wrong, then the hint below it.
    package func lines(_ language: Language) -> [String] {
        var lines = ["! " + SafeText.visible(message[language])]
        if let hint { lines.append("  " + SafeText.visible(hint[language])) }
        return lines
    }
}
