import Foundation
import Glibc
import Terminal

/// A terminal of its own with `courier` in it: keys go in as bytes, and what is drawn is kept as a
/// screen that can be looked at.
final class TestTerminal {
    private let process = Process()
    private let master: Int32
    private var screen: ShownScreen
    private(set) var received: [UInt8] = []

    /// The longest time that anything on the screen may take.
    static let limitMilliseconds = 60_000

    /// TIOCSPTLCK and TIOCGPTN, which Swift does not see.
    private static let setLocked: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430
    private var isHungUp = false

    init(
        _ arguments: [String], home: String, columns: Int = 60, rows: Int = 20
    ) throws {
        master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var isLocked: Int32 = 0
        var number: UInt32 = 0
        guard master >= 0, unsafe ioctl(master, Self.setLocked, &isLocked) == 0,
            unsafe ioctl(master, Self.getNumber, &number) == 0
        else { throw DriverFailure("no pseudo terminal") }
        screen = ShownScreen(columns: columns, rows: rows)
        resizeTerminal(columns, rows)
        let slave = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard slave >= 0 else { throw DriverFailure("no slave") }
        let end = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
        process.arguments = ["-w", "-c", Program.courier.path] + arguments
        process.environment = [
            "HOME": home, "PATH": "/usr/bin:/bin", "LANG": "en_US.UTF-8", "TERM": "xterm",
        ]
        process.standardInput = end
        process.standardOutput = end
        process.standardError = end
        try process.run()
    }

    deinit {
        kill(SIGKILL)
        if !isHungUp { close(master) }
    }

    /// The whole screen as text.
    var text: String { screen.lines.joined(separator: "\n") }
    var lines: [String] { screen.lines }

    /// The program itself, behind the one that gave it the terminal.
    private var pid: Int32 {
        let own = process.processIdentifier
        let path = "/proc/\(own)/task/\(own)/children"
        let children = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return children.split(separator: " ").first.flatMap { Int32($0) } ?? own
    }

    /// Types, one key at a time and slower than a scanner.
    func type(_ text: String) {
        for character in text {
            send(String(character))
            pause(milliseconds: 60)
        }
    }

    /// All bytes at once, as a scanner or a paste does.
    func send(_ text: String) { send(bytes: Array(text.utf8)) }

    func send(bytes: [UInt8]) {
        _ = unsafe bytes.withUnsafeBytes { unsafe write(master, $0.baseAddress, $0.count) }
    }

    /// Waits until the screen shows a text.
    func wait(for text: String) throws {
        try wait("no \"\(text)\"") { $0.contains(text) }
    }

    /// Waits until the screen is as wanted.
    func wait(_ complaint: String, until isWanted: (String) -> Bool) throws {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .milliseconds(Self.limitMilliseconds))
        while !isWanted(text) {
            guard clock.now < end else { throw DriverFailure("\(complaint) in:\n\(text)") }
            read(milliseconds: 50)
        }
    }

    /// Another size, and the signal that goes with it.
    func resize(columns: Int, rows: Int) {
        screen = ShownScreen(columns: columns, rows: rows)
        resizeTerminal(columns, rows)
    }

    func kill(_ signal: Int32) { if process.isRunning { Glibc.kill(pid, signal) } }

    /// How often the first thread gave the processor up by itself.
    func switches() throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt") }
        guard let count = line?.split(separator: "\t").last.flatMap({ Int($0) }) else {
            throw DriverFailure("no count in \(status)")
        }
        return count
    }

    /// Takes the terminal away.
    func hangUp() {
        isHungUp = true
        close(master)
    }

    /// Waits for the end; the status as a shell would say it.
    func status() throws -> Int32 {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .milliseconds(Self.limitMilliseconds))
        while process.isRunning {
            guard clock.now < end else { throw DriverFailure("does not end:\n\(text)") }
            read(milliseconds: 20)
        }
        read(milliseconds: 20)
        return process.terminationReason == .exit
            ? process.terminationStatus : 128 + process.terminationStatus
    }

    /// How the terminal is set: whether it echoes, and whether it waits for whole lines.
    var isCooked: Bool {
        var settings = termios()
        unsafe tcgetattr(master, &settings)
        return settings.c_lflag & tcflag_t(ICANON) != 0 && settings.c_lflag & tcflag_t(ECHO) != 0
    }

    private func resizeTerminal(_ columns: Int, _ rows: Int) {
        var size = winsize()
        size.ws_col = UInt16(columns)
        size.ws_row = UInt16(rows)
        _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    private func read(milliseconds: Int32) {
        guard !isHungUp else { return pause(milliseconds: Int(milliseconds)) }
        var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&entry, 1, milliseconds) > 0 else { return }
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = unsafe bytes.withUnsafeMutableBytes {
            unsafe Glibc.read(master, $0.baseAddress, $0.count)
        }
        guard count > 0 else {
            pause(milliseconds: Int(milliseconds))
            return
        }
        received += bytes[..<count]
        screen.show(bytes[..<count])
    }
}

/// What a terminal shows of the few sequences that `courier` sends.
private struct ShownScreen {
    private let columns: Int
    private let rows: Int
    private var cells: [[Character?]]
    private var row = 0
    private var column = 0
    private var rest: [UInt8] = []

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    var lines: [String] { cells.map { String($0.compactMap(\.self)) } }

    mutating func show(_ bytes: some Sequence<UInt8>) {
        rest += bytes
        // A character cut in half waits for the rest of it.
        var whole = rest.count
        while whole > 0, whole > rest.count - 4,
            String(validating: rest[..<whole], as: UTF8.self) == nil
        { whole -= 1 }
        var text = String(decoding: rest[..<whole], as: UTF8.self)[...]
        var left = Array(rest[whole...])
        while let cluster = text.first {
            guard cluster == "\u{1B}" else {
                text = text.dropFirst()
                draw(cluster)
                continue
            }
            let body = text.dropFirst(2).prefix { !$0.isLetter }
            guard let final = text.dropFirst(2 + body.count).first else {
                left = Array(text.utf8) + left
                break
            }
            text = text.dropFirst(3 + body.count)
            control(String(body), final)
        }
        rest = left
    }

    private mutating func control(_ body: String, _ final: Character) {
        switch final {
        case "H":
            let parts = body.split(separator: ";").compactMap { Int($0) }
            row = min(rows, parts.first ?? 1) - 1
            column = min(columns, parts.last ?? 1) - 1
        case "J":
            cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
        default: break
        }
    }

    private mutating func draw(_ cluster: Character) {
        let width = DisplayWidth.columns(of: cluster)
        guard width > 0, column + width <= columns else { return }
        cells[row][column] = cluster
        if width == 2 { cells[row][column + 1] = nil }
        column += width
    }
}
