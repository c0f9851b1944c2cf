/// One order of the demonstration: a row of the import and what happens at the door.
struct DemoOrder {
    let number: String
    let courier: String
    let waybill: String
    let sender: Person?
    let recipient: Person?
    let goods: Goods?
    /// How the sender pays, in the words of `courier`.
    let pay: String
    let insureFen: Int?
    let collectFen: Int
    let codFen: Int
    let story: Story

    /// A sender or a recipient.
    struct Person {
        let name: String
        let phone: String
        let address: String
        let city: String
    }

    /// What is sent.
    struct Goods {
        let item: String
        let nature: String
        let grams: Int
        let size: String
    }

    /// What happens when the courier rings.
    enum Story {
        case asPlanned
        /// The goods may not be sent at all.
        case prohibited
        /// The goods may be sent by ground only.
        case restricted
        /// The sender will not show a document.
        case identityRefused
        /// A relative takes the parcel, with the recipient's consent.
        case proxy
        /// Nobody opens: a failed attempt.
        case nobodyHome
        /// The recipient refuses the parcel.
        case refusedByRecipient
        /// The box is crushed: a problem parcel.
        case damaged
    }

    var isPickup: Bool { sender != nil }
    /// The task that the import makes of it.
    var task: String { "T" + number }

    static func pickup(
        _ number: String, _ courier: String, from: (String, String, String),
        to: (String, String, String, String), item: String, nature: String, grams: Int,
        size: String, pay: String = "cash", insureFen: Int? = nil, story: Story = .asPlanned
    ) -> DemoOrder {
        DemoOrder(
            number: number, courier: courier, waybill: "",
            sender: Person(name: from.0, phone: from.1, address: from.2, city: "杭州"),
            recipient: Person(name: to.0, phone: to.1, address: to.2, city: to.3),
            goods: Goods(item: item, nature: nature, grams: grams, size: size), pay: pay,
            insureFen: insureFen, collectFen: 0, codFen: 0, story: story)
    }

    static func delivery(
        _ number: String, _ courier: String, _ waybill: String, to: (String, String, String),
        collectFen: Int = 0, codFen: Int = 0, story: Story = .asPlanned
    ) -> DemoOrder {
        DemoOrder(
            number: number, courier: courier, waybill: waybill, sender: nil,
            recipient: Person(name: to.0, phone: to.1, address: to.2, city: "杭州"), goods: nil,
            pay: "cash", insureFen: nil, collectFen: collectFen, codFen: codFen, story: story)
    }

    /// The row of the import file, in the order of `OrderFile.columns`.
    var row: String {
        func fields(_ person: Person?) -> [String] {
            person.map { [$0.name, $0.phone, $0.address] } ?? ["", "", ""]
        }
        return
            ([isPickup ? "PICKUP" : "DELIVERY", number, courier, waybill] + fields(sender)
            + fields(recipient) + [recipient?.city ?? ""]
            + [goods?.item ?? "", goods?.nature ?? "", goods == nil ? "" : "1"]
            + [
                goods.map { String($0.grams) } ?? "", "", "", String(collectFen), String(codFen),
                "",
            ])
            .joined(separator: ",")
    }
}
