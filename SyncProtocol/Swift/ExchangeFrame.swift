/// A frame: lines closed by a count and a hash (PJS section 7.1).
///
/// A frame without a valid end line was not received: nobody acts on any part of it.
public enum ExchangeFrame {
    /// The whole is no frame: empty, cut, altered, or not closed by a valid end line.
    public struct Malformed: Error, Sendable, Equatable {
        public init() {}
    }

    /// The frame of at least one line; no line may be empty or hold a line feed.
    public static func encode(_ lines: [[UInt8]]) -> [UInt8] {
        hashed(lines.map { $0[...] }).bytes
    }

    /// The same, with its hash.
    static func hashed(_ lines: [ArraySlice<UInt8>]) -> HashedBody {
        precondition(!lines.isEmpty)
        var body: [UInt8] = []
        body.reserveCapacity(lines.reduce(128) { $0 + $1.count + 1 })
        for line in lines {
            precondition(!line.isEmpty && line.span.firstIndex(of: lineFeed, from: 0) == nil)
            body.append(contentsOf: line)
            body.append(lineFeed)
        }
        return HashedBody(body) { hash in
            let end: CanonicalObject = [
                "@": "end", "n": .integer(lines.count), "x": .text(hash.hex),
            ]
            return end.encoded() + [lineFeed]
        }
    }

    /// The lines of a frame without the end line, as slices of the body.
    public static func lines(of body: [UInt8]) throws(Malformed) -> [ArraySlice<UInt8>] {
        try lines(of: HashedBody(body))
    }

    /// The same of a body whose hash was needed before.
    static func lines(of body: HashedBody) throws(Malformed) -> [ArraySlice<UInt8>] {
        let bytes = body.bytes
        guard bytes.last == lineFeed else { throw Malformed() }
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        let span = bytes.span
        while let end = span.firstIndex(of: lineFeed, from: start) {
            guard end > start else { throw Malformed() }
            lines.append(bytes[start..<end])
            start = end + 1
        }
        guard let endLine = lines.popLast(), !lines.isEmpty,
            let end = try? CanonicalObject(decoding: endLine), end.count == 3,
            end["@"]?.text == "end", end["n"]?.integer == lines.count,
            end["x"]?.text == body.hashBeforeEnd.hex
        else { throw Malformed() }
        return lines
    }

    private static let lineFeed = UInt8(ascii: "\n")
}
