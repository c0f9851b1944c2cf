import Commands
import Domain
import Foundation
import HTTPWire
import Platform
import SyncProtocol
import Synchronization

/// The frames of the last two weeks as they came and left, one file for each day (UTC), so that a
/// fault can be looked into afterwards. They hold personal data: the files are private, are in no
/// backup, and go after `keptDays`.
///
/// Keeping a frame may fail, as on a full disk; then it is not kept, and the exchange goes on.
final class FrameLog: Sendable {
    static let keptDays = 14
    static let suffix = ".frames"
    /// Of one day no more is kept.
    static let dayBytesMax = 1 << 30

    private let folder: String
    private let state = Mutex(State())

    private struct State {
        var day = ""
        var file: AppendedFile?
        var byteCount = 0
    }

    /// One exchange that was kept.
    struct Kept: Sendable {
        let atMilliseconds: Int
        let device: String
        let request: [UInt8]
        let answer: [UInt8]
    }

    init(folder: String) { self.folder = folder }

    /// Keeps an exchange that was answered.
    func keep(_ request: Request, _ response: Response, at milliseconds: Int) {
        guard request.target == "/pjs/1/exchange", response.status == 200,
            let value = request.value(of: RequestSignature.fieldName),
            let signature = RequestSignature(headerValue: value)
        else { return }
        let head: CanonicalObject = [
            "ans": .integer(response.body.count), "at": .integer(milliseconds),
            "dev": .text(signature.device), "req": .integer(request.body.count),
        ]
        let bytes = head.encoded() + [UInt8(ascii: "\n")] + request.body + response.body
        state.withLock { state in
            turn(&state, at: milliseconds)
            guard let file = state.file, state.byteCount + bytes.count <= FrameLog.dayBytesMax
            else { return }
            state.byteCount += bytes.count
            try? file.append(bytes)
        }
    }

    /// Removes what is too old, when the server starts.
    func begin(at milliseconds: Int) {
        state.withLock { state in turn(&state, at: milliseconds) }
    }

    /// Goes on with the file of a day, and removes those that are too old.
    private func turn(_ state: inout State, at milliseconds: Int) {
        let day = FrameLog.day(milliseconds)
        guard day != state.day else { return }
        state.day = day
        try? DurableFile.makeFolder(folder)
        let path = FrameLog.path(folder, day)
        state.file = try? AppendedFile(path)
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        state.byteCount = (attributes?[.size] as? Int) ?? 0
        // What a power cut left in part ends here.
        if state.byteCount > 0 { try? state.file?.append([UInt8(ascii: "\n")]) }
        let first = FrameLog.day(milliseconds - FrameLog.keptDays * 86_400_000)
        for old in FrameLog.days(in: folder) where old < first {
            try? DurableFile.remove(FrameLog.path(folder, old))
        }
    }

    static func day(_ milliseconds: Int) -> String {
        Timestamp.day(milliseconds, offsetMinutes: 0)
    }

    private static func path(_ folder: String, _ day: String) -> String {
        "\(folder)/\(day)\(suffix)"
    }

    /// The days of which frames are kept, the oldest first.
    static func days(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
            .sorted()
    }

    /// What was kept of a day, in order. What a power cut left in part is passed over.
    static func read(_ day: String, in folder: String) throws(CommandFailure) -> [Kept] {
        let bytes = try system { () throws(POSIXFailure) in
            try DurableFile.read(path(folder, day), bytesMax: dayBytesMax)
        }
        guard let bytes else { return [] }
        var kept: [Kept] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if let found = record(bytes, head: start..<end) {
                kept.append(found.kept)
                start = found.end
            } else {
                start = end + 1
            }
        }
        return kept
    }

    private static func record(
        _ bytes: [UInt8], head: Range<Int>
    ) -> (kept: Kept, end: Int)? {
        guard head.count <= headBytesMax,
            let object = try? CanonicalObject(decoding: Array(bytes[head])),
            let at = object["at"]?.integer, let device = object["dev"]?.text,
            let request = object["req"]?.integer, let answer = object["ans"]?.integer,
            (0...dayBytesMax).contains(request), (0...dayBytesMax).contains(answer)
        else { return nil }
        let middle = head.upperBound + 1 + request
        let end = middle + answer
        // A frame ends with a line feed; where it does not, a part of it is missing.
        let lineFeed = UInt8(ascii: "\n")
        guard end <= bytes.count, request > 0, answer > 0, bytes[middle - 1] == lineFeed,
            bytes[end - 1] == lineFeed
        else { return nil }
        return (
            Kept(
                atMilliseconds: at, device: device,
                request: Array(bytes[(head.upperBound + 1)..<middle]),
                answer: Array(bytes[middle..<end])), end
        )
    }

    private static let headBytesMax = 256
}
