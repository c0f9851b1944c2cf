import Domain
import SyncProtocol
import Testing

@testable import Journal

@Suite struct JournalFactsTests {
    let file: TestJournal
    let journal: Journal

    init() throws {
        file = try TestJournal()
        journal = try file.create()
    }

    @Test func `facts come one after the other, however many`() throws {
        let count = 600
        try journal.together { () throws(JournalError) in
            for number in 1...count {
                _ = try journal.record(
                    [{ _ in FactDraft(.note(NoteFact(text: "note \(number)"))) }],
                    by: TestJournal.courier, at: .minute(number))
            }
        }
        var sequences: [Int] = []
        try journal.forEachFact(after: try journal.key(ofNumber: 3)) { standing in
            guard case .note(let note) = standing.fact.payload else { return }
            let sequence = standing.key.sequence
            if note.text == "note \(sequence)" { sequences.append(sequence) }
        }
        #expect(sequences == Array(4...count))
    }

    @Test func `facts are found by what they name and by their id`() throws {
        let about = EntityReference(.task, "T81")
        try journal.note("one", about: about)
        try journal.note("two")
        try journal.note("three", about: about)
        #expect(try journal.keys(naming: "task:T81").map(\.sequence) == [1, 3])
        let id = try #require(try journal.head(at: 2)).hex
        let second = try #require(try journal.key(of: id))
        #expect(second.sequence == 2)
        #expect(try journal.key(ofNumber: 2) == second)
        #expect(try journal.key(ofReference: FactCode.reference(id)) == second)
        #expect(try journal.facts(at: [second, second]).map(\.id) == [id])
        #expect(try journal.key(of: String(repeating: "0", count: 64)) == nil)
        #expect(try journal.key(of: "no id") == nil)
        #expect(try journal.key(ofReference: "0000-0000") == nil)
        #expect(try journal.key(ofNumber: 0) == nil)
        #expect(try journal.key(ofNumber: 4) == nil)
    }

    @Test func `answers are the facts that name another one to correct or void it`() throws {
        try journal.note("one")
        let id = try #require(try journal.head(at: 1)).hex
        try journal.note(id)
        _ = try journal.record(
            [{ _ in FactDraft(.correct(CorrectFact(how: .void, reason: .nothing)), corrects: id) }],
            by: TestJournal.courier, at: .minute(3))
        #expect(try journal.keysOfAnswers().map(\.sequence) == [3])
        #expect(try journal.answers(to: id).map(\.kind) == [.correct])
    }
}
