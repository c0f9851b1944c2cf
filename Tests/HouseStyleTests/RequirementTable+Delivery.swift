/// Delivery, further attempts, problem parcels, receipts and privacy.
extension Requirement {
    static let delivery = [
        Requirement(
            "DL-01",
            ["tasks are the person's own, in the order of the round, ended ones on demand"],
            missing: "a task has its window; nothing computes whether it was kept"),
        Requirement(
            "DL-02",
            [
                "nothing leaves for delivery that was not looked at or looks bad",
                "a damaged parcel is inspected first and becomes a problem parcel",
            ]),
        Requirement(
            "DL-03",
            [
                "the end of the phone is compared, and at least four digits of it",
                "each open step keeps the parcel in hand",
            ], missing: "a document is checked when it is shown; value and COD do not ask for one"),
        Requirement(
            "DL-04", ["each open step keeps the parcel in hand"],
            missing: "the time the courier left has no flag"),
        Requirement(
            "DL-05",
            [
                "a signature of the recipient proves a hand-over",
                "a proxy needs consent, name, relation and signature",
                "a drop needs consent and its place, and nobody to check",
                "leaving it at a place needs written consent and a photo",
                "consent from the future is none, and a stamp is for units",
            ], missing: "consent stands in the delivery; no command withdraws a standing one"),
        Requirement(
            "DL-06",
            [
                "the proof decides stage, event and custody",
                "a final delivery after a drop is a collection",
            ]),
        Requirement(
            "DL-07", ["a damaged parcel is inspected first and becomes a problem parcel"]),
        Requirement(
            "DL-08", ["what is due is taken charge by charge before the parcel leaves the hand"],
            missing: "a signature waits for the next exchange; no report shows the lag"),
        Requirement(
            "DL-09",
            [
                "one signature stands for all, and every parcel has its own record",
                "one parcel that may not go keeps all of them, and is named",
            ]),
        Requirement(
            "DL-10",
            [], missing: "a start out of order takes a reason when the courier says so himself"),
        Requirement(
            "DL-11", ["a scan tells where it was made and how it was read"],
            missing: "no list of a van to compare the scans with"),
        Requirement("DL-12", [], missing: "unfinished work stands in the order of the round"),
        Requirement("DL-13", [], missing: "no audit queue of deliveries"),
        Requirement("DL-14", [], missing: "complaints are not there yet"),
    ]

    static let attempts = [
        Requirement(
            "SA-01",
            [
                "an attempt is numbered and brings its next step",
                "after the free attempts the sender is asked, unless a price was told",
            ]),
        Requirement("SA-02", [], missing: "no register of second attempts"),
        Requirement(
            "SA-03",
            [
                "a reason has the evidence that it needs",
                "a reason that does not count uses up no free attempt",
            ]),
        Requirement(
            "SA-04", ["a new time is given, ahead and in order"],
            missing: "the new window does not move the task to another day"),
        Requirement("SA-05", [], missing: "no timer for parcels without an instruction"),
        Requirement("SA-06", [], missing: "no timer for parcels in lockers"),
    ]

    static let problems = [
        Requirement(
            "PP-01",
            [
                "the register tells what nobody knows apart from what is known",
                "a problem parcel is listed at once",
            ]),
        Requirement(
            "PP-02", ["a problem parcel brings its next step and cause", "a pack is complete"]),
        Requirement(
            "PP-03", ["a step says what its kind needs"],
            missing: "who is told is recorded, nobody is told by the program"),
        Requirement("PP-04", ["a record tells what the station made of it"]),
        Requirement(
            "PP-05",
            [
                "a close says how it ended, and nothing else has an outcome",
                "the work on a problem is told step by step to its end",
            ]),
        Requirement(
            "PP-06",
            [
                "the last scan tells who should have scanned next",
                "a loss waits until mis-sorting is ruled out, and other needs a note",
            ]),
        Requirement(
            "PP-07",
            [
                "a parcel is quiet from the hour on, sooner within one city",
                "a parcel is quiet when its last event is old enough",
            ]),
        Requirement(
            "PP-08",
            [
                "the register tells what nobody knows apart from what is known",
                "a parcel without a readable number still gets its work",
                "several parcels are scanned at once and one refusal holds nothing up",
            ], missing: "no command says which parcel an unreadable one was"),
        Requirement(
            "PP-09", ["a damaged parcel is inspected first and becomes a problem parcel"]),
    ]

    static let receipts = [
        Requirement(
            "RC-01",
            [
                "a receipt comes only after the money is there",
                "the total of a receipt is also in capitals", "papers look as their golden files",
                "numbers are drawn upward, never twice, and end",
            ]),
        Requirement("RC-02", [], missing: "no request for an invoice"),
        Requirement(
            "RC-03", ["papers look as their golden files"],
            missing: "the hotline stands on papers; there is no web address"),
    ]

    static let privacy = [
        Requirement(
            "PV-01", ["a record is voided whole or changed field by field"],
            missing: "no erasure of personal fields by retention"),
        Requirement(
            "PV-02",
            [
                "names keep the surname", "phones hide at least six digits",
                "addresses keep what leads to the road",
                "a day leaves no identity number, and no phone where it must not",
            ], missing: "a full view on a handheld is a right, but not logged"),
        Requirement(
            "PV-03",
            [
                "document numbers keep three and four",
                "a day leaves no identity number, and no phone where it must not",
            ], missing: "the number is kept nowhere: there is no private register of the station"),
        Requirement("PV-04", [], missing: "no register of destroyed waybills"),
        Requirement("PV-05", ["nothing personal and no document is on any paper"]),
        Requirement("PV-06", [], missing: "no incident for a leak"),
    ]
}
