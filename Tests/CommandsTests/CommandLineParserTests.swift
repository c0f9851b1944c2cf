import Domain
import Testing

@testable import Commands

@Suite struct CommandLineParserTests {
    @Test(
        arguments: [
            "box add B1 --weight-g 500 --item a --item b -f --data d",
            "--data d -f box --weight-g=500 add --item=a B1 -i b",
            "box add --data=d --weight-g 500 -fia -ib -- B1",
            "-fi a -i b box add B1 --weight-g 500 --fragile --data d",
        ])
    func `flags stand before or after the command, joined or apart`(line: String) throws {
        let invocation = try #require(sample.parse(words(line)).invocation)
        #expect(invocation.command.path == ["box", "add"])
        #expect(invocation.arguments == ["B1"])
        #expect(invocation.value("weight-g") == "500")
        #expect(invocation.list("item") == ["a", "b"])
        #expect(invocation.has("fragile"))
        #expect(invocation.value("data") == "d")
        #expect(!invocation.has("side"))
        #expect(invocation.value("side") == nil)
    }

    @Test func `after two dashes every word is an argument`() throws {
        let invocation = try #require(sample.parse(words("box list -- --json -f --")).invocation)
        #expect(invocation.arguments == ["--json", "-f", "--"])
    }

    @Test func `an empty value, a dash and a negative number are values`() throws {
        let line = ["box", "add", "-", "--item", "", "--weight-g", "-5", "--note", "-"]
        let invocation = try #require(sample.parse(line).invocation)
        #expect(invocation.arguments == ["-"])
        #expect(invocation.list("item") == [""])
        #expect(invocation.value("weight-g") == "-5")
        #expect(invocation.unreadFiles.map(\.path) == ["-"])
    }

    @Test func `a flag of every command does not take an empty value`() throws {
        let error = try #require(sample.parse(["box", "add", "B1", "--data", ""]).error)
        #expect(error.code == "E-USAGE-VALUE")
        #expect(error.field == "--data")
    }

    @Test(arguments: ["not-home", "NOT_HOME", "Not-Home"])
    func `a choice is taken as its word or as the code on the wire`(typed: String) throws {
        let invocation = try #require(sample.parse(["box", "list", "--why", typed]).invocation)
        #expect(invocation.value("why") == "not-home")
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let line: String
        let code: String
        let field: String?
        let hint: String?
        var testDescription: String { line }
    }

    @Test(
        arguments: [
            Fault(
                line: "box add B1 --wieght-g 5", code: "E-USAGE-FLAG", field: "--wieght-g",
                hint: "did you mean --weight-g?"),
            Fault(
                line: "box add B1 --weight=5", code: "E-USAGE-FLAG", field: "--weight",
                hint: "did you mean --weight-g?"),
            Fault(line: "box add B1 --xyzzy", code: "E-USAGE-FLAG", field: "--xyzzy", hint: nil),
            Fault(line: "box add B1 -z", code: "E-USAGE-FLAG", field: "-z", hint: nil),
            Fault(
                line: "fetch B1 --fragile", code: "E-USAGE-FLAG", field: "--fragile",
                hint: "it belongs to box add"),
            Fault(
                line: "box add B1 --weight-g", code: "E-USAGE-VALUE", field: "--weight-g",
                hint:
                    "write --weight-g GRAMS, or --weight-g=GRAMS "
                    + "when the value begins with a dash"),
            Fault(
                line: "box add B1 --weight-g --json", code: "E-USAGE-VALUE", field: "--weight-g",
                hint:
                    "write --weight-g GRAMS, or --weight-g=GRAMS "
                    + "when the value begins with a dash"),
            Fault(
                line: "box add B1 --fragile=yes", code: "E-USAGE-VALUE", field: "--fragile",
                hint: "leave out the = and what follows"),
            Fault(
                line: "box add B1 --side lfet", code: "E-USAGE-VALUE", field: "--side",
                hint: "did you mean left?"),
            Fault(
                line: "box add B1 --side top", code: "E-USAGE-VALUE", field: "--side",
                hint: "it takes: left, right"),
            Fault(
                line: "box list --json=all", code: "E-USAGE-VALUE", field: "--json",
                hint: "it takes: lines"),
            Fault(
                line: "box add B1 --weight-g 5 --weight-g 5", code: "E-USAGE-TWICE",
                field: "--weight-g", hint: "keep one of them"),
            Fault(
                line: "box add B1 --side left --side left", code: "E-USAGE-TWICE", field: "--side",
                hint: "keep one of them"),
            Fault(
                line: "box list --json --plain", code: "E-USAGE-TWICE", field: "--plain",
                hint: "keep one of them"),
            Fault(
                line: "box add B1 --note - --form -", code: "E-USAGE-STDIN", field: "--form",
                hint: "give one of them a file"),
            Fault(
                line: "box add", code: "E-USAGE-ARGUMENT", field: "CODE",
                hint: "the code on the box"),
            Fault(line: "fetch", code: "E-USAGE-ARGUMENT", field: "CODE", hint: "codes"),
            Fault(
                line: "box add B1 B2", code: "E-USAGE-ARGUMENT", field: "B2",
                hint: "put a value that has blanks in quotes"),
            Fault(
                line: "box lsit", code: "E-USAGE-COMMAND", field: "box lsit",
                hint: "did you mean box list?"),
            Fault(
                line: "fecth B1", code: "E-USAGE-COMMAND", field: "fecth",
                hint: "did you mean fetch?"),
            Fault(
                line: "zzz", code: "E-USAGE-COMMAND", field: "zzz", hint: "-h lists the commands"),
            Fault(
                line: "help zzz", code: "E-USAGE-COMMAND", field: "zzz",
                hint: "-h lists the commands"),
        ])
    func `a wrong command line says what is wrong, where, and what was meant`(fault: Fault) throws {
        let error = try #require(sample.parse(words(fault.line)).error)
        #expect(error.code == fault.code)
        #expect(error.field == fault.field)
        #expect(error.hint?.en == fault.hint)
        #expect(error.status == .usage)
        #expect(!error.isRetryable)
    }

    @Test func `the first fault is the one reported`() throws {
        let error = try #require(sample.parse(words("box add --nope --side")).error)
        #expect(error.field == "--nope")
    }

    @Test func `a wrong line is still answered in its form and language`() {
        let environment = ["LANG": "en_GB.UTF-8"]
        let line = sample.parse(words("box add --nope --json=lines -q"), environment: environment)
        #expect(line.output == OutputOptions(format: .jsonLines, language: .en, isQuiet: true))
        #expect(
            sample.parse(words("nope --lang zh"), environment: environment).output.language == .zh)
    }

    @Test(
        arguments: [
            ("--help", []), ("help", []), ("box -h", ["box"]), ("help box add", ["box", "add"]),
            ("box add --nope --help", ["box", "add"]), ("fetch B1 --help", ["fetch"]),
        ] as [(String, [String])])
    func `help is for the command, the group or the program`(line: String, path: [String]) {
        #expect(sample.parse(words(line)).request == .help(path: path))
    }

    @Test(arguments: ["--version", "version", "version --json", "box --version"])
    func `the version is a flag and a command`(line: String) {
        #expect(sample.parse(words(line)).request == .version)
    }

    @Test(arguments: [("", []), ("box", ["box"]), ("--json", [])] as [(String, [String])])
    func `a group alone is not a command`(line: String, path: [String]) {
        #expect(sample.parse(words(line)).request == .incomplete(path: path))
    }
}
