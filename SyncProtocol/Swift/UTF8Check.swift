/// Strict UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
enum UTF8Check {
    static func isValid(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        let count = bytes.count
        while index < count {
            while index + ByteWord.byteCount <= count, ByteWord(bytes, at: index).isASCII {
                index += ByteWord.byteCount
            }
            guard index < count else { return true }
            let lead = bytes[index]
            index += 1
            if lead < 0x80 { continue }
            let range: (length: Int, low: UInt8, high: UInt8)
            switch lead {
            case 0xC2...0xDF: range = (1, 0x80, 0xBF)
            case 0xE0: range = (2, 0xA0, 0xBF)
            case 0xE1...0xEC, 0xEE, 0xEF: range = (2, 0x80, 0xBF)
            case 0xED: range = (2, 0x80, 0x9F)
            case 0xF0: range = (3, 0x90, 0xBF)
            case 0xF1...0xF3: range = (3, 0x80, 0xBF)
            case 0xF4: range = (3, 0x80, 0x8F)
            default: return false
            }
            guard index + range.length <= count else { return false }
            guard bytes[index] >= range.low, bytes[index] <= range.high else { return false }
            for offset in 1..<max(range.length, 1) {
                guard bytes[index + offset] & 0xC0 == 0x80 else { return false }
            }
            index += range.length
        }
        return true
    }
}
