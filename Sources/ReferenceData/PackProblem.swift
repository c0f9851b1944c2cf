package import Domain

/// What is wrong with one field or row of a pack.
package struct PackProblem: Error, Hashable, Sendable {
    package let pack: String
    package let line: Int
    package let column: String?
    /// The text of the field.
    package let seen: String
    package let kind: Kind

    /// Why it is not taken.
    package enum Kind: Hashable, Sendable {
        /// The text is no such table.
        case table(CSVProblem.Kind)
        case empty
        case notANumber
        /// Neither "yes" nor "no".
        case notAFlag
        /// Not upper-case letters, digits and `_`.
        case notACode
        case notADay
        case notAnOption([String])
        /// Another pack has no such row.
        case notThere
        /// The same key stands on an earlier line.
        case repeated
        case outOfRange(ClosedRange<Int>)
        /// The program has this fixed.
        case fixed(String)
        /// A code that has to be there is not.
        case missing(String)
        case endsBeforeItBegins
    }

    package init(pack: String, line: Int, column: String?, seen: String = "", kind: Kind) {
        self.pack = pack
        self.line = line
        self.column = column
        self.seen = seen
        self.kind = kind
    }
}

/// Everything that is wrong with a pack, in the order of its lines.
package struct PackProblems: Error, Hashable, Sendable {
    package let list: [PackProblem]

    package init(_ list: [PackProblem]) { self.list = list }
}

extension PackProblem {
    /// Why the field is not taken, said to people.
    package var words: Words {
        switch kind {
        case .table(let kind): kind.words
        case .empty: Words(zh: "不能为空", en: "it must not be empty")
        case .notANumber: Words(zh: "「\(seen)」不是整数", en: "\"\(seen)\" is no whole number")
        case .notAFlag: Words(zh: "「\(seen)」: 只能写 yes 或 no", en: "\"\(seen)\": write yes or no")
        case .notACode:
            Words(
                zh: "「\(seen)」不是代码: 只用大写字母、数字和 _",
                en: "\"\(seen)\" is no code: capital letters, digits and _ only")
        case .notADay:
            Words(
                zh: "「\(seen)」不是日期: 写作 2026-11-25",
                en: "\"\(seen)\" is no date: write it as 2026-11-25")
        case .notAnOption(let options):
            Words(
                zh: "「\(seen)」不在其中: \(options.joined(separator: " "))",
                en: "\"\(seen)\" is none of \(options.joined(separator: " "))")
        case .notThere:
            Words(
                zh: "「\(seen)」在别的表里没有", en: "\"\(seen)\" is in none of the other tables")
        case .repeated:
            Words(zh: "「\(seen)」前面已经有了", en: "\"\(seen)\" is there already, further up")
        case .outOfRange(let range):
            Words(
                zh: "「\(seen)」超出 \(range.lowerBound) 到 \(range.upperBound)",
                en: "\"\(seen)\" is not from \(range.lowerBound) to \(range.upperBound)")
        case .fixed(let value):
            Words(
                zh: "这一项由程序定死, 只能是 \(value)",
                en: "the program has this fixed: it has to be \(value)")
        case .missing(let code):
            Words(zh: "缺少 \(code) 这一行", en: "the row of \(code) is missing")
        case .endsBeforeItBegins:
            Words(zh: "结束不晚于开始", en: "it does not end after it begins")
        }
    }
}
