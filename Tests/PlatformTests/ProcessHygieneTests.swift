import Foundation
import Glibc
import Platform
import Testing

struct ProcessHygieneTests {
    @Test func `a process begins private, silent and without a proxy`() async {
        await #expect(processExitsWith: .success) {
            unsafe setenv("https_proxy", "http://proxy", 1)
            ProcessHygiene.begin()
            #expect(umask(0) == 0o077)
            #expect(unsafe getenv("https_proxy") == nil)
            var core = rlimit()
            unsafe getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core)
            #expect(core.rlim_max == 0)
            // Both would end the process if they were not ignored.
            raise(SIGPIPE)
            raise(SIGXFSZ)
        }
    }
}
