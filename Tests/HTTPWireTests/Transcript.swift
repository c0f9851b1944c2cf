import HTTPWire

/// What a parser answered to a run of bytes.
struct Transcript: Hashable {
    var requests: [Request] = []
    var refusal: Violation?

    /// Gives the parser the bytes cut at the given positions.
    init(
        of bytes: [UInt8], cuts: [Int] = [], limits: HTTPLimits = HTTPLimits(),
        hosts: [String] = []
    ) {
        var parser = RequestParser(limits: limits, hosts: hosts)
        var start = 0
        for end in cuts + [bytes.count] {
            parser.receive(bytes[start..<end])
            start = end
            drain(&parser)
        }
    }

    /// Gives the parser the bytes one at a time.
    init(ofSingleBytes bytes: [UInt8], limits: HTTPLimits = HTTPLimits()) {
        self.init(of: bytes, cuts: Array(0..<bytes.count), limits: limits)
    }

    private mutating func drain(_ parser: inout RequestParser) {
        while true {
            switch parser.next() {
            case .idle, .head, .body: return
            case .expectsContinue: continue
            case .request(let request): requests.append(request)
            case .refused(let violation):
                refusal = violation
                return
            }
        }
    }
}

/// The next numbers of a fixed sequence (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}
