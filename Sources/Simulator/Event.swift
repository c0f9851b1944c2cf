import Handheld
import HTTPWire

/// Something that happens at its time.
enum Event {
    /// A courier does something with a handheld.
    case act(device: Int)
    /// The alarm of a handheld rings, if it is still that alarm.
    case ring(device: Int, life: Int, alarm: Int)
    /// A request reaches the server.
    case arrive(Flight)
    /// What came of a request reaches the handheld.
    case answer(Flight, TransportOutcome)
    case start(device: Int)
    case startServer
    /// The office does something.
    case office
    /// Something goes wrong.
    case trouble
}

/// One request on its way.
struct Flight {
    let device: Int
    /// The life of the handheld that sent it; an answer to an earlier life reaches nobody.
    let life: Int
    let number: Int
    var request: Request
    /// What the wire did to it on the way to the server.
    var damage: Damage = .none
    /// Whether the same request was delivered before.
    var isLate = false
    /// Whether what comes back is what the station said to this request.
    var isAnswerTrue = false

    /// What can happen to bytes.
    enum Damage {
        case none, cut, bent
    }
}
