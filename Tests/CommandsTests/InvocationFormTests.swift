import Domain
import Testing

@testable import Commands

@Suite struct InvocationFormTests {
    private func reading(_ form: String, of line: String = "box add B1") throws -> FormReading {
        let invocation = try #require(sample.parse(words(line)).invocation)
        return invocation.filled(fromForm: Array(form.utf8))
    }

    private func faults(_ form: String) throws -> [CommandError] {
        guard case .faulty(let errors) = try reading(form) else { return [] }
        return errors
    }

    @Test func `a form fills in what the command line left out`() throws {
        let form = """
            \u{FEFF}# one box
            weight-g = 700\r
            item = red tea = strong
            item=cup

            fragile = 是
              side   =   left
            """
        let line = "box add B1 --weight-g 500"
        guard case .filled(let filled) = try reading(form, of: line) else {
            Issue.record("the form was refused")
            return
        }
        #expect(filled.value("weight-g") == "500")
        #expect(filled.list("item") == ["red tea = strong", "cup"])
        #expect(filled.has("fragile"))
        #expect(filled.value("side") == "left")
    }

    @Test func `a toggle set to no is not given`() throws {
        guard case .filled(let filled) = try reading("fragile = no\n") else {
            Issue.record("the form was refused")
            return
        }
        #expect(!filled.has("fragile"))
    }

    @Test func `every fault is reported with its line`() throws {
        let errors = try faults(
            "weight-g 5\nweigth-g = 5\nfragile = perhaps\nside = top\nform = x\nitem = a\n"
                + "weight-g = 1\nweight-g = 2\njson = lines\n")
        #expect(
            errors.map(\.code) == [
                "E-FORM-LINE", "E-FORM-KEY", "E-FORM-VALUE", "E-USAGE-VALUE", "E-FORM-KEY",
                "E-USAGE-TWICE", "E-FORM-KEY",
            ])
        #expect(errors[1].hint?.en == "did you mean weight-g?")
        #expect(errors[1].message.en.contains("line 2"))
        #expect(errors[5].message.en == "line 8 of the form: --weight-g was given twice")
        #expect(errors.allSatisfy { $0.status == .badData })
    }

    @Test func `a toggle without a value is told how to write it`() throws {
        let errors = try faults("fragile\nside\n")
        #expect(errors.map(\.code) == ["E-FORM-LINE", "E-FORM-LINE"])
        #expect(
            errors.map(\.hint?.en) == ["write fragile = yes", "write each line as key = value"])
    }

    @Test func `a form has a size limit and is UTF-8`() throws {
        let invocation = try #require(sample.parse(words("box add B1")).invocation)
        let remark = [UInt8](repeating: UInt8(ascii: "#"), count: Invocation.formBytesMax)
        #expect(invocation.filled(fromForm: remark) == .filled(invocation))
        guard case .faulty(let long) = invocation.filled(fromForm: remark + [35]) else {
            Issue.record("a form past the limit was read")
            return
        }
        #expect(long.map(\.code) == ["E-FORM-LONG"])
        guard case .faulty(let notText) = invocation.filled(fromForm: [0xFF]) else {
            Issue.record("bytes that are not UTF-8 were read")
            return
        }
        #expect(notText.map(\.code) == ["E-FORM-TEXT"])
    }

    @Test func `files are read once and by flag`() throws {
        let line = "box add B1 --note n.txt"
        let invocation = try #require(sample.parse(words(line)).invocation)
        #expect(invocation.unreadFiles.map(\.flag) == ["note"])
        let read = invocation.with([1, 2], of: "note")
        #expect(read.content("note") == [1, 2])
        #expect(read.unreadFiles.isEmpty)
        #expect(read.content("form") == nil)
    }

    @Test func `a secret is read from its file or given later`() throws {
        let named = try #require(sample.parse(words("box list --pin-file p")).invocation)
        #expect(named.unreadFiles == [UnreadFile(flag: "pin-file", path: "p", isSecret: true)])
        let asked = try #require(sample.parse(words("box list")).invocation)
        #expect(asked.unreadFiles.isEmpty && asked.content("pin-file") == nil)
        #expect(asked.with([49], of: "pin-file").content("pin-file") == [49])
    }
}
