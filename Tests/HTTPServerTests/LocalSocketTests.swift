import Foundation
import Glibc
import HTTPServer
import HTTPWire
import Platform
import Testing

/// The socket for the station's own commands.
@Suite(.serialized) struct LocalSocketTests {
    private let folder = NSTemporaryDirectory() + "waybook-\(UUID().uuidString)"

    @Test func `a request over the Unix socket is local`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/socket"
        let test = try TestServer {
            $0.socketPath = path
            $0.hosts = ["station"]
        } handler: { request, origin in
            Response(status: 200, body: Array("\(origin)".utf8))
        }.start()
        #expect(mode(of: folder) == 0o700)
        #expect(mode(of: path) == 0o600)
        let client = try TestClient(path: path)
        client.send("POST /local/1/action HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
        #expect(try client.answer()?.body == Array("local".utf8))
        #expect(test.end())
        #expect(mode(of: path) == nil, "the socket goes with the server")
    }

    @Test func `another process asks one question and gets the answer`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/socket"
        let test = try TestServer { $0.socketPath = path }.start()
        let question = Array(get("/x", fields: "Connection: close\r\n").utf8)
        let answer = try LocalSocket.ask(
            path, question, answerBytesMax: 1_000, timeoutMilliseconds: 10_000)
        #expect(String(decoding: answer, as: UTF8.self).hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(throws: POSIXFailure(call: "recv", subject: path, code: EFBIG)) {
            try LocalSocket.ask(
                path, question, answerBytesMax: answer.count - 1, timeoutMilliseconds: 10_000)
        }
        #expect(throws: POSIXFailure(call: "poll", subject: path, code: ETIMEDOUT)) {
            try LocalSocket.ask(
                path, Array("GET".utf8), answerBytesMax: 1_000, timeoutMilliseconds: 50)
        }
        #expect(test.end())
        #expect(throws: POSIXFailure(call: "connect", subject: path, code: ENOENT)) {
            try LocalSocket.ask(path, question, answerBytesMax: 1_000, timeoutMilliseconds: 50)
        }
    }

    @Test func `the network cannot take the places of the local socket`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/socket"
        let test = try TestServer {
            $0.socketPath = path
            $0.connectionCountMax = 1
        }.start()
        let network = try test.client()
        network.send("GET")
        let local = try TestClient(path: path)
        local.send(get("/x"))
        #expect(try local.answer()?.status == 200)
        _ = network
    }

    @Test func `a socket left by a dead server is replaced`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/socket"
        let dead = try TestServer { $0.socketPath = path }
        let test = try TestServer { $0.socketPath = path }.start()
        let client = try TestClient(path: path)
        client.send(get("/x"))
        #expect(try client.answer()?.status == 200)
        #expect(test.end())
        _ = dead
    }

    @Test func `a path of 107 bytes is used and one of 108 is refused`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let longest = (folder + "/").padding(toLength: 107, withPad: "s", startingAt: 0)
        let test = try TestServer { $0.socketPath = longest }.start()
        let client = try TestClient(path: longest)
        client.send(get("/x"))
        #expect(try client.answer()?.status == 200)
        #expect(test.end())
        #expect(throws: ServerFailure.socketPathTooLong(longest + "s")) {
            try TestServer { $0.socketPath = longest + "s" }
        }
    }

    @Test func `a folder that others can enter is refused`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try DurableFile.makeFolder(folder)
        #expect(unsafe chmod(folder, 0o750) == 0)
        #expect(throws: ServerFailure.socketFolderNotPrivate(folder)) {
            try TestServer { $0.socketPath = folder + "/socket" }
        }
    }

    private func mode(of path: String) -> mode_t? {
        var status = stat()
        return unsafe lstat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    }
}
