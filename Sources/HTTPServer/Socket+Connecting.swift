import Glibc
import Platform

extension Socket {
    /// A connection to a numeric address.
    static func connected(to address: TCPAddress) throws(POSIXFailure) -> Socket {
        var hints = unsafe addrinfo()
        unsafe hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let result = unsafe getaddrinfo(address.host, "\(address.port)", &hints, &found)
        guard result == 0, let name = unsafe found, let pointer = unsafe name.pointee.ai_addr else {
            throw POSIXFailure(call: "getaddrinfo", subject: "\(address)", code: EINVAL)
        }
        defer { unsafe freeaddrinfo(name) }
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let number = unsafe Glibc.socket(name.pointee.ai_family, kind, 0)
        guard number >= 0 else { throw POSIXFailure("socket", on: "\(address)") }
        let socket = Socket(descriptor: number)
        guard unsafe connect(number, pointer, name.pointee.ai_addrlen) == 0 else {
            throw POSIXFailure("connect", on: "\(address)")
        }
        return socket
    }
}
