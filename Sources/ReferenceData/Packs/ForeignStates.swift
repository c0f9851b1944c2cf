extension ReferencePack {
    /// What the states of kuaidi100 and Kdniao and the events of UPU M40 say in words.
    package static let foreignStates = ReferencePack(
        name: "foreign_states", version: 20_261_121,
        csv: #"""
            list,code,zh,en
            KUAIDI100,0,在途,In transit
            KUAIDI100,1,揽收,Picked up
            KUAIDI100,2,疑难,Problem
            KUAIDI100,3,签收,Signed
            KUAIDI100,4,退签,Return signed
            KUAIDI100,5,派件,Out for delivery
            KUAIDI100,6,退回,Returning
            KUAIDI100,7,转投,Transferred
            KUAIDI100,14,拒签,Refused
            KDNIAO,0,无轨迹,No trace
            KDNIAO,1,已揽收,Picked up
            KDNIAO,2,在途,In transit
            KDNIAO,3,签收,Signed
            KDNIAO,4,问题件,Problem
            KDNIAO,10,待揽件,Waiting for pickup
            UPU,EMA,收寄,Posting
            UPU,EDD,进入分拣中心,Into the sorting centre
            UPU,EDE,离开分拣中心,Out of the sorting centre
            UPU,EMG,到达投递局,Arrival at the delivery office
            UPU,EDF,投递局留存,Held at the delivery office
            UPU,EDG,外出投递,Out for delivery
            UPU,EDH,到达自提点,Arrival at the collection point
            UPU,EMH,投递未成功,Unsuccessful attempt
            UPU,EMI,妥投,Final delivery

            """#)
}
