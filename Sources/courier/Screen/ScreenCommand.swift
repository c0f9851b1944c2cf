import Commands
import Domain
import Foundation
import Handheld
import HandheldUI
import Platform

/// `courier tui`, and `courier` alone at a terminal.
struct ScreenCommand {
    let access: JournalAccess
    let settings: Settings

    func run(_ page: OutputPage) throws(CommandFailure) -> CommandOutput {
        let environment = ProcessInfo.processInfo.environment
        guard StandardStreams.areTerminals, environment["TERM"] != "dumb" else {
            throw CommandFailure(.noTerminal)
        }
        do throws(POSIXFailure) {
            try DurableFile.makeFolder(access.places.state)
        } catch {
            throw CommandFailure(.system(error))
        }
        let client = HTTPClient()
        let end = try shown(client, page)
        switch end {
        case .asked: return CommandOutput()
        case .signal(let status):
            return CommandOutput(status: ExitStatus(rawValue: status) ?? .interrupted)
        case .erased:
            return try SyncRun(
                access: access, client: client, server: settings.server,
                timeoutSeconds: access.timeoutMilliseconds / 1_000
            ).run(page)
        }
    }

    /// The journal is let go of before anything else is done.
    private func shown(
        _ client: HTTPClient, _ page: OutputPage
    ) throws(CommandFailure) -> ScreenRun.ScreenEnd {
        var run = try ScreenRun(
            desk: ScreenDesk(access: access, client: client, server: settings.server),
            language: page.language, environment: ProcessInfo.processInfo.environment)
        return try run.run()
    }
}

extension CommandError {
    /// A screen needs a person at a terminal.
    fileprivate static var noTerminal: CommandError {
        CommandError(
            "E-TERMINAL",
            Words(zh: "这里没有终端, 打不开屏幕", en: "there is no terminal here to open a screen on"),
            hint: Words(
                zh: "在终端里运行 courier, 或用命令: courier help",
                en: "run courier at a terminal, or use the commands: courier help"), status: .usage)
    }
}
