import Domain
import Testing

@Suite struct ParcelMeasureTests {
    @Test(arguments: [
        "300x200x150", "300X200X150", "300*200*150", "300×200×150", "３００ｘ200x150",
    ])
    func `a size is read in millimetres`(text: String) {
        let size = ParcelSize(
            lengthMillimetres: 300, widthMillimetres: 200, heightMillimetres: 150)
        #expect(ParcelSize(text) == size)
    }

    @Test(arguments: ["", "300x200", "300x200x150x1", "300x-200x150", "30cm", "1234567x1x1", "xx"])
    func `what is no size is refused`(text: String) {
        #expect(ParcelSize(text) == nil)
    }

    @Test func `a parcel at every limit is accepted`() {
        let size = ParcelSize(
            lengthMillimetres: 1500, widthMillimetres: 1000, heightMillimetres: 500)
        #expect(ParcelLimits.legal.excesses(grams: 50_000, size: size).isEmpty)
    }

    @Test func `one gram and one millimetre past the limits are found`() {
        let size = ParcelSize(
            lengthMillimetres: 1501, widthMillimetres: 1000, heightMillimetres: 500)
        #expect(
            ParcelLimits.legal.excesses(grams: 50_001, size: size) == [
                .weight(grams: 50_001, maxGrams: 50_000),
                .side(millimetres: 1501, maxMillimetres: 1500),
                .sideSum(millimetres: 3001, maxMillimetres: 3000),
            ])
    }

    @Test func `a company lowers the limits and never raises them`() {
        let lowered = ParcelLimits(
            weightMaxGrams: 30_000, sideMaxMillimetres: 1000, sideSumMaxMillimetres: 2000)
        #expect(lowered.weightMaxGrams == 30_000)
        let raised = ParcelLimits(
            weightMaxGrams: 60_000, sideMaxMillimetres: 2000, sideSumMaxMillimetres: 4000)
        #expect(raised == .legal)
    }
}
