extension ReferencePack {
    /// Where a parcel was lost, told by its last scan: whoever should have scanned it next and did
    /// not. Judged only when the time without a scan has passed and mis-sorting was ruled out.
    package static let lossPatterns = ReferencePack(
        name: "loss_patterns", version: 20_261_121,
        csv: #"""
            code,last_scan,suspect,zh,en,suspect_zh,suspect_en
            PICKUP_GAP,ACCEPTED,PICKUP_COURIER,收件过程遗失：已揽收，站点无收件扫描,"Lost during pickup: accepted, no arrival at the origin station",收件快递员,Pickup courier
            ORIGIN_SITE_GAP,RECEIVED_AT_ORIGIN;SECURITY_SCREENED,ORIGIN_SITE,收寄站点有收件、无发件,"Received at origin, never departed",收寄站点,Origin station
            TO_HUB_GAP,DEPARTED_ORIGIN,LINEHAUL_TO_HUB,发件地有发件，转运中心无到件,"Departed from origin, never arrived at the hub",发往中转途中,Line haul to the hub
            HUB_GAP,ARRIVED_HUB,HUB,转运中心有到件、无发件,"Arrived at the hub, never departed",转运中心,Hub
            FROM_HUB_GAP,DEPARTED_HUB,LINEHAUL_FROM_HUB,分拣中心有发件，收件地无到件,"Departed from the hub, never arrived at the delivery station",中转发出途中,Line haul from the hub
            DESTINATION_SITE_GAP,ARRIVED_DESTINATION,DESTINATION_SITE,作业部有到件、无派件,"Arrived at the delivery station, never out for delivery",派件站点,Delivery station
            DELIVERY_GAP,OUT_FOR_DELIVERY,DELIVERY_COURIER,派件过程遗失：已派件，无结果扫描,"Lost during delivery: out for delivery, no result scan",派件快递员,Delivery courier

            """#)
}
