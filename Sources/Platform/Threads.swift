import Glibc

/// Runs `body` on a new thread that nobody waits for.
package func startThread(
    stackBytes: Int, _ body: @escaping @Sendable () -> Void
) throws(POSIXFailure) {
    var attributes = pthread_attr_t()
    var result = unsafe pthread_attr_init(&attributes)
    guard result == 0 else { throw POSIXFailure(call: "pthread_attr_init", code: result) }
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    result = unsafe pthread_attr_setstacksize(&attributes, stackBytes)
    guard result == 0 else { throw POSIXFailure(call: "pthread_attr_setstacksize", code: result) }

    let box = unsafe Unmanaged.passRetained(ThreadBody(body))
    var thread = pthread_t()
    result = unsafe pthread_create(
        &thread, &attributes,
        { argument in
            guard let argument = unsafe argument else { return nil }
            unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
            return nil
        }, box.toOpaque())
    guard result == 0 else {
        unsafe box.release()
        throw POSIXFailure(call: "pthread_create", code: result)
    }
}

/// Carries a closure through the C library's one pointer.
private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
        self.run = run
    }
}
