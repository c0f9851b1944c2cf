import Domain

extension Invocation {
    /// The most bytes a form file may have.
    package static let formBytesMax = 64 * 1024

    /// The flags that have no place in a form: those of the answer, and the form itself.
    private var formFlags: [Flag] {
        let standard = Flag.standard.map(\.name)
        return command.flags.filter { !standard.contains($0.name) && $0.name != Self.formFlag }
    }

    /// The flag that names the form file of a command.
    package static let formFlag = "form"

    /// Fills in what the command line did not say from a form: lines of `key = value`, the keys
    /// being the command's flags without dashes; a toggle is yes or no (是 or 否); lines that begin
    /// with `#` are remarks. What the command line said wins. All faults are reported, by line.
    package func filled(fromForm bytes: [UInt8]) -> FormReading {
        guard bytes.count <= Self.formBytesMax else { return .faulty([.formTooLong]) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return .faulty([.formNotText])
        }
        var copy = self
        var found: [String: [String]] = [:]
        var faults: [CommandError] = []
        let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let content = Self.trimmed(line)
            if content.isEmpty || content.first == "#" { continue }
            if let fault = read(content, line: index + 1, into: &found) { faults.append(fault) }
        }
        guard faults.isEmpty else { return .faulty(faults) }
        copy.values.merge(found) { said, _ in said }
        return .filled(copy)
    }

    private func read(
        _ content: Substring, line: Int, into found: inout [String: [String]]
    ) -> CommandError? {
        guard let equals = content.firstIndex(of: "=") else {
            let toggle = formFlags.first { $0.kind.arity == .none && $0.name == content }
            return .formLine(line, content: String(content), toggle: toggle?.name)
        }
        let name = String(Self.trimmed(content[..<equals]))
        let value = String(Self.trimmed(content[content.index(after: equals)...]))
        guard let flag = formFlags.first(where: { $0.name == name }) else {
            return .formKey(line, name, nearest: Nearest.name(to: name, in: formFlags.map(\.name)))
        }
        guard flag.kind.arity != .none else {
            switch value.lowercased() {
            case "yes", "true", "是": found[name] = []
            case "no", "false", "否": found[name] = nil
            default: return .formToggle(line, name, value)
            }
            return nil
        }
        if let fault = flag.fault(in: value, after: found[name]) { return fault.atLine(line) }
        found[name, default: []].append(flag.kind.normalised(value))
        return nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

/// What reading a form came to.
package enum FormReading: Sendable, Equatable {
    case filled(Invocation)
    /// Everything that is wrong with it, in the order of its lines.
    case faulty([CommandError])
}

extension CommandError {
    fileprivate static var formTooLong: CommandError {
        CommandError(
            "E-FORM-LONG", field: Invocation.formFlag,
            Words(
                zh: "表单文件超过 \(Invocation.formBytesMax) 字节",
                en: "the form is longer than \(Invocation.formBytesMax) bytes"),
            hint: Words(zh: "一份表单只写一件", en: "one form is for one parcel"), status: .badData)
    }

    fileprivate static var formNotText: CommandError {
        CommandError(
            "E-FORM-TEXT", field: Invocation.formFlag,
            Words(zh: "表单文件不是 UTF-8 文本", en: "the form is not UTF-8 text"),
            hint: Words(zh: "用 UTF-8 编码另存后再试", en: "save it as UTF-8 and try again"),
            status: .badData)
    }

    fileprivate static func formLine(
        _ line: Int, content: String, toggle: String?
    ) -> CommandError {
        CommandError(
            "E-FORM-LINE", field: Invocation.formFlag,
            Words(
                zh: "表单第 \(line) 行没有等号:「\(content)」",
                en: "line \(line) of the form has no equals sign: \"\(content)\""),
            hint: toggle.map { Words(zh: "写作 \($0) = 是", en: "write \($0) = yes") }
                ?? Words(zh: "每行写作 键 = 值", en: "write each line as key = value"),
            status: .badData)
    }

    fileprivate static func formKey(_ line: Int, _ key: String, nearest: String?) -> CommandError {
        CommandError(
            "E-FORM-KEY", field: key,
            Words(
                zh: "表单第 \(line) 行的键「\(key)」不认识",
                en: "line \(line) of the form has an unknown key: \"\(key)\""),
            hint: nearest.map { Words(zh: "是不是 \($0)?", en: "did you mean \($0)?") }
                ?? Words(
                    zh: "键就是命令的选项名, 不带 --", en: "keys are the command's flags without --"),
            status: .badData)
    }

    fileprivate static func formToggle(
        _ line: Int, _ key: String, _ value: String
    ) -> CommandError {
        CommandError(
            "E-FORM-VALUE", field: key,
            Words(
                zh: "表单第 \(line) 行的 \(key) 不能是「\(value)」",
                en: "line \(line) of the form: \(key) cannot be \"\(value)\""),
            hint: Words(zh: "写 是 或 否", en: "write yes or no"), status: .badData)
    }

    fileprivate func atLine(_ line: Int) -> CommandError {
        CommandError(
            code, field: field,
            Words(
                zh: "表单第 \(line) 行: \(message.zh)", en: "line \(line) of the form: \(message.en)"),
            hint: hint, status: .badData)
    }
}
