import SyncProtocol

/// The strokes that the recipients of the demonstration draw.
enum DemoSignature {
    static var text: String {
        let first = [(4, 20), (8, 12), (14, 6), (20, 12), (16, 22), (8, 26)]
        let second = [(26, 8), (30, 18), (36, 24), (44, 20), (52, 10), (60, 16)]
        let strokes = [first, second].map { $0.map { Strokes.Point(x: $0.0, y: $0.1) } }
        guard let drawing = Strokes(width: 96, height: 32, strokes: strokes) else {
            preconditionFailure("a point outside the canvas")
        }
        return drawing.encoded
    }
}
