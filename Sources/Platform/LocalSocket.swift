import Glibc

/// One question to another process of this machine over its Unix socket, and the answer.
package enum LocalSocket {
    /// The longest socket path; the kernel's structure holds one byte more.
    package static let pathBytesMax = 107

    /// Sends the bytes and reads until the other side closes. Fails with ETIMEDOUT past the
    /// deadline and with EFBIG past the largest answer.
    package static func ask(
        _ path: String, _ question: [UInt8], answerBytesMax: Int, timeoutMilliseconds: Int
    ) throws(POSIXFailure) -> [UInt8] {
        let deadline = Deadline(after: timeoutMilliseconds)
        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard number >= 0 else { throw POSIXFailure("socket", on: path) }
        defer { close(number) }
        guard fcntl(number, F_SETFD, FD_CLOEXEC) == 0 else { throw POSIXFailure("fcntl", on: path) }
        try connect(number, to: path)
        try send(number, question, path: path, deadline: deadline)
        return try receive(number, path: path, bytesMax: answerBytesMax, deadline: deadline)
    }

    private static func connect(_ number: Int32, to path: String) throws(POSIXFailure) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count <= pathBytesMax else {
            throw POSIXFailure(call: "connect", subject: path, code: ENAMETOOLONG)
        }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { target in
            unsafe target.copyBytes(from: bytes)
        }
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                unsafe Glibc.connect(number, generic, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw POSIXFailure("connect", on: path) }
    }

    private static func send(
        _ number: Int32, _ bytes: [UInt8], path: String, deadline: Deadline
    ) throws(POSIXFailure) {
        var sent = 0
        while sent < bytes.count {
            try check(waitForOutput(on: number, until: deadline), path)
            let count = unsafe bytes[sent...].withUnsafeBytes { buffer in
                unsafe Glibc.send(
                    number, buffer.baseAddress, buffer.count,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count >= 0 {
                sent += count
            } else if errno != EINTR && errno != EAGAIN {
                throw POSIXFailure("send", on: path)
            }
        }
    }

    private static func receive(
        _ number: Int32, path: String, bytesMax: Int, deadline: Deadline
    ) throws(POSIXFailure) -> [UInt8] {
        var answer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            try check(waitForInput(on: number, until: deadline), path)
            let count = unsafe chunk.withUnsafeMutableBytes { buffer in
                unsafe recv(number, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
            }
            if count == 0 { return answer }
            if count < 0 {
                guard errno == EINTR || errno == EAGAIN else {
                    throw POSIXFailure("recv", on: path)
                }
                continue
            }
            answer += chunk[..<count]
            guard answer.count <= bytesMax else {
                throw POSIXFailure(call: "recv", subject: path, code: EFBIG)
            }
        }
    }

    private static func check(_ outcome: WaitOutcome, _ path: String) throws(POSIXFailure) {
        guard outcome == .ready else {
            throw POSIXFailure(call: "poll", subject: path, code: ETIMEDOUT)
        }
    }
}
