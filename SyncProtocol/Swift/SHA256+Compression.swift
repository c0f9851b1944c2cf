extension SHA256 {
    static let blockSize = 64
    static let initialState: InlineArray<8, UInt32> = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
        0x5be0_cd19,
    ]

    /// The 64 round constants: fractions of the cube roots of the first 64 primes.
    static let roundConstants: InlineArray<64, UInt32> = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
        0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
        0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
        0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
        0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
        0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
        0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
        0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
        0xc671_78f2,
    ]

    /// Takes whole blocks of 64 bytes into the state, in the fastest way that there is.
    static func compress(_ blocks: Span<UInt8>, into state: inout InlineArray<8, UInt32>) {
        if BlockInstructions.areThere {
            BlockInstructions.compress(blocks, into: &state)
        } else {
            compressByRounds(blocks, into: &state)
        }
    }

    /// Takes whole blocks into the state, in the words of the standard.
    static func compressByRounds(_ blocks: Span<UInt8>, into state: inout InlineArray<8, UInt32>) {
        for start in stride(from: 0, to: blocks.count, by: blockSize) {
            compressOne(blocks.extracting(start..<start + blockSize), into: &state)
        }
    }

    private static func compressOne(
        _ block: Span<UInt8>, into state: inout InlineArray<8, UInt32>
    ) {
        var words = Words(block)
        var rounds = Rounds(state)
        rounds.first(words)
        for round in stride(from: 16, to: 64, by: 16) { rounds.next(&words, from: round) }
        rounds.add(to: &state)
    }
}

/// The sixteen words of the message schedule that are still needed.
private struct Words {
    private var words = InlineArray<16, UInt32>(repeating: 0)

    @inline(__always)
    init(_ block: Span<UInt8>) {
        for index in 0..<16 {
            let at = index * 4
            words[index] =
                UInt32(block[at]) << 24 | UInt32(block[at + 1]) << 16
                | UInt32(block[at + 2]) << 8 | UInt32(block[at + 3])
        }
    }

    @inline(__always)
    subscript(index: Int) -> UInt32 { words[index] }

    /// Replaces the word of a place by the one that comes sixteen after it.
    @inline(__always)
    mutating func next(_ index: Int) -> UInt32 {
        let before15 = words[(index &+ 1) & 15]
        let before2 = words[(index &+ 14) & 15]
        let sigma0 = before15.rotated(7) ^ before15.rotated(18) ^ before15 &>> 3
        let sigma1 = before2.rotated(17) ^ before2.rotated(19) ^ before2 &>> 10
        words[index] = words[index] &+ sigma0 &+ words[(index &+ 9) & 15] &+ sigma1
        return words[index]
    }
}

/// The eight variables of the rounds. What moves from one to the next in the standard stays where
/// it is here, and the names move instead: after eight rounds they are in place again.
private struct Rounds {
    private var a, b, c, d, e, f, g, h: UInt32

    @inline(__always)
    init(_ state: InlineArray<8, UInt32>) {
        (a, b, c, d) = (state[0], state[1], state[2], state[3])
        (e, f, g, h) = (state[4], state[5], state[6], state[7])
    }

    /// The rounds 0 to 15, whose words are those of the block.
    @inline(__always)
    mutating func first(_ words: Words) {
        eight(0) { words[$0] }
        eight(8) { words[8 &+ $0] }
    }

    /// Sixteen later rounds.
    @inline(__always)
    mutating func next(_ words: inout Words, from round: Int) {
        eight(round) { words.next($0) }
        eight(round &+ 8) { words.next(8 &+ $0) }
    }

    @inline(__always)
    func add(to state: inout InlineArray<8, UInt32>) {
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
        state[5] &+= f
        state[6] &+= g
        state[7] &+= h
    }

    /// Eight rounds from a multiple of eight on.
    @inline(__always)
    private mutating func eight(_ from: Int, _ word: (Int) -> UInt32) {
        let constants = SHA256.roundConstants
        Rounds.one(a, b, c, &d, e, f, g, &h, constants[from] &+ word(0))
        Rounds.one(h, a, b, &c, d, e, f, &g, constants[from &+ 1] &+ word(1))
        Rounds.one(g, h, a, &b, c, d, e, &f, constants[from &+ 2] &+ word(2))
        Rounds.one(f, g, h, &a, b, c, d, &e, constants[from &+ 3] &+ word(3))
        Rounds.one(e, f, g, &h, a, b, c, &d, constants[from &+ 4] &+ word(4))
        Rounds.one(d, e, f, &g, h, a, b, &c, constants[from &+ 5] &+ word(5))
        Rounds.one(c, d, e, &f, g, h, a, &b, constants[from &+ 6] &+ word(6))
        Rounds.one(b, c, d, &e, f, g, h, &a, constants[from &+ 7] &+ word(7))
    }

    @inline(__always)
    private static func one(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
        _ g: UInt32, _ h: inout UInt32, _ word: UInt32
    ) {
        let sum1 = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
        let choice = g ^ (e & (f ^ g))
        let first = h &+ sum1 &+ choice &+ word
        let sum0 = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
        let majority = (a & b) | (c & (a | b))
        d &+= first
        h = first &+ sum0 &+ majority
    }
}

extension UInt32 {
    /// Rotated to the right.
    @inline(__always)
    fileprivate func rotated(_ count: UInt32) -> UInt32 {
        self &>> count | self &<< (32 &- count)
    }
}
