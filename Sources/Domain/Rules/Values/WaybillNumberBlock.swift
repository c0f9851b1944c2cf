/// A block of waybill numbers given to one handheld, which draws them upward and never twice.
///
/// `first` and `last` are numbers of equal prefix without their check digit: two letters and
/// twelve digits (PJS 10.6, `numbers`).
package struct WaybillNumberBlock: Hashable, Sendable {
    /// Upper-case letters that both ends share.
    package let prefix: String
    package let firstSequence: Int
    package let lastSequence: Int

    /// Why two ends make no block.
    package enum Problem: Error, Hashable {
        case shape
        case prefixesDiffer
        case order
        case size
    }

    /// The greatest number of numbers in one block (`waybill.block_size`).
    package static let countMax = 100_000

    /// Reads the two ends of a `numbers` row.
    package static func parse(first: String, last: String) -> Result<WaybillNumberBlock, Problem> {
        guard let low = split(first), let high = split(last) else { return .failure(.shape) }
        guard low.prefix == high.prefix else { return .failure(.prefixesDiffer) }
        guard low.sequence <= high.sequence else { return .failure(.order) }
        guard high.sequence - low.sequence < countMax else { return .failure(.size) }
        return .success(
            WaybillNumberBlock(
                prefix: low.prefix, firstSequence: low.sequence, lastSequence: high.sequence))
    }

    /// How many numbers the block holds.
    package var count: Int { lastSequence - firstSequence + 1 }

    /// The number at `index`, counted from 0, or `nil` past the end of the block.
    package func number(at index: Int) -> WaybillNumber? {
        guard index >= 0, index < count else { return nil }
        return WaybillNumber(body: prefix + Self.twelveDigits(firstSequence + index))
    }

    /// The place of `number` in the block, counted from 0.
    package func index(of number: WaybillNumber) -> Int? {
        guard let body = Self.split(String(number.text.dropLast())), body.prefix == prefix,
            (firstSequence...lastSequence).contains(body.sequence)
        else { return nil }
        return body.sequence - firstSequence
    }

    private static func split(_ body: String) -> (prefix: String, sequence: Int)? {
        guard let number = WaybillNumber(body: body),
            let sequence = Int(body.dropFirst(WaybillNumber.letterCount))
        else { return nil }
        return (number.companyPrefix, sequence)
    }

    private static func twelveDigits(_ value: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: WaybillNumber.digitCount - digits.count) + digits
    }
}
