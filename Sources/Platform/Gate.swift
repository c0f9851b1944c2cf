import Glibc

/// A fixed number of places; whoever finds none free waits, but only for so long. With one place it
/// lets one handler in at a time, with more it counts connections.
///
/// `Mutex` of the standard library has no timed wait, hence the C library's condition variable.
@safe package final class Gate: Sendable {
    // Reason for `nonisolated(unsafe)`: the pointers are set once and freed in `deinit`; mutex and
    // condition are made to be shared, and `free` is touched only with the mutex held.
    private nonisolated(unsafe) let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(
        capacity: 1)
    private nonisolated(unsafe) let placeLeft = UnsafeMutablePointer<pthread_cond_t>.allocate(
        capacity: 1)
    private nonisolated(unsafe) let free = UnsafeMutablePointer<Int>.allocate(capacity: 1)

    /// A gate with that many places, all free.
    package init(places: Int) {
        precondition(places > 0, "a gate without places lets nobody in")
        unsafe free.initialize(to: places)
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe placeLeft.initialize(to: pthread_cond_t())
        var attributes = pthread_condattr_t()
        Self.check(unsafe pthread_condattr_init(&attributes))
        Self.check(unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC))
        Self.check(unsafe pthread_cond_init(placeLeft, &attributes))
        Self.check(unsafe pthread_mutex_init(mutex, nil))
        Self.check(unsafe pthread_condattr_destroy(&attributes))
    }

    deinit {
        Self.check(unsafe pthread_cond_destroy(placeLeft))
        Self.check(unsafe pthread_mutex_destroy(mutex))
        unsafe placeLeft.deallocate()
        unsafe mutex.deallocate()
        unsafe free.deallocate()
    }

    /// Takes a place, or gives up at the deadline. Each entry needs one `leave`.
    package func enter(until deadline: Deadline) -> Bool {
        Self.check(unsafe pthread_mutex_lock(mutex))
        defer { Self.check(unsafe pthread_mutex_unlock(mutex)) }
        var time = deadline.time
        while unsafe free.pointee == 0 {
            let result = unsafe pthread_cond_timedwait(placeLeft, mutex, &time)
            if result == ETIMEDOUT { break }
            Self.check(result)
        }
        guard unsafe free.pointee > 0 else { return false }
        unsafe free.pointee -= 1
        return true
    }

    /// Gives the place back.
    package func leave() {
        Self.check(unsafe pthread_mutex_lock(mutex))
        unsafe free.pointee += 1
        Self.check(unsafe pthread_cond_signal(placeLeft))
        Self.check(unsafe pthread_mutex_unlock(mutex))
    }

    /// Runs `body` in a place, or returns nil when none was had by the deadline.
    package func pass<R>(until deadline: Deadline, _ body: () -> R) -> R? {
        guard enter(until: deadline) else { return nil }
        defer { leave() }
        return body()
    }

    private static func check(_ result: Int32) {
        precondition(result == 0, "a lock of the C library failed with \(result)")
    }
}
