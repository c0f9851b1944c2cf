import Commands
import Foundation
import Handheld
import HandheldUI
import Platform

ProcessHygiene.begin()

let environment = ProcessInfo.processInfo.environment
let table = CommandTable.courier(version: Handheld.version)
var line = table.parse(Array(CommandLine.arguments.dropFirst()), environment: environment)
if case .incomplete(path: []) = line.request, StandardStreams.areTerminals,
    environment["TERM"] != "dumb"
{
    line = table.parse(["tui"] + CommandLine.arguments.dropFirst(), environment: environment)
}
let printed: PrintedOutput
if case .run(let invocation) = line.request {
    var program = CourierProgram(
        table: table, invocation: invocation, options: line.output, environment: environment)
    printed = program.run()
} else if let answer = table.answer(to: line) {
    printed = answer
} else {
    preconditionFailure("a command line that is neither a command nor an answer")
}
let isWritten = StandardStreams.write(stdout: printed.stdout, stderr: printed.stderr)
exit(isWritten ? printed.status.rawValue : ExitStatus.inputOutput.rawValue)
