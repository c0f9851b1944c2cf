import Domain
import Testing

@testable import Commands

@Suite struct CommandOutputTests {
    private let record = CommandOutput(
        members: [
            JSONMember("box", "B1"), JSONMember("weight_g", 500), JSONMember("owner", .null),
        ],
        text: ["B1\u{1B}[2J 已存"], notes: ["2 waiting"])
    private let boxes = CommandOutput(
        members: [JSONMember("count", 2)], text: ["in the depot"],
        list: OutputList(
            key: "boxes",
            columns: [
                .init(Words(zh: "箱号", en: "Code")), .init(Words(zh: "名", en: "Name")),
                .init(Words(zh: "克", en: "g"), isNumber: true),
            ],
            rows: [
                .init(["B1", "红茶", "5"], json: ["box": "B1"]),
                .init(["B22", "a\tb", "1500"], json: ["box": "B22"]),
            ]),
        closing: ["2 boxes"])

    private func options(_ format: OutputOptions.Format, isQuiet: Bool = false) -> OutputOptions {
        OutputOptions(format: format, language: .en, isQuiet: isQuiet)
    }

    @Test func `a person reads text, and nothing in it reaches the terminal's controls`() {
        let printed = sample.print(record, options(.text))
        #expect(printed.stdout == "B1?[2J 已存\n")
        #expect(printed.stderr == "2 waiting\n")
        #expect(printed.status == .done)
        #expect(sample.print(record, options(.text, isQuiet: true)).stderr == "")
    }

    @Test func `a script reads one document with a flat envelope`() {
        #expect(
            sample.print(record, options(.json)).stdout
                == #"{"schema":"depot/1","ok":true,"box":"B1","weight_g":500,"owner":null}"# + "\n")
        #expect(
            sample.print(boxes, options(.json)).stdout
                == #"{"schema":"depot/1","ok":true,"count":2,"boxes":[{"box":"B1"},{"box":"B22"}]}"#
                + "\n")
        var answer = record
        answer.status = .answerIsNo
        #expect(
            sample.print(answer, options(.json)).stdout.hasPrefix(
                #"{"schema":"depot/1","ok":false"#))
    }

    @Test func `lists are one object a line with json lines`() {
        #expect(
            sample.print(boxes, options(.jsonLines)).stdout == #"{"box":"B1"}"# + "\n"
                + #"{"box":"B22"}"#
                + "\n")
        #expect(
            sample.print(record, options(.jsonLines)).stdout.hasPrefix(#"{"schema":"depot/1""#))
    }

    @Test func `plain output is one record a line, its fields apart by tabs`() {
        #expect(sample.print(boxes, options(.plain)).stdout == "B1\t红茶\t5\nB22\ta?b\t1500\n")
        #expect(
            sample.print(record, options(.plain)).stdout == "box\tB1\nweight_g\t500\nowner\t\n")
    }

    @Test func `a list is a table whose columns fit what a terminal shows`() {
        #expect(
            sample.print(boxes, options(.text)).stdout == """
                in the depot
                Code  Name     g
                B1    红茶     5
                B22   a?b   1500
                2 boxes

                """)
    }

    @Test func `a failure is one document on stdout or its words on stderr`() {
        let errors = [
            CommandError(
                "E-BOX", field: "box", Words(zh: "没有箱子", en: "no box"),
                hint: Words(zh: "先放入", en: "put one in"), isRetryable: true, status: .answerIsNo),
            CommandError("E-WEIGHT", Words(zh: "太重", en: "too \u{1B}heavy"), status: .badData),
        ]
        let text = sample.print(errors, options(.text))
        #expect(text.stdout == "")
        #expect(text.stderr == "! no box\n  put one in\n! too ?heavy\n")
        #expect(text.status == .answerIsNo)
        let first =
            #"{"code":"E-BOX","field":"box","message":"no box","hint":"put one in","#
            + #""retryable":true}"#
        let second =
            #"{"code":"E-WEIGHT","field":null,"message":"too \u001bheavy","hint":null,"#
            + #""retryable":false}"#
        let json = sample.print(errors, options(.json))
        let all = #""error":\#(first),"errors":[\#(first),\#(second)]"#
        #expect(json.stdout == #"{"schema":"depot/1","ok":false,\#(all)}"# + "\n")
        #expect(json.stderr == "")
    }

    @Test func `a hint that holds for several errors in a row stands once, below them`() {
        let errors = ["put it down", "put it down", "leave", "put it down"].map { hint in
            CommandError(
                "E-BOX", Words(zh: "重", en: "heavy"), hint: Words(zh: hint, en: hint),
                status: .badData)
        }
        #expect(
            sample.print(errors, options(.text)).stderr == """
                ! heavy
                ! heavy
                  put it down
                ! heavy
                  leave
                ! heavy
                  put it down

                """)
    }

    @Test func `what needs no work is answered from the table`() {
        #expect(sample.answer(to: sample.parse(words("box list"))) == nil)
        #expect(sample.answer(to: sample.parse(["version"]))?.stdout == "depot 1.2\n")
        let group = sample.answer(to: sample.parse(words("box --lang en")))
        #expect(group?.status == .usage)
        #expect(group?.stdout == "")
        #expect(group?.stderr.hasPrefix("! \"box\" needs one more word\n\nUsage:") == true)
        let json = sample.answer(to: sample.parse(words("--json --lang en")))
        #expect(json?.stdout.contains(#""code":"E-USAGE-COMMAND""#) == true)
        let refused = sample.answer(to: sample.parse(words("box lsit --lang zh")))
        #expect(refused?.stderr == "! 没有命令「box lsit」\n  是不是 box list?\n")
        #expect(refused?.status.rawValue == 64)
    }
}
