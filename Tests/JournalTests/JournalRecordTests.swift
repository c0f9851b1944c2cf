import Domain
import SyncProtocol
import Testing

@testable import Journal

@Suite struct JournalRecordTests {
    let file: TestJournal
    let journal: Journal

    init() throws {
        file = try TestJournal()
        journal = try file.create()
    }

    private func entry(_ sequence: Int) throws -> Entry {
        let stored = try #require(try journal.list(from: sequence, countMax: 1).first)
        return try Entry(decoding: stored.line)
    }

    @Test func `a fact is a canonical line with its clocks, person and subject`() throws {
        let task = EntityReference(.task, "T81")
        let outcome = try journal.note(
            "门卫代收", about: task, base: [task: 7], at: 1, draft: "d-1")
        let entry = try entry(1)
        #expect(entry.sequence == 1)
        #expect(entry.kind == "note")
        #expect(entry.person == TestJournal.courier)
        #expect(entry.wallMilliseconds == 1_789_027_260_000)
        #expect(entry.bootMilliseconds == 3_660_000)
        #expect(entry.bootNumber == 4)
        #expect(entry.offsetMinutes == 480)
        #expect(entry.subject == "task:T81")
        #expect(entry.base == ["task:T81": 7])
        #expect(entry.draft == "d-1")
        #expect(entry.act == nil)
        #expect(entry.payload["text"] == "门卫代收")
        let line = try #require(try journal.list(from: 1, countMax: 1).first).line
        let genesis = Chain.genesis(device: TestJournal.device, stream: TestJournal.stream)
        #expect(outcome.facts.map(\.fact) == [Chain.link(genesis, line)])
        #expect(try journal.head(at: 1) == Chain.link(genesis, line))
    }

    @Test func `an act is consecutive facts that name each other`() throws {
        let outcome = try journal.record(
            [
                { _ in FactDraft(.note(NoteFact(text: "first"))) },
                { earlier in
                    FactDraft(
                        .correct(CorrectFact(how: .void, reason: .nothing)),
                        corrects: earlier[0].id)
                },
                { earlier in FactDraft(.note(NoteFact(text: earlier[1].madeID))) },
            ], by: TestJournal.courier, at: .minute(0), draft: "d-1")
        #expect(outcome.facts.map(\.sequence) == [1, 2, 3])
        #expect(try entry(2).corrects == outcome.facts[0].fact)
        #expect(try entry(3).payload["text"] == .text(outcome.facts[1].madeID))
        for index in 1...3 {
            #expect(try entry(index).act == Entry.Act(index: index, count: 3))
            #expect(try entry(index).draft == "d-1")
        }
    }

    @Test func `an act has up to 16 facts`() throws {
        let step: ActStep = { earlier in
            FactDraft(.note(NoteFact(text: "\(earlier.count)")))
        }
        let outcome = try journal.record(
            Array(repeating: step, count: Limits.actFactsMax), by: TestJournal.courier,
            at: .minute(0), draft: "d-1")
        #expect(outcome.facts.count == 16)
        #expect(try journal.find(draft: "d-1") == outcome.facts)
    }

    @Test func `the same draft again changes nothing`() throws {
        let first = try journal.note("one", draft: "d-1")
        let head = try journal.head(at: 1)
        #expect(try journal.note("something else", at: 9, draft: "d-1") == .already(first.facts))
        #expect(try journal.status().recorded == 1)
        #expect(try journal.head(at: 1) == head)
        // Also for a program that was started anew.
        #expect(try file.copy().open().note("one", draft: "d-1") == .already(first.facts))
        #expect(try journal.note("one", draft: "d-2").facts.map(\.sequence) == [2])
    }

    @Test func `facts without a draft are recorded each time`() throws {
        try journal.note("one")
        try journal.note("one")
        #expect(try journal.status().recorded == 2)
    }

    @Test func `recording a draft removes the draft`() throws {
        try journal.keep(Draft(id: "d-1", form: "pickup", body: [1], changedMilliseconds: 1))
        try journal.keep(Draft(id: "d-2", form: "pickup", body: [2], changedMilliseconds: 2))
        try journal.note("one", draft: "d-1")
        #expect(try journal.drafts().map(\.id) == ["d-2"])
    }

    @Test func `a line of 16,384 bytes is recorded and one byte more is refused`() throws {
        let scratch = try TestJournal().create()
        try scratch.recordLong(padding: 2)
        let bytes = try #require(try scratch.list(from: 1, countMax: 1).first).line.count
        let padding = 2 + Limits.recordedLineBytesMax - bytes
        let error = try #require(throws: JournalError.self) {
            try journal.recordLong(padding: padding + 1)
        }
        #expect(error == .lineTooLong(kind: "config.set", bytes: 16_385, bytesMax: 16_384))
        #expect(try journal.status().recorded == 0)
        try journal.recordLong(padding: padding)
        #expect(try journal.status().recorded == 1)
    }

    @Test func `one bad fact keeps the whole act out`() throws {
        let tooLong = String(repeating: "x", count: 1_001)
        let error = try #require(throws: JournalError.self) {
            try journal.record(
                [
                    { _ in FactDraft(.note(NoteFact(text: "good"))) },
                    { _ in FactDraft(.note(NoteFact(text: tooLong))) },
                ], by: TestJournal.courier, at: .minute(0))
        }
        #expect(error == .badField(kind: "note", field: "text"))
        #expect(try journal.status().recorded == 0)
    }

    @Test func `an envelope that nobody could read is refused`() throws {
        let note: ActStep = { _ in FactDraft(.note(NoteFact(text: "x"))) }
        #expect(throws: JournalError.badField(kind: "note", field: "d")) {
            try journal.record(
                [note], by: TestJournal.courier, at: .minute(0), draft: "with space")
        }
        #expect(throws: JournalError.badField(kind: "note", field: "u")) {
            try journal.record([note], by: "", at: .minute(0))
        }
        #expect(throws: JournalError.badField(kind: "correct", field: "r")) {
            try journal.record(
                [
                    { _ in
                        FactDraft(
                            .correct(CorrectFact(how: .void, reason: .nothing)), corrects: "abc")
                    }
                ], by: TestJournal.courier, at: .minute(0))
        }
        let many = (1...17).map { (EntityReference(.task, "T\($0)"), 1) }
        #expect(throws: JournalError.badField(kind: "note", field: "b")) {
            try journal.note("x", base: Dictionary(uniqueKeysWithValues: many))
        }
        try journal.note("x", base: Dictionary(uniqueKeysWithValues: many.dropLast()))
    }

    @Test func `stamps rise whatever the wall clock does`() throws {
        for (minute, wall) in [0, 5, -20_000_000, 3, 40_000_000, 4].enumerated() {
            var moment = Moment.minute(minute)
            moment.wallMilliseconds = 1_789_027_200_000 + wall * 60_000
            _ = try journal.record(
                [{ _ in FactDraft(.note(NoteFact(text: "x"))) }], by: TestJournal.courier,
                at: moment)
        }
        let stamps = try (1...6).map { try entry($0).stamp }
        #expect(stamps == stamps.sorted())
        #expect(Set(stamps).count == 6)
        // And they go on after a restart.
        let reopened = try file.copy().open()
        try reopened.note("x")
        let last = try #require(try reopened.list(from: 7, countMax: 1).first)
        #expect(try Entry(decoding: last.line).stamp > stamps[5])
    }

    @Test(arguments: SampleFacts.all)
    func `a fact of every kind comes back as it was recorded`(sample: FactDraft) throws {
        let outcome = try journal.record(
            [{ _ in sample }], by: TestJournal.courier, at: .minute(0), draft: "d-1")
        let fact = try #require(try journal.unappliedFacts().first)
        #expect(fact.payload == sample.payload)
        #expect(fact.subject == sample.subject)
        #expect(fact.base == sample.base)
        #expect(fact.corrects == sample.corrects)
        #expect(fact.id == outcome.facts[0].id)
        #expect(fact.draft == "d-1")
        #expect(fact.kind.rawValue == outcome.facts[0].kind)
    }

    @Test func `the samples have every kind that a handheld records`() {
        let kinds = Set(SampleFacts.all.map(\.payload.kind))
        #expect(kinds == Set(FactKind.allCases.filter { !$0.isMadeByStation }))
    }
}
