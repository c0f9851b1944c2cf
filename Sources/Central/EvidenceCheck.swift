package import SyncProtocol
import WireMapping

/// What an evidence file proves by itself, and what is left to compare with a ledger.
package struct EvidenceCheck: Equatable, Sendable {
    package private(set) var parcel = ""
    package private(set) var station = ""
    package private(set) var isFull = false
    /// Facts whose head follows from the bytes of their lines.
    package private(set) var provedCount = 0
    /// The facts, for the ledger to compare.
    package private(set) var facts: [Fact] = []

    /// A fact as the file has it.
    package struct Fact: Equatable, Sendable {
        package let stream: String
        package let sequence: Int
        package let head: Digest
        /// Nil in a full file, whose line is proved by its head.
        let masked: CanonicalValue?

        /// Whether a line of the ledger is the one that the file shows.
        package func agrees(with line: [UInt8], head: Digest) -> Bool {
            guard head == self.head else { return false }
            return masked.map { $0 == MaskedFields.entry(line) } ?? true
        }
    }

    /// What is wrong with a file; lines count from 1.
    package enum Fault: Error, Equatable, Sendable {
        /// No line of an evidence file.
        case notEvidence(line: Int)
        /// Lines are missing, or there are more than the file says.
        case wrongCount
        /// The last line has another SHA-256 than the lines before it.
        case wrongDigest
        /// The head does not follow from the line, or not from the line before.
        case brokenChain(line: Int)
    }

    /// Reads a file and recomputes everything that can be recomputed from it alone.
    package init(_ bytes: [UInt8]) throws(Fault) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.last?.isEmpty == true, lines.count >= 3 else { throw .notEvidence(line: 1) }
        lines.removeLast()
        let objects = try lines.enumerated().map { index, line throws(Fault) in
            guard let object = try? CanonicalObject(decoding: line) else {
                throw .notEvidence(line: index + 1)
            }
            return object
        }
        let last = objects.count - 1
        guard objects[0]["evidence"]?.integer == EvidenceFile.version,
            let parcel = objects[0]["parcel"]?.text, let station = objects[0]["station"]?.text,
            let isFull = objects[0]["full"]?.bool
        else { throw .notEvidence(line: 1) }
        guard let end = objects[last]["end"]?.integer,
            let digest = objects[last]["sha256"]?.text
        else { throw .notEvidence(line: last + 1) }
        guard end == last - 1, objects[0]["facts"]?.integer == end else { throw .wrongCount }
        guard SHA256.hash(bytes[..<lines[last].startIndex]).hex == digest else {
            throw .wrongDigest
        }
        self.parcel = parcel
        self.station = station
        self.isFull = isFull
        for index in 1..<last { try add(objects[index], line: index + 1) }
    }

    private mutating func add(_ object: CanonicalObject, line: Int) throws(Fault) {
        guard let stream = object["stream"]?.text, let sequence = object["s"]?.integer,
            let previous = object["prev"]?.text.flatMap({ Digest(hex: $0) }),
            let head = object["head"]?.text.flatMap({ Digest(hex: $0) })
        else { throw .notEvidence(line: line) }
        let before = facts.last { $0.stream == stream && $0.sequence == sequence - 1 }
        guard before == nil || before?.head == previous else { throw .brokenChain(line: line) }
        if isFull {
            let text = object["line"]?.text.map { Array($0.utf8) }
            guard let bytes = text ?? object["hex"]?.text.flatMap({ Hex.bytes(of: $0) }) else {
                throw .notEvidence(line: line)
            }
            guard Chain.link(previous, bytes) == head else { throw .brokenChain(line: line) }
            provedCount += 1
        } else if object["masked"] == nil {
            throw .notEvidence(line: line)
        }
        facts.append(
            Fact(
                stream: stream, sequence: sequence, head: head,
                masked: isFull ? nil : object["masked"]))
    }
}
