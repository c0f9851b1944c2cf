import Glibc
import Platform

extension Socket {
    /// Listens on the address, and says on which port: the one asked for, or a free one for 0.
    static func listening(
        on address: TCPAddress
    ) throws(POSIXFailure) -> (socket: Socket, port: Int) {
        var hints = unsafe addrinfo()
        unsafe hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let result = unsafe getaddrinfo(address.host, "\(address.port)", &hints, &found)
        guard result == 0, let name = unsafe found, let pointer = unsafe name.pointee.ai_addr else {
            throw POSIXFailure(call: "getaddrinfo", subject: "\(address)", code: EINVAL)
        }
        defer { unsafe freeaddrinfo(name) }
        let socket = unsafe try listening(
            name.pointee.ai_family, pointer, name.pointee.ai_addrlen, "\(address)")
        guard let port = socket.boundPort() else {
            throw POSIXFailure("getsockname", on: "\(address)")
        }
        return (socket, port)
    }

    /// Listens on a Unix socket with mode 0600. A socket that a dead server left at the path is
    /// replaced: who calls this holds the lock, so nobody listens there.
    static func listening(onPath path: String) throws(POSIXFailure) -> Socket {
        precondition(
            path.utf8.count <= LocalSocket.pathBytesMax, "\(path) does not fit a socket's name")
        var status = stat()
        if unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK {
            unsafe unlink(path)
        }
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &name.sun_path) { room in
            unsafe room.copyBytes(from: path.utf8)
        }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = unsafe withUnsafeMutablePointer(to: &name) { name in
            unsafe name.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                Result { () throws(POSIXFailure) in
                    unsafe try listening(AF_UNIX, name, length, path)
                }
            }
        }
        return try result.get()
    }

    /// The next client, or why there is none.
    func accept() throws(POSIXFailure) -> (socket: Socket, origin: Origin) {
        var peer = SocketName()
        let number = unsafe peer.fill { unsafe Glibc.accept(descriptor, $0, $1) }
        guard number >= 0 else { throw POSIXFailure("accept") }
        let client = Socket(descriptor: number)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        if peer.isLocal { return (client, .local) }
        client.setOption(Int32(IPPROTO_TCP), TCP_NODELAY)
        return (client, .network(address: peer.numeric()?.host ?? "unknown"))
    }

    @unsafe private static func listening(
        _ family: Int32, _ name: UnsafeMutablePointer<sockaddr>, _ length: socklen_t,
        _ subject: String
    ) throws(POSIXFailure) -> Socket {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let number = Glibc.socket(family, kind, 0)
        guard number >= 0 else { throw POSIXFailure("socket", on: subject) }
        let socket = Socket(descriptor: number)
        socket.setOption(SOL_SOCKET, SO_REUSEADDR)
        guard unsafe bind(number, name, length) == 0 else {
            throw POSIXFailure("bind", on: subject)
        }
        if family == AF_UNIX, unsafe chmod(subject, 0o600) != 0 {
            throw POSIXFailure("chmod", on: subject)
        }
        guard listen(number, SOMAXCONN) == 0 else { throw POSIXFailure("listen", on: subject) }
        return socket
    }

    private func boundPort() -> Int? {
        var name = SocketName()
        guard unsafe name.fill({ unsafe getsockname(descriptor, $0, $1) }) == 0 else { return nil }
        return name.numeric().flatMap { Int($0.service) }
    }

    /// Sets an option to 1. Each of them only makes the socket more convenient.
    private func setOption(_ level: Int32, _ option: Int32) {
        var one: Int32 = 1
        unsafe setsockopt(descriptor, level, option, &one, socklen_t(MemoryLayout<Int32>.size))
    }
}

/// The name of one end of a socket, as the kernel writes it.
private struct SocketName {
    private var storage = sockaddr_storage()
    private var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

    @unsafe mutating func fill(
        _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> Int32 {
        unsafe withUnsafeMutablePointer(to: &storage) { storage in
            unsafe storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                unsafe call(name, &length)
            }
        }
    }

    /// The end of a Unix socket.
    var isLocal: Bool { storage.ss_family == sa_family_t(AF_UNIX) }

    /// Address and port in digits.
    func numeric() -> (host: String, service: String)? {
        var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        var service = [CChar](repeating: 0, count: Int(NI_MAXSERV))
        let result = unsafe withUnsafePointer(to: storage) { storage in
            unsafe storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                unsafe getnameinfo(
                    name, length, &host, socklen_t(host.count), &service,
                    socklen_t(service.count), NI_NUMERICHOST | NI_NUMERICSERV)
            }
        }
        guard result == 0 else { return nil }
        return (Self.text(host), Self.text(service))
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
