import Commands
import Domain
import Platform

/// The settings of the program: lines of `key = value`, `#` begins a remark. A user's file wins
/// over the machine's; what a newer program wrote is left alone.
struct Settings {
    /// What can be set.
    enum Key: String, CaseIterable {
        case language = "lang"
        case timeout = "timeout_s"
        case server
    }

    /// One setting and where it comes from.
    struct Value {
        let text: String
        let path: String
    }

    private let values: [Key: Value]
    /// The first value of a file that cannot be used; `config set` can repair it.
    let fault: CommandError?

    static let bytesMax = 65_536
    static let timeoutSeconds = 0...600

    static func read(_ places: CourierPlaces) throws(CommandFailure) -> Settings {
        var values: [Key: Value] = [:]
        var firstFault: CommandError?
        for path in [places.systemConfiguration, places.configuration] {
            for line in try lines(path) {
                guard let (name, text) = entry(line), let key = Key(rawValue: name) else {
                    continue
                }
                if let fault = fault(key, text) {
                    firstFault = firstFault ?? fault.inFile(path)
                } else {
                    values[key] = Value(text: text, path: path)
                }
            }
        }
        return Settings(values: values, fault: firstFault)
    }

    /// Seconds to wait for the lock; nil when nobody said.
    var timeoutSeconds: Int? { values[.timeout].flatMap { WholeNumber.parse($0.text) } }

    /// Where the station is now, when it moved since this handheld was enrolled.
    var server: ServerAddress? { values[.server].flatMap { ServerAddress($0.text) } }

    /// The language that a file asks for; nil when the command line or the environment decides.
    func language(_ invocation: Invocation, _ environment: [String: String]) -> Language? {
        let isSaid =
            invocation.has("lang")
            || ["LC_ALL", "LC_MESSAGES", "LANG"].contains { environment[$0]?.isEmpty == false }
        return isSaid ? nil : values[.language].flatMap { Language(rawValue: $0.text) }
    }

    // MARK: Commands

    func output(of name: String, _ page: OutputPage) throws(CommandFailure) -> CommandOutput {
        guard let key = Key(rawValue: name) else { throw CommandFailure(.unknownSetting(name)) }
        return page.setting(name, values[key]?.text, standard: key.standard)
    }

    func list(_ page: OutputPage) -> CommandOutput {
        page.settings(
            Key.allCases.map { key in
                OutputPage.SettingLine(
                    name: key.rawValue, value: values[key]?.text, standard: key.standard,
                    path: values[key]?.path, words: key.words)
            })
    }

    /// Writes one setting into the user's file; the rest of the file stays as it is.
    func set(
        _ name: String, to text: String, in places: CourierPlaces, _ page: OutputPage
    ) throws(CommandFailure) -> CommandOutput {
        guard let key = Key(rawValue: name) else { throw CommandFailure(.unknownSetting(name)) }
        if let fault = Self.fault(key, text) { throw CommandFailure(fault) }
        var lines = try Self.lines(places.configuration)
        while lines.last?.isEmpty == true { lines.removeLast() }
        let line = "\(name) = \(text)"
        if let index = lines.lastIndex(where: { Self.entry($0)?.name == name }) {
            lines[index] = line
        } else {
            lines.append(line)
        }
        do throws(POSIXFailure) {
            try DurableFile.makeFolder(places.configurationFolder)
            try DurableFile.write(
                Array((lines.joined(separator: "\n") + "\n").utf8), to: places.configuration)
        } catch {
            throw CommandFailure(.system(error))
        }
        return page.setting(name, text, standard: key.standard)
    }

    // MARK: The file

    private static func lines(_ path: String) throws(CommandFailure) -> [String] {
        do throws(POSIXFailure) {
            let bytes = try DurableFile.read(path, bytesMax: bytesMax) ?? []
            return String(decoding: bytes, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        } catch {
            throw CommandFailure(.system(error))
        }
    }

    private static func entry(_ line: String) -> (name: String, text: String)? {
        guard !line.hasPrefix("#"), let equals = line.firstIndex(of: "=") else { return nil }
        func trimmed(_ text: Substring) -> String {
            String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        return (trimmed(line[..<equals]), trimmed(line[line.index(after: equals)...]))
    }

    private static func fault(_ key: Key, _ text: String) -> CommandError? {
        let isGood =
            switch key {
            case .language: Language(rawValue: text) != nil
            case .timeout: WholeNumber.parse(text).map { timeoutSeconds.contains($0) } ?? false
            case .server: ServerAddress(text) != nil
            }
        return isGood ? nil : .badSetting(key.rawValue, text, expected: key.words)
    }
}

extension Settings.Key {
    var standard: String {
        switch self {
        case .language: "zh"
        case .timeout: "5"
        case .server: "-"
        }
    }

    var words: Words {
        switch self {
        case .language:
            Words(
                zh: "zh 或 en; 环境变量 LC_ALL, LC_MESSAGES, LANG 优先",
                en: "zh or en; LC_ALL, LC_MESSAGES and LANG come first")
        case .timeout:
            Words(
                zh: "最多等几秒, 0 到 600: 等另一个 courier, 等站点",
                en: "seconds to wait, 0 to 600: for another courier, for the station")
        case .server:
            Words(
                zh: "站点搬了地址时写在这里; 不写则用登记时的地址",
                en: "the station's address when it has moved; else the one of enrolment")
        }
    }
}
