import Domain
import Testing

@Suite struct MaskingTests {
    @Test(arguments: [
        ("张三", "张*"), ("张三丰", "张**"), ("欧阳明月", "欧阳**"), ("欧阳", "欧*"), ("李", "*"),
        ("", ""), ("Smith", "S****"),
    ])
    func `names keep the surname`(name: String, masked: String) {
        #expect(Masking.name(name) == masked)
    }

    @Test(arguments: [
        ("13800000078", "138******78"), ("0631-0000731", "0631-******1"),
        ("02000000731", "020*******1"), ("06310000731", "0631******1"),
        ("010-00000731-12", "010-*******1-**"), ("17000000000-0001", "170*************"),
        ("电话保密", "****"),
    ])
    func `phones hide at least six digits`(phone: String, masked: String) {
        #expect(Masking.phone(phone) == masked)
    }

    @Test(arguments: [
        ("威海市环翠区文化西路180号3单元502", "威海市环翠区文化西路***"),
        ("北京市朝阳区", "北京市朝阳区"), ("北京市朝阳区3号楼", "北京市朝阳区***"), ("老地方", "***"),
        ("", ""),
    ])
    func `addresses keep what leads to the road`(address: String, masked: String) {
        #expect(Masking.address(address) == masked)
    }

    @Test(arguments: [
        ("11010519491231002X", "110***********002X"), ("H12345678", "H********"),
        ("12345", "*****"),
        ("1234567890", "123***7890"),
    ])
    func `document numbers keep three and four`(number: String, masked: String) {
        #expect(Masking.document(number) == masked)
    }
}
