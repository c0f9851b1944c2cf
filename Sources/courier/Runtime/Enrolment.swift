import Commands
import Domain
import Handheld
import HandheldUI
import Journal
import Platform
import SyncProtocol

/// Makes this handheld known to a station: the code for a key, an empty journal, and a first
/// exchange that brings people, prices and numbers.
struct Enrolment {
    let places: CourierPlaces
    let client: HTTPClient
    let timeoutSeconds: Int

    /// How long the answer may take.
    static let replyLimitMilliseconds = 30_000
    static let target = "/pjs/1/enrol"
    static let modelScalarsMax = 60

    func run(_ input: EnrolInput, _ page: OutputPage) throws(CommandFailure) -> CommandOutput {
        let server = try Self.check(
            input.server, places, confirmation: input.confirmation)
        let former = try DeviceFile.read(places)
        // The code is good for one use: everything that can fail here is tried before it is sent.
        let lock = try prepare()
        if former != nil { try Reenrolment(places: places).check() }
        let answer = try ask(input, server)
        let file = DeviceFile(
            device: EnrolledDevice(
                id: answer.device, key: answer.key, station: answer.station, label: answer.label),
            server: server)
        if let former {
            try Reenrolment(places: places).begin(file, after: former, at: page.now)
        } else {
            try begin(file, at: page.now)
        }
        try? lock.release()
        let access = JournalAccess(
            places: places, enrolment: file, timeoutMilliseconds: timeoutSeconds * 1_000)
        let sync = SyncRun(
            access: access, client: client, timeoutSeconds: timeoutSeconds)
        let outcome = try access.write {
            try sync.exchange(&$0, until: Deadline(after: timeoutSeconds * 1_000))
        }
        return page.enrolled(file, outcome)
    }

    /// The station's address, if a handheld can be enrolled there from these places.
    @discardableResult
    static func check(
        _ server: String, _ places: CourierPlaces, confirmation: String?
    ) throws(CommandFailure) -> ServerAddress {
        guard let address = ServerAddress(server) else { throw CommandFailure(.badServer(server)) }
        guard let known = try DeviceFile.read(places) else { return address }
        guard try Erasure.remains(places) == nil else { throw CommandFailure(.wiped) }
        guard confirmation == known.device.label else {
            throw CommandFailure(.alreadyEnrolled(known, places))
        }
        return address
    }

    private func ask(
        _ input: EnrolInput, _ server: ServerAddress
    ) throws(CommandFailure) -> EnrolAnswer {
        let model = (input.model ?? "Linux").unicodeScalars.prefix(Self.modelScalarsMax)
        let body = EnrolRequest(
            code: Code32.normalised(input.code.text),
            model: String(String.UnicodeScalarView(model)),
            app: Handheld.app)
        let request = OutgoingRequest(
            method: "POST", target: Self.target,
            fields: [OutgoingRequest.Field(name: "Content-Type", value: "application/json")],
            body: body.encoded(), replyLimitMilliseconds: Self.replyLimitMilliseconds)
        switch client.send(request, to: server) {
        case .unreachable, .cut, .timedOut: throw CommandFailure(.unreachable(server))
        case .notHTTP: throw CommandFailure(.notStation(server))
        case .answered(let answer):
            guard answer.status == 200 else {
                throw CommandFailure(.enrolRefused(answer, server))
            }
            do throws(FieldError) {
                return try EnrolAnswer(decoding: answer.body)
            } catch {
                throw CommandFailure(.notStation(server))
            }
        }
    }

    private func prepare() throws(CommandFailure) -> LockFile {
        do throws(POSIXFailure) {
            try DurableFile.makeFolder(places.journalFolder)
        } catch {
            throw CommandFailure(.system(error))
        }
        do throws(LockFile.Failure) {
            return try LockFile.take(places.lock, waitMilliseconds: timeoutSeconds * 1_000)
        } catch {
            throw CommandFailure(.lock(error, seconds: timeoutSeconds))
        }
    }

    /// Makes the journal, then writes the key: only a handheld with a journal is enrolled.
    private func begin(_ file: DeviceFile, at now: Moment) throws(CommandFailure) {
        var random = RandomSource.system
        do throws(JournalError) {
            _ = try Journal.create(
                places.journal, device: file.device.id,
                stream: random.uuid7(at: now.wallMilliseconds), at: now.wallMilliseconds)
        } catch {
            throw CommandFailure(.journal(error, places))
        }
        try file.write(places)
        do throws(POSIXFailure) {
            // What an erasure left says nothing about the handheld that this machine is now.
            try DurableFile.remove(places.wiped)
        } catch {
            throw CommandFailure(.system(error))
        }
    }
}
