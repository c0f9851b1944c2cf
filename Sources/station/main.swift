import Commands
import Foundation
import Platform

ProcessHygiene.begin()

let line = StationTable.table.parse(
    Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
let printed: PrintedOutput
if case .run(let invocation) = line.request {
    printed = StationProgram(invocation: invocation, options: line.output).run()
} else if let answer = StationTable.table.answer(to: line) {
    printed = answer
} else {
    preconditionFailure("a command line that is neither a command nor an answer")
}
let isWritten = StandardStreams.write(stdout: printed.stdout, stderr: printed.stderr)
exit(isWritten ? printed.status.rawValue : ExitStatus.inputOutput.rawValue)
