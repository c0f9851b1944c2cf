package import CentralStore
package import Domain
package import HTTPWire
import ReferenceData
import SyncProtocol
import Synchronization

/// The whole server as a function: one request and a moment in, one response out; and the
/// manager's actions. It has no clock, no socket and no file but the store's.
///
/// One request runs at a time (the HTTP server's gate); the lock inside is only for safety.
package final class Central: Sendable {
    let store: CentralStore
    /// KM: every handheld's key is derived from it (PJS section 11.2).
    let masterKey: [UInt8]
    let limits: CentralLimits
    let state: Mutex<State>

    /// What lives only as long as the process.
    struct State {
        var random: RandomSource
        var counters = CounterBook()
        var exchangeRates: RateLimiter
        var enrolmentRates: RateLimiter
        /// Rules for number blocks, read once and again after each action of the manager.
        var numbers: NumberRules?
        /// The same for what the station set about its handhelds.
        var devices: DeviceSettings?
        /// The rules with the published packs.
        var tables: RuleTables?
        /// Log lines of exchanges that wrote nothing; they go out with the next write.
        var log: [ExchangeRecord] = []
    }

    /// Works on an open store. The caller holds the lock of its database.
    package init(
        store: CentralStore, masterKey: [UInt8], random: RandomSource = .system,
        limits: CentralLimits = CentralLimits()
    ) {
        self.store = store
        self.masterKey = masterKey
        self.limits = limits
        state = Mutex(
            State(
                random: random,
                exchangeRates: RateLimiter(
                    burst: limits.exchangeBurst, perMinute: limits.exchangesPerMinute),
                enrolmentRates: RateLimiter(
                    burst: limits.enrolmentsPerMinute, perMinute: limits.enrolmentsPerMinute)))
    }

    /// Answers one request. Nothing that a client sends ends the server.
    package func respond(
        to request: Request, origin: RequestOrigin, at moment: Moment
    ) -> Response {
        let route: Route
        switch Route.of(request, origin: origin) {
        case .success(let found): route = found
        case .failure(let problem): return problem.response
        }
        switch route {
        case .exchange: return exchange(request, at: moment)
        case .lines(let stream, let from):
            return lines(request, stream: stream, from: from, at: moment)
        case .enrol(let address): return enrol(request, from: address, at: moment)
        case .blob(let digest): return blob(request, digest, at: moment)
        case .action: return action(request, at: moment)
        case .deposit: return deposit(request, at: moment)
        }
    }

    /// Closes the database in order; nothing more is asked of it.
    package func close() { store.close() }

    /// Where the ledger ends and in which epoch, nil while it is empty.
    package func ledgerMark() throws -> LedgerMark? { try store.ledgerMark() }

    /// How numbers are given out at this station.
    func numberRules() throws -> NumberRules {
        if let known = state.withLock(\.numbers) { return known }
        let settings = RuleSettings(ReferenceData.tables.settings, config: try config())
        let rules = NumberRules(
            refillBelow: settings.numberBlockRefillBelow, blockSize: settings.numberBlockSize,
            companyPrefix: settings.companyPrefix, stationGroup: settings.stationGroup)
        state.withLock { $0.numbers = rules }
        return rules
    }

    /// What the station set about its handhelds.
    func deviceSettings() throws -> DeviceSettings {
        if let known = state.withLock(\.devices) { return known }
        let settings = DeviceSettings(ReferenceData.tables.settings, config: try config())
        state.withLock { $0.devices = settings }
        return settings
    }

    /// The rules of the station: the built-in ones with the published packs in their places.
    func tables() throws -> RuleTables {
        if let known = state.withLock(\.tables) { return known }
        let packs = Central.packs(inForce: try store.packs())
        // What this program cannot read any more gives way to what is built in.
        let tables = (try? ReferenceData.tables(replacing: packs)) ?? ReferenceData.tables
        state.withLock { $0.tables = tables }
        return tables
    }

    func config() throws -> StationConfig? {
        guard let station = try store.station(),
            case .config(let row) = try store.entity(EntityReference(.config, station.code))
        else { return nil }
        return row
    }

    /// The key of a handheld.
    func key(of device: String, number: Int) -> DeviceKey {
        DeviceKey.derived(master: masterKey, device: device, number: number)
    }
}

/// Where a request came from, as far as rights depend on it.
package enum RequestOrigin: Hashable, Sendable {
    case network(address: String)
    /// The Unix socket: a process of the same user.
    case local
}

/// How much the server takes of one handheld or address. All are settings; these are defaults.
package struct CentralLimits: Sendable {
    /// Exchanges of one handheld in the long run.
    package var exchangesPerMinute = 60
    /// Exchanges that a handheld may save up: a backlog of days in one go.
    package var exchangeBurst = 600
    /// Enrolment tries from one address.
    package var enrolmentsPerMinute = 10
    /// How long an enrolment code is good.
    package var enrolmentMilliseconds = 15 * 60_000
    /// Wrong codes before an open slot is burnt.
    package var enrolmentTriesMax = 5
    /// What a client waits when the store is busy.
    package var busySeconds = 2

    package init() {}
}
