/// One requirement: the tests that show it, and what of it is not there.
struct Requirement: Sendable {
    let id: String
    let tests: [String]
    /// What is not done, and why; nil for a requirement that is met.
    let missing: String?

    init(_ id: String, _ tests: [String], missing: String? = nil) {
        self.id = id
        self.tests = tests
        self.missing = missing
    }

    /// How many requirements each group has.
    static let groups = [
        ("PU", 16), ("RF", 5), ("FQ", 8), ("WB", 10), ("HP", 6), ("CA", 5), ("HO", 5), ("DL", 14),
        ("SA", 6), ("PP", 9), ("RC", 3), ("PV", 6),
    ]

    static let all =
        pickup + refusal + freight + waybill + help + cash + custody + delivery + attempts
        + problems + receipts + privacy

    private static let pickup = [
        Requirement(
            "PU-01",
            [
                "the facts say what was entered", "an empty form names every step in order",
                "texts end at their limits",
            ]),
        Requirement(
            "PU-02", ["each open step keeps the parcel out"],
            missing: "terms, prohibited goods and cover are one tick, not a timed one each"),
        Requirement(
            "PU-03",
            [
                "the document is checked", "a letter needs no document, no inspection and no size",
                "a customer with an agreement is exempt where the company says so", "documents",
            ]),
        Requirement(
            "PU-04",
            [
                "a company shows its code",
                "behind an agent stands a principal whose document is checked too",
                "an agent and his principal both show a document",
            ]),
        Requirement(
            "PU-05",
            ["each open step keeps the parcel out", "the facts say what was entered"]),
        Requirement(
            "PU-06",
            [
                "every official name is found with its own severity or a stricter one",
                "no listed thing is missed", "goods are checked before enrolment",
                "a dated rule is stricter at its place and time, and ends by itself",
                "rules of a province hold at its stations",
                "a published table reaches the handheld whole, is cited, and goes back",
                "prohibited goods stop an import, other listed goods are flagged",
            ]),
        Requirement(
            "PU-07",
            [
                "what a decision needs lifts it, and nothing else",
                "goods with a limit are counted",
                "of two prohibited things the more severe one is the ground",
            ], missing: "a certificate is not asked for by the word unlabelled alone"),
        Requirement("PU-08", [], missing: "no checklist of label and packing of dangerous goods"),
        Requirement("PU-09", ["the facts say what was entered"]),
        Requirement(
            "PU-10", ["the facts say what was entered"],
            missing: "fragile, upright, dry and a note only; later scans do not show them"),
        Requirement("PU-11", [], missing: "no record of a demand that could not be met"),
        Requirement(
            "PU-12",
            [
                "an empty form names every step in order",
                "the checklist is in the order of the gate",
            ]),
        Requirement("PU-13", [], missing: "the ledger has both times; no report shows the lag"),
        Requirement(
            "PU-14",
            [
                "a failed pickup needs only its reason",
                "another time is given when the sender asked for one",
                "nine refusal reasons are final",
            ]),
        Requirement(
            "PU-15",
            [
                "one gram and one millimetre past the limits are found",
                "the heaviest and largest parcel is accepted",
                "a parcel that may not be accepted gets no price",
            ]),
        Requirement("PU-16", [], missing: "the pickup has a field for papers; nothing enters it"),
    ]

    private static let refusal = [
        Requirement(
            "RF-01",
            [
                "a refusal of goods names them and what the catalogue says",
                "refusal reasons are the refusal codes and the pickup-failure codes",
                "a refused pickup ends its task when the reason is final",
            ]),
        Requirement(
            "RF-02",
            [
                "each no of the law or the sender is a refusal",
                "a prohibited item is refused with its decision and version",
            ]),
        Requirement("RF-03", [], missing: "courier check says what to do; nobody is alerted"),
        Requirement(
            "RF-04",
            [
                "a failed inspection stops the parcel before and after acceptance",
                "a passed inspection changes nothing and never lifts a stop",
                "a stop holds until it is released",
                "a parcel is scanned from the door to the van, and stopped on suspicion",
                "only a manager closes what was held as prohibited",
            ], missing: "other lawful contents are not recorded for themselves"),
        Requirement("RF-05", [], missing: "a refusal is printed; there is no register of them"),
    ]

    private static let freight = [
        Requirement(
            "FQ-01",
            [
                "weights, zones and volume", "roundings, divisors and the side rule",
                "cover, COD and the other lines",
                "several pieces are rounded once, or each by itself",
                "more weight never costs less, nothing is negative, and again is the same",
                "prices of random shipments",
            ]),
        Requirement(
            "FQ-02",
            [
                "both sides compute every quote again, and a wrong one is named",
                "a fen in any line is named with what it should be",
                "a quote comes with its pickup and the versions that it cites",
                "a quote ends after the hours of its tariff",
                "a tariff table and a freight setting change the price on the handheld",
            ]),
        Requirement(
            "FQ-03",
            [
                "every line is shown and their sum is the total",
                "a quote is made from the task and records nothing",
            ]),
        Requirement("FQ-04", ["only the exact total is accepted"]),
        Requirement("FQ-05", [], missing: "orders carry a window, no quote is told at order time"),
        Requirement("FQ-06", ["cover, COD and the other lines"], missing: "no points"),
        Requirement(
            "FQ-07",
            [
                "a reweigh changes the weight and not what is due",
                "another weight costs what the quote would have said of it",
                "what is due follows the scale, and a case asks for what was not taken",
            ]),
        Requirement(
            "FQ-08",
            [
                "the cover fee follows the tiers and then the rate",
                "cover is chosen, declared above a value, and proved",
            ]),
    ]

    private static let waybill = [
        Requirement(
            "WB-01", ["each open step keeps the parcel out", "texts end at their limits"]),
        Requirement(
            "WB-02",
            [
                "a changed field keeps its old text and the record shows its correction",
                "only the author or a manager corrects, once",
            ]),
        Requirement("WB-03", ["orders become tasks with their parcels, weights and amounts"]),
        Requirement(
            "WB-04",
            [
                "waybill and parcel are both scanned and have to agree",
                "label and parcel carry one free number", "a number on another parcel is refused",
            ]),
        Requirement(
            "WB-05", ["several pieces are rounded once, or each by itself"],
            missing: "prices and facts know pieces; no command takes them"),
        Requirement(
            "WB-06",
            [
                "a handheld gets a block with its enrolment and more when few are left",
                "numbers are drawn upward, never twice, and end", "own numbers",
                "numbers of UPU S10", "a number is like those of some carriers",
            ]),
        Requirement("WB-07", ["a label is masked in every printer language"]),
        Requirement("WB-08", [], missing: "a product is a code; no promised time comes from it"),
        Requirement(
            "WB-09",
            [
                "the event table says what the events do",
                "no event leads where the stage does not",
                "a scan tells where it was made and how it was read",
            ], missing: "the way of a return receipt after its delivery has no commands"),
        Requirement(
            "WB-10",
            [
                "a preview is no print, a print is recorded, and the next one is a copy",
                "a reprint says COPY above and below, and a first print nowhere",
            ]),
    ]

    /// The pages are read in both languages, before enrolment too, and a station replaces them.
    private static let pages = [
        "pages have as many lines in one language as in the other",
        "records cite the reasons they used, and pages of the station are read",
    ]

    private static let help = [
        Requirement("HP-01", pages), Requirement("HP-02", pages), Requirement("HP-03", pages),
        Requirement("HP-04", pages), Requirement("HP-05", pages), Requirement("HP-06", pages),
    ]
}
