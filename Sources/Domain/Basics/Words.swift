/// The languages of screen, paper and command line.
package enum Language: String, CaseIterable, Sendable {
    case zh, en
}

/// One text in both languages.
package struct Words: Hashable, Sendable {
    package let zh: String
    package let en: String

    /// Says the same thing twice.
    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The text in one language.
    package subscript(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
