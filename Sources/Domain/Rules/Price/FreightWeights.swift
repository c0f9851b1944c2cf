/// One piece of a shipment, weighed and measured by itself.
package struct FreightPiece: Hashable, Sendable {
    package var grams: Int
    /// `nil`: not measured, the actual weight counts alone.
    package var size: ParcelSize?

    package init(grams: Int, size: ParcelSize? = nil) {
        self.grams = grams
        self.size = size
    }

    /// Pieces that one waybill can have.
    package static let countMax = 200
}

/// The actual and volumetric weight of one piece, as a quote keeps them.
package struct PieceWeight: Hashable, Sendable {
    package var actualGrams: Int
    package var volumetricGrams: Int

    package init(actualGrams: Int, volumetricGrams: Int) {
        self.actualGrams = actualGrams
        self.volumetricGrams = volumetricGrams
    }

    /// What the piece is charged for when it is rounded by itself: the greater weight in whole
    /// units, and at least one.
    func charged(_ rounding: WeightRounding, stepGrams: Int) -> Int? {
        rounding.rounded(
            grams: max(actualGrams, volumetricGrams), stepGrams: stepGrams)
    }
}

/// The weights that a price is made from.
struct FreightWeights: Hashable, Sendable {
    let actualGrams: Int
    let volumetricGrams: Int
    let chargeableGrams: Int
    /// The pieces, where each of them was rounded by itself.
    let pieces: [PieceWeight]

    /// The weights of a shipment: its volumes are added before the one division, or each piece is
    /// weighed, divided and rounded by itself.
    init(
        _ inputs: FreightInputs, _ terms: TariffTerms, _ rounding: WeightRounding
    ) throws(FreightQuote.Problem) {
        let given =
            inputs.pieces.isEmpty
            ? [FreightPiece(grams: inputs.grams, size: inputs.size)] : inputs.pieces
        var volumes: [Int] = []
        for piece in given { volumes.append(try Self.volume(piece.size, terms)) }
        actualGrams = try Self.fitting(Fen.sum(given.map(\.grams)))
        guard terms.isRoundedPerPiece == true, given.count > 1 else {
            pieces = []
            volumetricGrams =
                try Self.fitting(Fen.sum(volumes)).dividedUp(by: terms.divisor)
            chargeableGrams = max(actualGrams, volumetricGrams)
            return
        }
        pieces = zip(given, volumes).map { piece, volume in
            PieceWeight(
                actualGrams: piece.grams, volumetricGrams: volume.dividedUp(by: terms.divisor))
        }
        volumetricGrams = try Self.fitting(Fen.sum(pieces.map(\.volumetricGrams)))
        chargeableGrams = try Self.fitting(
            Self.charged(pieces, rounding, stepGrams: terms.stepGrams))
    }

    /// What pieces that are rounded each by itself are charged for together.
    static func charged(
        _ pieces: [PieceWeight], _ rounding: WeightRounding, stepGrams: Int
    ) -> Int? {
        pieces.reduce(Int?.some(0)) { sum, piece in
            piece.charged(rounding, stepGrams: stepGrams).flatMap { sum?.plus($0) }
        }
    }

    /// The volume that counts, in mm³; 0 without a size, or when the tariff counts volume only
    /// from a side that the piece does not reach.
    private static func volume(
        _ size: ParcelSize?, _ terms: TariffTerms
    ) throws(FreightQuote.Problem) -> Int {
        guard let size else { return 0 }
        if let least = terms.volumetricMinSideMillimetres, size.sides.allSatisfy({ $0 < least }) {
            return 0
        }
        return try fitting(
            size.lengthMillimetres.times(size.widthMillimetres)?.times(size.heightMillimetres))
    }

    private static func fitting(_ value: Int?) throws(FreightQuote.Problem) -> Int {
        guard let value else { throw .tooLarge }
        return value
    }
}
