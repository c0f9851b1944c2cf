/// A drawn signature in the format `strokes1` (PJS section 4.3).
public struct Strokes: Sendable, Equatable {
    public let width: Int
    public let height: Int
    /// The strokes, each of at least one point.
    public let strokes: [[Point]]

    /// A point of the canvas, from 0 up to its edge.
    public struct Point: Sendable, Equatable {
        public let x: Int
        public let y: Int

        public init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    public static let format = "strokes1"
    /// The largest canvas side.
    public static let sideMax = 65_535

    public init?(width: Int, height: Int, strokes: [[Point]]) {
        guard (1...Strokes.sideMax).contains(width), (1...Strokes.sideMax).contains(height),
            strokes.allSatisfy({ stroke in
                !stroke.isEmpty
                    && stroke.allSatisfy {
                        (0...width).contains($0.x) && (0...height).contains($0.y)
                    }
            })
        else { return nil }
        self.width = width
        self.height = height
        self.strokes = strokes
    }

    /// How many points all strokes have.
    public var pointCount: Int { strokes.reduce(0) { $0 + $1.count } }

    /// base64url of the varints.
    public var encoded: String {
        var bytes: [UInt8] = []
        for number in [width, height, strokes.count] { Strokes.append(number, to: &bytes) }
        for stroke in strokes {
            Strokes.append(stroke.count, to: &bytes)
            var last = Point(x: 0, y: 0)
            for (index, point) in stroke.enumerated() {
                if index == 0 {
                    Strokes.append(point.x, to: &bytes)
                    Strokes.append(point.y, to: &bytes)
                } else {
                    Strokes.append(Strokes.zigzag(point.x - last.x), to: &bytes)
                    Strokes.append(Strokes.zigzag(point.y - last.y), to: &bytes)
                }
                last = point
            }
        }
        return Base64URL.text(of: bytes)
    }

    /// Reads the text; nil for anything else, also for bytes left over.
    public init?(decoding text: String) {
        guard text.utf8.count <= Limits.strokesCharactersMax, let bytes = Base64URL.bytes(of: text)
        else { return nil }
        var reader = VarintReader(bytes: bytes)
        guard let width = reader.next(), let height = reader.next(), let count = reader.next(),
            count <= bytes.count
        else { return nil }
        var strokes: [[Point]] = []
        for _ in 0..<count {
            guard let stroke = reader.stroke() else { return nil }
            strokes.append(stroke)
        }
        guard reader.isAtEnd else { return nil }
        self.init(width: width, height: height, strokes: strokes)
    }

    private static func zigzag(_ value: Int) -> Int { value >= 0 ? 2 * value : -2 * value - 1 }

    private static func append(_ value: Int, to bytes: inout [UInt8]) {
        var rest = value
        while rest > 127 {
            bytes.append(UInt8(rest & 127) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// Unsigned LEB128 numbers below 2^28, each in its shortest form.
private struct VarintReader {
    let bytes: [UInt8]
    var index = 0

    static let lengthMax = 4

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func next() -> Int? {
        var value = 0
        for position in 0..<VarintReader.lengthMax {
            guard index < bytes.count else { return nil }
            let byte = bytes[index]
            index += 1
            value |= Int(byte & 127) << (7 * position)
            if byte < 128 { return byte == 0 && position > 0 ? nil : value }
        }
        return nil
    }

    mutating func stroke() -> [Strokes.Point]? {
        guard let count = next(), count >= 1, count <= bytes.count, let x = next(), let y = next()
        else { return nil }
        var last = Strokes.Point(x: x, y: y)
        var points = [last]
        for _ in 1..<max(count, 1) {
            guard let dx = next(), let dy = next() else { return nil }
            last = Strokes.Point(x: last.x + unzigzag(dx), y: last.y + unzigzag(dy))
            points.append(last)
        }
        return points
    }

    private func unzigzag(_ value: Int) -> Int {
        value % 2 == 0 ? value / 2 : -(value / 2) - 1
    }
}
