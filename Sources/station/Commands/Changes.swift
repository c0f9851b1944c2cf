import Central
import Commands
import Domain
import Foundation
import Platform

/// The commands that change something.
extension StationProgram {
    func initialise() throws(CommandFailure) -> CommandOutput {
        guard let station = invocation.value("station") else {
            throw CommandFailure(.missing("station", "HZ0931"))
        }
        guard let name = invocation.value("name") else {
            throw CommandFailure(.missing("name", "杭州文三路站"))
        }
        let setup = StationSetup(
            station: station, name: name, hotline: invocation.value("hotline"),
            zoneMinutes: StationProgram.zoneMinutes)
        guard case .initialised(let made, let epoch) = try desk().initialise(setup) else {
            preconditionFailure("another outcome than the action's")
        }
        return CommandOutput(
            members: [
                JSONMember("station", .text(made)), JSONMember("epoch", .text(epoch)),
                JSONMember("data", .text(places.folder)),
            ],
            text: [StationWords.initialised(made, folder: places.folder)[language]],
            notes: [StationWords.keepTheKey[language]])
    }

    func addCourier() throws(CommandFailure) -> CommandOutput {
        guard let name = invocation.value("name") else {
            throw CommandFailure(.missing("name", "张伟"))
        }
        let person = argument()
        let pin = try pin()
        let verifier: String
        do {
            verifier = try PasswordHash.hash(pin.text, cost: .pin)
        } catch {
            throw CommandFailure(.system("crypt: \(error)"))
        }
        let capabilities = (invocation.value("caps") ?? "pickup,deliver,cash")
            .split(separator: ",").map(String.init)
        let outcome = try desk().perform(
            .setPerson(
                PersonSetup(
                    person: person, name: name, capabilities: capabilities, pinVerifier: verifier)))
        guard case .personSet(_, let isNew) = outcome else {
            preconditionFailure("another outcome than the action's")
        }
        var members = [
            JSONMember("courier", .text(person)), JSONMember("name", .text(name)),
            JSONMember("new", .bool(isNew)),
        ]
        var text = [StationWords.personSet(person, name, isNew: isNew)[language]]
        if pin.isMade {
            members.append(JSONMember("pin", .text(pin.text)))
            text.append(StationWords.initialPIN(pin.text)[language])
        }
        return CommandOutput(members: members, text: text)
    }

    func addDevice() throws(CommandFailure) -> CommandOutput {
        let outcome = try desk().perform(.addDevice(label: argument()))
        guard case .deviceSlot(let label, let code, let until) = outcome else {
            preconditionFailure("another outcome than the action's")
        }
        let time = Timestamp.clock(until, offsetMinutes: StationProgram.zoneMinutes)
        return CommandOutput(
            members: [
                JSONMember("label", .text(label)), JSONMember("code", .text(code)),
                JSONMember(
                    "valid_until",
                    .text(Timestamp.text(until, offsetMinutes: StationProgram.zoneMinutes))),
            ],
            text: [StationWords.deviceSlot(label, code: code, until: time)[language]],
            notes: [StationWords.enrolHint[language]])
    }

    func setDevice(_ state: DeviceState) throws(CommandFailure) -> CommandOutput {
        let outcome = try desk().perform(
            .setDevice(label: argument(), state: state, reason: invocation.value("reason") ?? ""))
        guard case .deviceSet(let label, let state, let isChanged) = outcome else {
            preconditionFailure("another outcome than the action's")
        }
        return CommandOutput(
            members: [
                JSONMember("label", .text(label)), JSONMember("state", .text(state.rawValue)),
                JSONMember("changed", .bool(isChanged)),
            ],
            text: [StationWords.deviceSet(label, state.rawValue, isChanged: isChanged)[language]])
    }

    func importOrders() throws(CommandFailure) -> CommandOutput {
        let bytes = try fileBytes()
        let reading = OrderFile.read(bytes, companyPrefix: OrderFile.standardCompanyPrefix) {
            Timestamp.milliseconds($0)
        }
        let orders: [ImportedOrder]
        switch reading {
        case .orders(let read): orders = read
        case .faults(let faults): throw CommandFailure(faults.map(CommandError.orderFault))
        case .malformed(let problems):
            throw CommandFailure(problems.list.map(CommandError.orderTable))
        case .tooMany(let count):
            throw CommandFailure(.tooManyOrders(count, max: OrderFile.ordersMax))
        }
        let listed = try listedGoods(of: orders)
        let refused = listed.filter(\.isRefused)
        guard refused.isEmpty else { throw CommandFailure(refused.map(CommandError.goods)) }
        guard case .ordersImported(let count) = try desk().perform(.importOrders(orders)) else {
            preconditionFailure("another outcome than the action's")
        }
        return imported(count, listed)
    }

    /// The content of the file that is named, or of standard input.
    func fileBytes() throws(CommandFailure) -> [UInt8] {
        let path = argument()
        if path == "-" {
            let data = (try? FileHandle.standardInput.read(upToCount: CSVTable.bytesMax + 1)) ?? nil
            return Array(data ?? Data())
        }
        do {
            if let bytes = try DurableFile.read(path, bytesMax: CSVTable.bytesMax + 1) {
                return bytes
            }
        } catch {
            throw CommandFailure(.system("\(error)", status: .noInput))
        }
        throw CommandFailure(.noSuchFile(path))
    }

    /// The PIN given by file or stdin, or a new one to be shown once.
    private func pin() throws(CommandFailure) -> (text: String, isMade: Bool) {
        guard let path = invocation.value("pin-file") else {
            var random = RandomSource.system
            let digits = (0..<StationProgram.pinLengthMin).map { _ in
                String(Int.random(in: 0...9, using: &random))
            }
            return (digits.joined(), true)
        }
        let pin: String
        do {
            pin = try SecretInput.read(from: path == "-" ? .standardInput : .file(path))
        } catch {
            throw CommandFailure(.secret(error, path: path))
        }
        guard pin.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw CommandFailure(
                .badPIN(Words(zh: "密码里有数字以外的字符", en: "the PIN has other characters than digits")))
        }
        guard (StationProgram.pinLengthMin...StationProgram.pinLengthMax).contains(pin.utf8.count)
        else {
            throw CommandFailure(
                .badPIN(
                    Words(
                        zh: "密码有 \(pin.utf8.count) 位", en: "the PIN has \(pin.utf8.count) digits")
                ))
        }
        return (pin, false)
    }

    static let pinLengthMin = 6
    static let pinLengthMax = 12
}
