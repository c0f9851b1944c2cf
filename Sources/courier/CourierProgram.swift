import Commands
import Domain
import Foundation
import HandheldUI
import Platform

/// One run of `courier`: a command, the way to answer, and where the handheld's files are.
struct CourierProgram {
    let table: CommandTable
    let invocation: Invocation
    let environment: [String: String]
    let places: CourierPlaces
    private(set) var options: OutputOptions

    init(
        table: CommandTable, invocation: Invocation, options: OutputOptions,
        environment: [String: String]
    ) {
        self.table = table
        self.invocation = invocation
        self.environment = environment
        self.options = options
        places = CourierPlaces(option: invocation.value("data"), environment: environment)
    }

    /// Does what was asked; every failure becomes words and an exit status.
    mutating func run() -> PrintedOutput {
        do throws(CommandFailure) {
            let settings = try Settings.read(places)
            if let fault = settings.fault, invocation.command.path.first != "config" {
                throw CommandFailure(fault)
            }
            if let language = settings.language(invocation, environment) {
                options.language = language
            }
            return table.print(try output(settings), options)
        } catch {
            return printed(error)
        }
    }

    var language: Language { options.language }

    /// The clocks, read once for what is done next.
    static var now: Moment {
        let reading = ClockReading.now()
        return Moment(
            wallMilliseconds: reading.wallMilliseconds,
            bootMilliseconds: reading.bootMilliseconds, bootNumber: reading.bootNumber,
            offsetMinutes: reading.offsetMinutes)
    }

    private func printed(_ failure: CommandFailure) -> PrintedOutput {
        let isForScripts = options.format == .json || options.format == .jsonLines
        guard isForScripts, !failure.members.isEmpty, let error = failure.errors.first else {
            return table.print(failure.errors, options)
        }
        let members = [JSONMember("error", error.json(language))] + failure.members
        return table.print(CommandOutput(status: error.status, members: members), options)
    }

    /// Says what would make a secret useless before anybody is asked for it.
    private func checkBeforeAsking() throws(CommandFailure) {
        switch invocation.command.path {
        case ["login"]: _ = try DeviceFile.enrolled(places)
        case ["enrol"]:
            guard let text = invocation.value("server"), !text.isEmpty else { return }
            try Enrolment.check(text, places, confirmation: invocation.value("confirm"))
        default: return
        }
    }

    private func output(_ settings: Settings) throws(CommandFailure) -> CommandOutput {
        try Reenrolment(places: places).settle(at: Self.now)
        try checkBeforeAsking()
        let request: CourierRequest
        switch CourierRequest.reading(try InputReader(language: language).complete(invocation)) {
        case .faulty(let errors): throw CommandFailure(errors)
        case .request(let read): request = read
        }
        let run = CommandRun(
            places: places, language: language, now: Self.now,
            timeoutSeconds: invocation.has("timeout")
                ? request.timeoutSeconds : settings.timeoutSeconds ?? request.timeoutSeconds)
        return try run.output(of: request.command, settings)
    }
}
