extension ReferencePack {
    /// Events of a parcel; an empty stage leaves the stage as it is.
    package static let trackingEvents = ReferencePack(
        name: "tracking_events", version: 20_261_121,
        csv: #"""
            code,zh,en,stage,exception_flag
            ACCEPTED,已收寄,Accepted,PICKED_UP,KEEP
            ARRIVED_DESTINATION,到达派件站点,Arrived at delivery station,IN_TRANSIT,KEEP
            ARRIVED_HUB,到达转运中心,Arrived at hub,IN_TRANSIT,KEEP
            CANCELLED,已取消,Cancelled,CANCELLED,CLEAR
            DAMAGED,破损,Damaged,,SET
            DELIVERED,已签收,Delivered,DELIVERED,CLEAR
            DELIVERED_TO_PROXY,代收签收,Delivered to proxy,DELIVERED,CLEAR
            DELIVERY_FAILED,派件不成功,Delivery attempt failed,,SET
            DEPARTED_HUB,离开转运中心,Departed from hub,IN_TRANSIT,KEEP
            DEPARTED_ORIGIN,已发件,Departed from origin,IN_TRANSIT,KEEP
            DISPOSED,无着处理,Disposed of,CLOSED,CLEAR
            DROPPED_AT_STATION,已到驿站,Placed at pickup station,AVAILABLE_FOR_PICKUP,CLEAR
            DROPPED_IN_LOCKER,已投柜,Placed in locker,AVAILABLE_FOR_PICKUP,CLEAR
            EXCEPTION_REPORTED,问题件上报,Exception reported,,SET
            EXCEPTION_RESOLVED,问题件已处理,Exception resolved,,CLEAR
            HELD,留仓,Held at station,,SET
            LOST,遗失,Lost,,SET
            ORDER_CREATED,已下单,Order created,CREATED,KEEP
            OUT_FOR_DELIVERY,派件中,Out for delivery,OUT_FOR_DELIVERY,CLEAR
            PICKED_UP_BY_RECIPIENT,已取件,Collected from locker or station,DELIVERED,CLEAR
            PICKUP_ASSIGNED,已分配快递员,Courier assigned,CREATED,KEEP
            PICKUP_FAILED,揽收失败,Pickup failed,CREATED,KEEP
            PROHIBITED_HELD,禁寄扣件,Held as prohibited,,SET
            RECEIVED_AT_ORIGIN,收寄站点收件,Received at origin station,PICKED_UP,KEEP
            REDIRECTED,改址转寄,Redirected,IN_TRANSIT,CLEAR
            REFUSED,拒收,Refused,,SET
            RETURN_DELIVERED,退回签收,Return delivered to sender,RETURNED,CLEAR
            RETURN_STARTED,退回中,Return started,RETURNING,CLEAR
            SECURITY_SCREENED,安检完成,Security screened,PICKED_UP,KEEP
            TRANSFERRED_CARRIER,转投其他公司,Handed to another carrier,IN_TRANSIT,CLEAR

            """#)
}
