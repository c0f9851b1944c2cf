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
        precondition(!lines.isEmpty)
        var body: [UInt8] = []
        body.reserveCapacity(lines.reduce(128) { $0 + $1.count + 1 })
        for line in lines {
            precondition(!line.isEmpty && !line.contains(lineFeed))
            body.append(contentsOf: line)
            body.append(lineFeed)
        }
        let end: CanonicalObject = [
            "@": "end", "n": .integer(lines.count), "x": .text(SHA256.hash(body).hex),
        ]
        end.encode(into: &body)
        body.append(lineFeed)
        return body
    }

    /// The lines of a frame without the end line, as slices of the body.
    public static func lines(of body: [UInt8]) throws(Malformed) -> [ArraySlice<UInt8>] {
        guard body.last == lineFeed else { throw Malformed() }
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < body.count {
            guard let end = body[start...].firstIndex(of: lineFeed), end > start else {
                throw Malformed()
            }
            lines.append(body[start..<end])
            start = end + 1
        }
        guard let endLine = lines.popLast(), !lines.isEmpty,
            let end = try? CanonicalObject(decoding: endLine), end.members.count == 3,
            end["@"]?.text == "end", end["n"]?.integer == lines.count,
            end["x"]?.text == SHA256.hash(body[..<endLine.startIndex]).hex
        else { throw Malformed() }
        return lines
    }

    private static let lineFeed = UInt8(ascii: "\n")
}
