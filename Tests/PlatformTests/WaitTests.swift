import Platform
import Testing

struct WaitTests {
    @Test func `a wait ends at its deadline and not before`() throws {
        let silent = try StopSignal()
        let deadline = Deadline(after: 30)
        #expect(waitForInput(on: silent.descriptor, until: deadline) == .late)
        #expect(deadline.hasPassed)
    }

    @Test func `a stop ends every wait, and every later one`() throws {
        let (silent, stop) = (try StopSignal(), try StopSignal())
        #expect(!stop.isRequested)
        try startThread(stackBytes: 256 << 10) {
            let pause = Deadline(after: 30)
            while !pause.hasPassed {}
            stop.request()
            stop.request()
        }
        #expect(waitForInput(on: silent.descriptor, until: nil, unless: stop) == .stopping)
        #expect(waitForInput(on: silent.descriptor, until: nil, unless: stop) == .stopping)
        #expect(stop.isRequested)
    }

    @Test func `what is ready wins over a stop`() throws {
        let (ready, stop) = (try StopSignal(), try StopSignal())
        ready.request()
        stop.request()
        #expect(waitForInput(on: ready.descriptor, until: nil, unless: stop) == .ready)
    }
}
