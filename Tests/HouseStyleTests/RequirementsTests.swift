import Testing

/// What was asked for, and the tests that show it.
@Suite struct RequirementsTests {
    @Test func `every requirement of a group is in the table once, in order`() {
        let expected = Requirement.groups.flatMap { group, count in
            (1...count).map { group + ($0 < 10 ? "-0" : "-") + String($0) }
        }
        #expect(Requirement.all.map(\.id) == expected)
    }

    @Test func `each is shown by tests that there are, or says what is missing`() {
        let files = Repository.swiftFiles.filter { $0.path.hasPrefix("Tests/") }
        let texts = files.filter { $0.name != "RequirementTable.swift" }.map(\.text)
        for requirement in Requirement.all {
            #expect(
                !requirement.tests.isEmpty || requirement.missing != nil, "\(requirement.id)")
            for test in requirement.tests {
                #expect(
                    texts.contains { $0.contains("func `\(test)`(") },
                    "\(requirement.id): there is no test \"\(test)\"")
            }
        }
    }

    @Test func `what is missing is counted`() {
        let met = Requirement.all.filter { $0.missing == nil }.count
        let begun = Requirement.all.filter { $0.missing != nil && !$0.tests.isEmpty }.count
        print("requirements: \(met) met, \(begun) in part, of \(Requirement.all.count)")
        #expect(met + begun > Requirement.all.count / 2)
    }
}
