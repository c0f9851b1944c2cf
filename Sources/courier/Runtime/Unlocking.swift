import Commands
import Domain
import Handheld
import HandheldUI
import Journal
import Platform

/// Opening a handheld whose lease has ended, or whose PINs were wrong too often (PJS 11.9).
struct Unlocking {
    let access: JournalAccess

    func run(_ code: String?, _ page: OutputPage) throws(CommandFailure) -> CommandOutput {
        let lease = try access.read { try $0.lease(at: page.now) }
        let isPINEnded = try PINFile.needsUnlock(access.places)
        guard lease.state.isEnded || isPINEnded else { return page.unlockNotNeeded(lease) }
        guard let code else {
            let challenge = try access.write { try $0.challenge(at: page.now) }
            return page.challenge(challenge, isPINEnded: isPINEnded, lease)
        }
        let turn = try takeTurn()
        defer { try? turn.release() }
        switch try access.write({ try $0.unlock(code, at: page.now) }) {
        case .opened(let hours):
            try PINFile.forget(access.places)
            return page.unlocked(hours: hours)
        case .wrong(let left): throw CommandFailure(.wrongUnlockCode(code, triesLeft: left))
        case .locked(let milliseconds): throw CommandFailure(.unlockLocked(milliseconds))
        case .noChallenge: throw CommandFailure(.noChallenge)
        }
    }

    private func takeTurn() throws(CommandFailure) -> LockFile {
        do throws(LockFile.Failure) {
            return try LockFile.take(
                access.places.pinLock, waitMilliseconds: access.timeoutMilliseconds)
        } catch {
            throw CommandFailure(.lock(error, seconds: access.timeoutMilliseconds / 1_000))
        }
    }
}

extension CommandError {
    static func leaseEnded(_ lease: LeaseStatus) -> CommandError {
        CommandError(
            "E-LEASE",
            Words(
                zh: "本机超过 \(lease.hours) 小时没有联系站点: 不能上机, 姓名电话地址也不再显示",
                en: "this handheld has not reached its station for more than \(lease.hours) hours: "
                    + "nobody can log in, and names, phones and addresses stay hidden"),
            hint: Words(
                zh: "有网时 courier sync run; 没有网时 courier unlock, 打电话给站长。"
                    + "记录都在, 已上机的人可以继续记",
                en: "run courier sync run where there is a network, else courier unlock and phone "
                    + "the manager; nothing is lost, and who is logged in can go on recording"),
            status: .notAllowed)
    }

    static func pinEnded(_ person: String) -> CommandError {
        CommandError(
            "E-PIN-ENDED", field: "PERSON",
            Words(
                zh: "\(person) 的密码错了 \(PINLock.unlockCountMin) 次, 等也没有用",
                en: "\(PINLock.unlockCountMin) wrong PINs for \(person); waiting does not help"),
            hint: Words(
                zh: "courier unlock 显示挑战码, 打电话给站长要解锁码",
                en: "courier unlock shows a challenge; phone the manager for the code"),
            status: .notAllowed)
    }

    fileprivate static func wrongUnlockCode(_ code: String, triesLeft: Int) -> CommandError {
        let next =
            triesLeft > 0
            ? Words(zh: "还能试 \(triesLeft) 次", en: "tries left: \(triesLeft)")
            : Words(zh: "要等 5 分钟再试", en: "wait 5 minutes before the next try")
        return CommandError(
            "E-UNLOCK-CODE", field: "CODE",
            Words(
                zh: "解锁码不能是「\(code)」; \(next.zh)", en: "the code is not \"\(code)\"; \(next.en)"),
            hint: Words(
                zh: "courier unlock 再看一遍挑战码, 和站长核对",
                en: "courier unlock shows the challenge again: compare it with the manager"),
            status: .notAllowed)
    }

    fileprivate static func unlockLocked(_ milliseconds: Int) -> CommandError {
        let minutes = (milliseconds + 59_999) / 60_000
        return CommandError(
            "E-UNLOCK-WAIT", field: "CODE",
            Words(
                zh: "解锁码错得太多, 要等 \(minutes) 分钟",
                en: "too many wrong codes; wait \(minutes) min"),
            hint: Words(
                zh: "有网时 courier sync run 就不用解锁码",
                en: "with a network courier sync run needs no code"),
            isRetryable: true, status: .notAllowed)
    }

    fileprivate static let noChallenge = CommandError(
        "E-UNLOCK-CODE", field: "CODE",
        Words(zh: "还没有挑战码", en: "there is no challenge to answer yet"),
        hint: Words(
            zh: "先运行 courier unlock, 把挑战码念给站长",
            en: "run courier unlock first and tell the manager what it shows"),
        status: .usage)
}

extension OutputPage {
    fileprivate func unlockNotNeeded(_ lease: LeaseStatus) -> CommandOutput {
        CommandOutput(
            members: [JSONMember("lease", json(lease))],
            text: [say("不用解锁。", "Nothing is locked.")] + warning(lease))
    }

    fileprivate func challenge(
        _ challenge: String, isPINEnded: Bool, _ lease: LeaseStatus
    ) -> CommandOutput {
        CommandOutput(
            members: [
                JSONMember("challenge", .text(challenge)), JSONMember("lease", json(lease)),
            ],
            text: [
                isPINEnded && !lease.state.isEnded
                    ? say("密码错得太多, 本机已锁。", "Too many wrong PINs: the login is locked.")
                    : say(
                        "离线超过 \(lease.hours) 小时, 本机已锁。",
                        "Offline for more than \(lease.hours) hours: the handheld is locked."),
                say("挑战码: \(challenge)", "challenge: \(challenge)"),
                say(
                    "打电话念给站长, 站长念回解锁码; 然后: courier unlock 解锁码",
                    "tell it to the manager by phone, who tells you the code; then: courier unlock "
                        + "CODE"),
            ])
    }

    fileprivate func unlocked(hours: Int) -> CommandOutput {
        CommandOutput(
            members: [JSONMember("hours", .integer(hours))],
            text: [
                say("已解锁 \(hours) 小时。", "Open for \(hours) hours."),
                say("有网时请同步: courier sync run", "with a network run courier sync run"),
            ])
    }

    /// The lease for scripts.
    func json(_ lease: LeaseStatus) -> JSONValue {
        let (word, milliseconds) =
            switch lease.state {
            case .running(let left): ("running", left)
            case .opened(let left): ("opened", left)
            case .ended(let ago): ("ended", -ago)
            }
        return [
            "state": .text(word), "left_s": .integer(milliseconds / 1_000),
            "hours": .integer(lease.hours),
        ]
    }

    /// What of the lease somebody has to know: its end is near, or has come.
    func warning(_ lease: LeaseStatus) -> [String] {
        switch lease.state {
        case .running(let left):
            guard left < OutputPage.leaseWarningMilliseconds else { return [] }
            let hours = left / 3_600_000
            return [
                say(
                    "! 再过 \(hours) 小时没有同步, 本机会锁: 请找有网的地方 courier sync run",
                    "! the handheld locks in \(hours) hours without an exchange: find a network "
                        + "and run courier sync run")
            ]
        case .opened(let left):
            let hours = left / 3_600_000
            return [
                say(
                    "! 解锁码还管 \(hours) 小时; 请尽快同步",
                    "! the unlock code holds for \(hours) more hours; exchange as soon as you can")
            ]
        case .ended:
            return [
                say(
                    "! 离线超过 \(lease.hours) 小时, 本机已锁: courier sync run, 没有网就 courier unlock",
                    "! offline for more than \(lease.hours) hours, the handheld is locked: courier "
                        + "sync run, or courier unlock without a network")
            ]
        }
    }

    /// From so much of the lease on its end is announced.
    private static let leaseWarningMilliseconds = 12 * 3_600_000
}
