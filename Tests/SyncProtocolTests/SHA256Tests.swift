import Testing

@testable import SyncProtocol

@Suite struct SHA256Tests {
    /// The first 64 primes.
    private static let primes = (2...311).filter { number in
        !(2..<number).contains { number.isMultiple(of: $0) }
    }

    /// The first 32 bits of the fraction of the `power`th root, by integer search alone.
    private static func rootFraction(of number: Int, power: Int) -> UInt32 {
        // The largest r with r^power ≤ number · 2^(32·power), compared in four 64-bit limbs.
        var low: UInt64 = 0
        var high: UInt64 = 1 << 40
        while low < high {
            let middle = low + (high - low + 1) / 2
            if isAtMost(middle, power: power, number: number) {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return UInt32(truncatingIfNeeded: low)
    }

    private static func isAtMost(_ root: UInt64, power: Int, number: Int) -> Bool {
        var product: [UInt64] = [1, 0, 0, 0]
        for _ in 0..<power {
            var carry: UInt64 = 0
            for index in product.indices {
                let (high, low) = product[index].multipliedFullWidth(by: root)
                let (sum, overflow) = low.addingReportingOverflow(carry)
                product[index] = sum
                carry = high + (overflow ? 1 : 0)
            }
        }
        var bound: [UInt64] = [0, 0, 0, 0]
        let shift = 32 * power
        bound[shift / 64] = UInt64(number) << UInt64(shift % 64)
        if shift % 64 > 0 { bound[shift / 64 + 1] = UInt64(number) >> UInt64(64 - shift % 64) }
        for index in product.indices.reversed() where product[index] != bound[index] {
            return product[index] < bound[index]
        }
        return true
    }

    @Test func `round constants are fractions of the cube roots of the first primes`() {
        #expect(SHA256Tests.primes.count == 64)
        for (index, prime) in SHA256Tests.primes.enumerated() {
            let derived = SHA256Tests.rootFraction(of: prime, power: 3)
            #expect(SHA256.roundConstants[index] == derived)
        }
    }

    @Test func `initial state is the fractions of the square roots of the first eight primes`() {
        for index in 0..<8 {
            let derived = SHA256Tests.rootFraction(of: SHA256Tests.primes[index], power: 2)
            #expect(SHA256.initialState[index] == derived)
        }
    }

    @Test(
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnop"
                    + "jklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ])
    func `the examples of FIPS 180`(text: String, hash: String) {
        #expect(SHA256.hash(Array(text.utf8)).hex == hash)
    }

    @Test(arguments: [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 200])
    func `any split of the bytes gives the same hash`(length: Int) {
        var random = SeededNumbers(seed: UInt64(length))
        let bytes = random.bytes(length)
        let whole = SHA256.hash(bytes)
        for cut in 0...length {
            var hash = SHA256()
            hash.update(bytes[..<cut])
            hash.update(bytes[cut...])
            #expect(hash.finalize() == whole)
        }
        var single = SHA256()
        for byte in bytes { single.update([byte]) }
        #expect(single.finalize() == whole)
    }

    @Test(
        .enabled(if: BlockInstructions.areThere, "this processor has no such instructions"),
        arguments: [1, 2, 3, 40])
    func `the processor's instructions and the rounds come to the same`(blockCount: Int) {
        var random = SeededNumbers(seed: UInt64(blockCount))
        var (state, byRounds) = (SHA256.initialState, SHA256.initialState)
        for _ in 0..<50 {
            let blocks = random.bytes(blockCount * SHA256.blockSize)
            BlockInstructions.compress(blocks.span, into: &state)
            SHA256.compressByRounds(blocks.span, into: &byRounds)
            for index in 0..<8 { #expect(state[index] == byRounds[index]) }
        }
    }

    @Test func `without such instructions the examples hold as well`() {
        var state = SHA256.initialState
        var block = Array("abc".utf8) + [0x80]
        block += [UInt8](repeating: 0, count: SHA256.blockSize - block.count - 1) + [24]
        SHA256.compressByRounds(block.span, into: &state)
        #expect(state[0] == 0xba78_16bf)
        #expect(state[7] == 0xf200_15ad)
    }

    @Test func `a text is taken in as its UTF-8`() {
        var hash = SHA256()
        hash.update("单号")
        #expect(hash.finalize() == SHA256.hash(Array("单号".utf8)))
    }
}

@Suite struct HMACTests {
    /// RFC 4231, sections 4.2 to 4.8.
    @Test(
        arguments: [
            (
                [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
            ),
            (
                Array(1...25), [UInt8](repeating: 0xCD, count: 50),
                "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
            ),
            (
                [UInt8](repeating: 0x0C, count: 20), Array("Test With Truncation".utf8),
                "a3b6167473100ee06e0c796c2955552b"
            ),
            (
                [UInt8](repeating: 0xAA, count: 131),
                Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
            (
                [UInt8](repeating: 0xAA, count: 131),
                Array(
                    ("This is a test using a larger than block-size key and a larger than "
                        + "block-size data. The key needs to be hashed before being used by the "
                        + "HMAC algorithm.").utf8),
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
            ),
        ] as [([UInt8], [UInt8], String)])
    func `the cases of RFC 4231`(key: [UInt8], message: [UInt8], code: String) {
        #expect(HMAC.code(key: key, message: message).hex.hasPrefix(code))
    }

    @Test func `a key of exactly one block is used as it is`() {
        let key = [UInt8](repeating: 7, count: 64)
        let message = Array("m".utf8)
        var inner = SHA256()
        inner.update(key.map { $0 ^ 0x36 })
        inner.update(message)
        var outer = SHA256()
        outer.update(key.map { $0 ^ 0x5C })
        outer.update(inner.finalize().bytes)
        #expect(HMAC.code(key: key, message: message) == outer.finalize())
        let longer = key + [7]
        #expect(
            HMAC.code(key: longer, message: message)
                == HMAC.code(key: SHA256.hash(longer).bytes, message: message))
    }
}
