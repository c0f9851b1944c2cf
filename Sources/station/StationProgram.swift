import Central
import CentralStore
import Commands
import Domain
import Foundation
import Platform

/// One run of `station`: a command, the way to answer, and where the station's files are.
struct StationProgram {
    let invocation: Invocation
    let options: OutputOptions
    let places: StationPlaces

    /// How long another process may hold the database before a command gives up.
    static let waitSecondsDefault = 2
    static let waitSecondsMax = 600
    /// Asia/Shanghai, the standard of the setting `clock.time_zone`.
    static let zoneMinutes = 480

    init(invocation: Invocation, options: OutputOptions) {
        self.invocation = invocation
        self.options = options
        places = StationPlaces(
            option: invocation.value("data"), environment: ProcessInfo.processInfo.environment)
    }

    /// Does what was asked; every failure becomes words and an exit status.
    func run() -> PrintedOutput {
        do throws(CommandFailure) {
            return StationTable.table.print(try output(), options)
        } catch {
            return StationTable.table.print(error.errors, options)
        }
    }

    private func output() throws(CommandFailure) -> CommandOutput {
        switch invocation.command.path {
        case ["init"]: return try initialise()
        case ["serve"]: return try serve()
        case ["demo"]: return try demo()
        case ["courier", "add"]: return try addCourier()
        case ["device", "add"]: return try addDevice()
        case ["device", "suspend"]: return try setDevice(.suspended)
        case ["device", "revoke"]: return try setDevice(.revoked)
        case ["device", "activate"]: return try setDevice(.active)
        case ["deposit"]: return try deposit()
        case ["device", "release"]: return try release()
        case ["device", "wipe"]: return try wipe()
        case ["device", "message"], ["device", "report"], ["device", "rekey"],
            ["device", "rotate"], ["device", "refetch"]:
            return try direct()
        case ["device", "unlock"]: return try unlock()
        case ["device", "require"]: return try requireVersion()
        case ["config", "set"]: return try setSetting()
        case ["data", "list"]: return try dataList()
        case ["data", "show"]: return try showData()
        case ["data", "check"], ["data", "diff"], ["data", "publish"], ["data", "revert"]:
            return try changeData()
        case ["frame", "list"]: return try frames()
        case ["frame", "save"]: return try saveFrame()
        case ["blob", "show"]: return try showBlob()
        case ["order", "import"]: return try importOrders()
        case ["ledger", "reread"]: return try readAgain()
        case ["ledger", "annotate"]: return try remark(isClosing: false)
        case ["ledger", "close"]: return try remark(isClosing: true)
        case ["day", "begin"], ["day", "waive"], ["day", "close"]: return try changeDay()
        case ["case", "resolve"]: return try resolveCase()
        case ["order", "reassign"], ["order", "cancel"], ["order", "address"], ["charge", "price"],
            ["parcel", "intercept"], ["parcel", "release"]:
            return try dispatch()
        case ["payment", "confirm"]: return try settlePayment(isConfirmed: true)
        case ["reweigh"]: return try reweigh()
        case ["refund"]: return try refund()
        case ["handover", "take"]: return try takeParcels()
        case ["handover", "give"]: return try giveParcels()
        case ["cash", "count"]: return try countCash()
        case ["payment", "fail"]: return try settlePayment(isConfirmed: false)
        case ["evidence", "check"]: return try checkEvidence()
        case ["track"] where invocation.has("evidence"):
            return try evidence(invocation.value("evidence") ?? "")
        case ["backup"]: return try backup()
        case ["restore"]: return try restore()
        case ["ledger", "rebuild"]: return try rebuild()
        case ["courier", "list"], ["device", "list"], ["device", "show"], ["order", "list"],
            ["status"], ["track"], ["day", "status"], ["ledger", "list"], ["ledger", "verify"],
            ["incident", "list"], ["ledger", "exceptions"], ["ledger", "show"],
            ["config", "list"], ["audit", "list"], ["day", "show"], ["case", "list"],
            ["case", "show"], ["blob", "list"], ["payment", "list"],
            ["quote", "verify"], ["cash", "list"], ["problem", "list"], ["parcel", "quiet"],
            ["handover", "list"]:
            return try report()
        default: preconditionFailure("a command without an answer: \(invocation.command.name)")
        }
    }

    var language: Language { options.language }

    func waitMilliseconds() throws(CommandFailure) -> Int {
        guard let text = invocation.value("timeout") else {
            return StationProgram.waitSecondsDefault * 1000
        }
        return try number("timeout", text, in: 0...StationProgram.waitSecondsMax) * 1000
    }

    /// A whole number of the command line within a range.
    func number(
        _ flag: String, _ text: String, in range: ClosedRange<Int>
    ) throws(CommandFailure) -> Int {
        guard text.utf8.count <= 15, !text.isEmpty,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(text),
            range.contains(value)
        else {
            throw CommandFailure(
                .badOption(
                    flag, text,
                    expected: Words(
                        zh: "\(range.lowerBound) 到 \(range.upperBound) 的整数",
                        en: "a whole number from \(range.lowerBound) to \(range.upperBound)")))
        }
        return value
    }

    func argument() -> String {
        guard let first = invocation.arguments.first else {
            preconditionFailure("the table asks for one argument")
        }
        return first
    }
}

/// Why a command did not do it: one error, or one for each wrong row of a file.
struct CommandFailure: Error {
    let errors: [CommandError]

    init(_ error: CommandError) { errors = [error] }
    init(_ errors: [CommandError]) { self.errors = errors }
}

extension ClockReading {
    /// The reading as the deterministic modules take it.
    var moment: Moment {
        Moment(
            wallMilliseconds: wallMilliseconds, bootMilliseconds: bootMilliseconds,
            bootNumber: bootNumber, offsetMinutes: offsetMinutes)
    }
}
