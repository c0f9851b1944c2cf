package import Domain

/// How a program answers: in which form and language.
package struct OutputOptions: Sendable, Equatable {
    /// For people, for `cut`, or for programs.
    package enum Format: Sendable { case text, plain, json, jsonLines }

    package var format: Format
    package var language: Language
    /// No notes on stderr, only errors.
    package var isQuiet: Bool

    package init(format: Format = .text, language: Language, isQuiet: Bool = false) {
        self.format = format
        self.language = language
        self.isQuiet = isQuiet
    }
}

extension Language {
    /// The language the environment asks for: the first of LC_ALL, LC_MESSAGES and LANG that is
    /// not empty decides (POSIX); English when it begins with `en`, else Chinese.
    package static func preferred(in environment: [String: String]) -> Language {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.lowercased().hasPrefix("en") == true ? .en : .zh
    }
}
