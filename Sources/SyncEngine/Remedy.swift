import SyncProtocol

/// What helps after a refusal of a whole request.
enum Remedy: Equatable {
    /// Go on counting above this number, at once.
    case raiseCounter(above: Int)
    /// Send less, at once; the server may have said how much it takes.
    case shrink(to: Int?)
    /// Wait this long.
    case wait(milliseconds: Int)
    /// Wait for a random part of the backoff.
    case backOff
    /// Sign anew after the backoff; a person after three.
    case signAgain
    /// Waiting does not cure it.
    case person
}

extension ExchangeFailure {
    /// The failure as it counts: a refusal that only the station can give, without a right
    /// signature, was given by something else.
    var asBelieved: ExchangeFailure {
        guard case .refused(let refusal) = self else { return self }
        let status = refusal.status
        if (300..<400).contains(status) || status == 421 { return .redirected }
        if status == 408 { return .timedOut }
        let isStationsOwn = (200..<300).contains(status) || [404, 409, 422].contains(status)
        return isStationsOwn && !refusal.isSigned ? .notPJS : self
    }
}

extension ExchangeFailure.Refusal {
    /// The remedy by code, and by status where the code is unknown or missing (PJS 13).
    var remedy: Remedy {
        switch code {
        case "stale_counter":
            guard isSigned, let lastCounter else { return .backOff }
            return .raiseCounter(above: lastCounter)
        case "concurrent":
            return .wait(milliseconds: SyncLimits.concurrentPauseMilliseconds)
        case "server_full":
            return .wait(milliseconds: SyncLimits.backoffMaxMilliseconds)
        default:
            return remedyByStatus
        }
    }

    private var remedyByStatus: Remedy {
        switch status {
        case 400: .shrink(to: nil)
        case 401: .signAgain
        case 413: .shrink(to: bytesMax)
        case 501: .person
        case 429, 500...599: demandedWait.map { .wait(milliseconds: $0) } ?? .backOff
        default: .person
        }
    }

    /// The wait the answer asks for; an unsigned one is not obeyed for long.
    private var demandedWait: Int? {
        guard let waitSeconds, waitSeconds > 0 else { return nil }
        let limit =
            isSigned
            ? SyncLimits.signedWaitMillisecondsMax : SyncLimits.unsignedWaitMillisecondsMax
        return min(waitSeconds, limit / 1_000) * 1_000
    }
}
