/// What will happen, in the order of time and, at one time, of being planned.
struct EventQueue {
    private var heap: [Slot] = []
    private var planned = 0

    private struct Slot {
        let time: Int
        let number: Int
        let event: Event

        func comesBefore(_ other: Slot) -> Bool {
            (time, number) < (other.time, other.number)
        }
    }

    var isEmpty: Bool { heap.isEmpty }

    mutating func plan(_ event: Event, at time: Int) {
        heap.append(Slot(time: time, number: planned, event: event))
        planned += 1
        var index = heap.count - 1
        while index > 0, heap[index].comesBefore(heap[(index - 1) / 2]) {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    /// Takes the next event out.
    mutating func next() -> (time: Int, event: Event)? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return (first.time, first.event)
    }

    private mutating func sink() {
        var index = 0
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2]
            where child < heap.count && heap[child].comesBefore(heap[least]) {
                least = child
            }
            guard least != index else { return }
            heap.swapAt(index, least)
            index = least
        }
    }
}
