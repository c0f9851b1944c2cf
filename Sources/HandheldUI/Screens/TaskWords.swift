import Commands
import Domain
import Terminal

/// A task in the words of the screens; personal data masked unless it may be shown.
struct TaskWords {
    private let view: TaskView
    private let screen: ScreenContext
    private let isFull: Bool

    init(_ view: TaskView, _ screen: ScreenContext, isFull: Bool = false) {
        self.view = view
        self.screen = screen
        self.isFull = isFull && screen.figures.mayShowPersonal
    }

    private var task: CourierTask { view.task }

    /// In one word.
    var kind: String {
        switch task.kind {
        case .pickup: screen.say("收", "P")
        case .delivery: screen.say("派", "D")
        case .return: screen.say("退", "R")
        case .returnReceipt, .visit, .call, .sweep: task.kind.words[screen.language]
        }
    }

    /// When it is to be done.
    var window: String {
        let parts = [task.from, task.until].map { $0.map(screen.time) ?? "" }
        if parts == ["", ""] { return screen.say("当日", "today") }
        let isSameDay = parts[0].count > 5 && parts[0].prefix(5) == parts[1].prefix(5)
        return parts[0] + "-" + (isSameDay ? String(parts[1].dropFirst(6)) : parts[1])
    }

    private var party: Party? {
        task.kind == .pickup
            ? task.sender : view.parcels.first?.recipient ?? task.recipient
    }

    /// Who is met at the door.
    var name: String {
        let name = party?.name ?? task.contact?.name ?? view.address?.details.name ?? ""
        return isFull ? name : Masking.name(name)
    }

    var phone: String {
        let phone = party?.phone ?? task.contact?.phone ?? view.address?.details.phone ?? ""
        return isFull ? phone : Masking.phone(phone)
    }

    var place: String {
        var text = view.address?.details.text ?? ""
        if text.isEmpty, let party {
            let regions = [party.province, party.city, party.district].compactMap(\.self)
            text = regions.filter { !party.address.contains($0) }.joined() + party.address
        }
        return isFull ? text : Masking.address(text)
    }

    /// How to find the door.
    var hint: String? { view.address?.details.hint }

    /// What is to be collected, by what it is for.
    var dues: [String] {
        view.dues.map { "\($0.purpose.words[screen.language]) \(Fen.text($0.fen))" }
    }

    /// Whether a parcel of it must not move.
    var isStopped: Bool { view.parcels.contains(where: \.isStopped) }
}
