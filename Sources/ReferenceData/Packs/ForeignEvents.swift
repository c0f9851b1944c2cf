extension ReferencePack {
    /// What others call the events of a parcel: the closest match, for exports only; an empty field
    /// has none. EPCIS steps and dispositions are of CBV 2.0, events of UPU M40, tags of AfterShip,
    /// detailed states of kuaidi100 and Kdniao, types of schema.org.
    package static let foreignEvents = ReferencePack(
        name: "foreign_events", version: 20_261_121,
        csv: #"""
            code,epcis_bizstep,epcis_disposition,upu_m40,aftership,kuaidi100,kdniao,schema_org
            ACCEPTED,accepting,in_progress,EMA,InTransit,103,1,DeliveryEvent
            ARRIVED_DESTINATION,arriving,in_progress,EMG,InTransit,1001,201,OrderInTransit
            ARRIVED_HUB,arriving,in_transit,EDD,InTransit,1002,2,OrderInTransit
            CANCELLED,void_shipping,,,Exception,401,,OrderCancelled
            DAMAGED,inspecting,damaged,,Exception,209,405,OrderProblem
            DELIVERED,accepting,,EMI,Delivered,301,301,OrderDelivered
            DELIVERED_TO_PROXY,accepting,,EMI,Delivered,303,304,OrderDelivered
            DELIVERY_FAILED,,in_progress,EMH,AttemptFail,204,405,OrderProblem
            DEPARTED_HUB,departing,in_transit,EDE,InTransit,1002,2,OrderInTransit
            DEPARTED_ORIGIN,departing,in_transit,,InTransit,1002,2,OrderInTransit
            DISPOSED,destroying,destroyed,,Exception,,,
            DROPPED_AT_STATION,storing,in_progress,EDH,AvailableForPickup,501,211,OrderPickupAvailable
            DROPPED_IN_LOCKER,storing,in_progress,EDH,AvailableForPickup,501,211,OrderPickupAvailable
            EXCEPTION_REPORTED,inspecting,,,Exception,2,4,OrderProblem
            EXCEPTION_RESOLVED,,,,InTransit,0,2,
            HELD,holding,in_progress,EDF,Exception,208,405,OrderProblem
            LOST,,unknown,,Exception,202,403,OrderProblem
            ORDER_CREATED,,,,InfoReceived,101,,OrderProcessing
            OUT_FOR_DELIVERY,departing,in_transit,EDG,OutForDelivery,5,202,OrderInTransit
            PICKED_UP_BY_RECIPIENT,accepting,,EMI,Delivered,304,311,OrderDelivered
            PICKUP_ASSIGNED,,,,InfoReceived,102,10,OrderProcessing
            PICKUP_FAILED,,,,Exception,,,OrderProblem
            PROHIBITED_HELD,holding,,,Exception,204,405,OrderProblem
            RECEIVED_AT_ORIGIN,arriving,in_progress,,InTransit,103,1,DeliveryEvent
            REDIRECTED,departing,in_transit,,InTransit,1003,2,OrderInTransit
            REFUSED,,in_progress,EMH,Exception,203,404,OrderProblem
            RETURN_DELIVERED,accepting,returned,,Exception,4,406,OrderReturned
            RETURN_STARTED,departing,returned,,Exception,6,407,OrderReturned
            SECURITY_SCREENED,inspecting,in_progress,,InTransit,0,2,
            TRANSFERRED_CARRIER,consigning,in_transit,,InTransit,7,2,OrderInTransit

            """#)
}
