import Glibc
import Platform

/// A socket that closes itself.
final class Socket: Sendable {
    /// Open as long as this value lives.
    let descriptor: Int32

    /// Takes the descriptor over.
    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// What one read brought.
    enum Received: Hashable {
        /// So many, at the start of the buffer.
        case bytes(count: Int)
        /// The peer sends no more, or is gone.
        case ended
        /// The deadline came first.
        case late
        /// Somebody said "stop" first.
        case stopping
    }

    /// Reads what is there, or waits for it. `stop` ends the wait only while nothing is there.
    func receive(
        into buffer: inout [UInt8], until deadline: Deadline, unless stop: StopSignal? = nil
    ) -> Received {
        while !deadline.hasPassed {
            let count = unsafe buffer.withUnsafeMutableBytes { buffer in
                unsafe recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
            }
            if count > 0 { return .bytes(count: count) }
            if count == 0 { return .ended }
            if errno == EINTR { continue }
            guard errno == EAGAIN else { return .ended }
            switch waitForInput(on: descriptor, until: deadline, unless: stop) {
            case .ready: continue
            case .late: return .late
            case .stopping: return .stopping
            }
        }
        return .late
    }

    /// Sends both parts as one, without copying them together. False when the peer is gone or did
    /// not take everything by the deadline.
    func send(_ head: [UInt8], _ body: [UInt8], until deadline: Deadline) -> Bool {
        unsafe head.withUnsafeBytes { head in
            unsafe body.withUnsafeBytes { body in
                unsafe send(head, body, until: deadline)
            }
        }
    }

    /// Tells the peer that nothing more comes, and reads on until it leaves or a limit is reached:
    /// a socket closed with unread bytes would send a reset, and the peer might lose the answer.
    func farewell(into buffer: inout [UInt8], until deadline: Deadline, bytesMax: Int) {
        shutdown(descriptor, Int32(SHUT_WR))
        var left = bytesMax
        while left > 0 {
            switch receive(into: &buffer, until: deadline) {
            case .bytes(let count): left -= count
            case .ended, .late, .stopping: return
            }
        }
    }

    @unsafe private func send(
        _ head: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer, until deadline: Deadline
    ) -> Bool {
        let total = head.count + body.count
        var sent = 0
        while sent < total {
            guard !deadline.hasPassed else { return false }
            let count = unsafe sendOnce(
                head[min(sent, head.count)...], body[max(0, sent - head.count)...])
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                guard waitForOutput(on: descriptor, until: deadline) == .ready else { return false }
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    @unsafe private func sendOnce(
        _ head: Slice<UnsafeRawBufferPointer>, _ body: Slice<UnsafeRawBufferPointer>
    ) -> Int {
        var parts = unsafe (part(head), part(body))
        return unsafe withUnsafeMutablePointer(to: &parts) { parts in
            unsafe parts.withMemoryRebound(to: iovec.self, capacity: 2) { parts in
                var message = unsafe msghdr()
                unsafe message.msg_iov = parts
                unsafe message.msg_iovlen = 2
                return unsafe sendmsg(
                    descriptor, &message,
                    Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
            }
        }
    }

    @unsafe private func part(_ bytes: Slice<UnsafeRawBufferPointer>) -> iovec {
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: bytes)
        return unsafe iovec(
            iov_base: UnsafeMutableRawPointer(mutating: bytes.baseAddress), iov_len: bytes.count)
    }
}
