extension ReferencePack {
    /// How a hand-over is proved.
    package static let proofTypes = ReferencePack(
        name: "proof_types", version: 20_261_121,
        csv: #"""
            code,zh,en,consent,evidence,interim
            RECIPIENT,本人签收,Signed by the recipient,NONE,SIGNATURE_OR_CODE,no
            PROXY,他人代收,Received by a proxy,RECIPIENT,PROXY_NAME;RELATION;CONSENT_CHANNEL;SIGNATURE,no
            LOCKER,快递柜,Parcel locker,RECIPIENT,LOCKER_ID;BOX_NUMBER;PICKUP_CODE;CONSENT_REFERENCE,yes
            STATION,驿站、代收点,Pickup station,RECIPIENT,STATION_ID;SHELF_NUMBER;PICKUP_CODE;CONSENT_REFERENCE,yes
            ORG_STAMP,单位收发章签收,Stamped by the addressed unit,NONE_IF_ADDRESSED_TO_UNIT,STAMP_PHOTO;RECEIVER_NAME,no
            SAFE_PLACE,指定位置放置,Left at the agreed place,RECIPIENT_WRITTEN,PHOTO;POSITION;CONSENT_REFERENCE,no
            SELF_PICKUP,到站自提,Collected at the station,NONE,PICKUP_CODE;SIGNATURE,no
            AFTER_EXCEPTION,异常后签收,Signed after an exception,NONE,SIGNATURE;EXCEPTION_REFERENCE,no
            RETURN_SIGNED,退回签收,Return signed by the sender,NONE,SIGNATURE,no

            """#)
}
