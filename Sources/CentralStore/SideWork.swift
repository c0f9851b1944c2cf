import Synchronization

/// How work that needs no database is done: on another thread while the caller goes on, or at once.
///
/// What comes of it is the same either way.
package struct SideWork: Sendable {
    /// Begins a work; what it answers waits for the end of it.
    package typealias Begin =
        @Sendable (_ work: @escaping @Sendable () -> Void) -> @Sendable () -> Void

    private let begin: Begin

    package init(begin: @escaping Begin) { self.begin = begin }

    /// Does everything at once, on the thread of the caller.
    package static let atOnce = SideWork { work in
        work()
        return {}
    }

    /// Begins a computation.
    func begin<R: Sendable>(_ compute: @escaping @Sendable () -> R) -> SideResult<R> {
        let place = SideResult<R>.Place()
        let wait = begin { place.fill(compute()) }
        return SideResult(place: place, wait: wait)
    }
}

/// What a computation will have come to.
struct SideResult<R: Sendable>: Sendable {
    fileprivate let place: Place
    fileprivate let wait: @Sendable () -> Void

    /// Waits for the end of the computation and takes what came of it, once.
    func take() -> R {
        wait()
        return place.take()
    }

    fileprivate final class Place: Sendable {
        private let content = Mutex<R?>(nil)

        func fill(_ result: R) { content.withLock { $0 = result } }

        func take() -> R {
            guard let result = content.withLock({ $0.take() }) else {
                preconditionFailure("a result is taken once, after its computation has ended")
            }
            return result
        }
    }
}
