import Domain
import Testing

@Suite struct PhoneNumberTests {
    @Test(arguments: [
        ("13800000000", PhoneNumber.Kind.mobile), ("19900000000", .mobile),
        ("138 0000 0000", .mobile), ("１３８００００００００", .mobile),
        ("010-00000000", .landline), ("0631-0000000", .landline), ("02000000000-123", .landline),
        ("0631-0000000-123456", .landline), ("06310000000", .landline),
        ("17000000000-0001", .privacyNumber),
    ])
    func `a right number is read with its kind`(text: String, kind: PhoneNumber.Kind) {
        #expect(PhoneNumber.parse(text).map(\.kind) == .success(kind))
    }

    @Test(arguments: [
        "12800000000", "1380000000", "138000000000", "10-00000000", "17000000000-01", "",
        "0631-0000000-1234567", "0631-000000", "0631-000000000", "13800000000-0001-1", "-", "abc",
    ])
    func `what is no number is refused`(text: String) {
        #expect(PhoneNumber.parse(text) == .failure(.shape))
    }
}
