/// Cash and custody.
extension Requirement {
    static let cash = [
        Requirement(
            "CA-01",
            [
                "a count is read, and what it comes to is exact",
                "cash is given offline, counted blind, and a difference is a case",
                "cash is counted before the courier's record comes",
            ]),
        Requirement(
            "CA-02",
            [
                "the counted amount moves, and a difference opens a case",
                "cash that is never counted becomes a case, which ends when it is",
                "another amount than the books say needs a reason",
            ]),
        Requirement(
            "CA-03",
            [
                "all the cash is given with what it was taken for",
                "cash is kept apart by what it was taken for",
                "the station confirms one electronic payment and another one fails",
            ]),
        Requirement(
            "CA-04",
            [
                "what was given is in hand no more, the rest is given next",
                "cash that was given is no difference of a seal, and blocks until it is counted",
            ], missing: "nothing records the way from the cashier to the bank"),
        Requirement("CA-05", [], missing: "a seal names its range of records, a handover does not"),
    ]

    static let custody = [
        Requirement(
            "HO-01",
            [
                "both sides record a handover offline, and work and parcels go with it",
                "a count that differs from the other side is said before it is recorded",
                "what a colleague never confirms blocks the day and becomes a case",
                "a parcel that came back goes out again with another courier",
            ]),
        Requirement(
            "HO-02",
            [
                "parcels of which one side is missing block, and become a case",
                "tasks that only the giver names go with the parcels",
            ], missing: "the ledger has every step; no report shows who held what and when"),
        Requirement(
            "HO-03",
            [
                "with the taker's PIN they are the taker's at once, and the task too",
                "parcels given with the taker's PIN need no second side",
            ], missing: "open items in words are not entered, and one PIN is asked for"),
        Requirement("HO-04", [], missing: "no record of work given to a department"),
        Requirement("HO-05", [], missing: "no hub"),
    ]
}
