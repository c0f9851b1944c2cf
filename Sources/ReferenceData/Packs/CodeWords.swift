extension ReferencePack {
    /// Words of the small code lists.
    package static let codeWords = ReferencePack(
        name: "code_words", version: 20_261_121,
        csv: #"""
            list,code,zh,en
            REFUSAL_REASON,INSPECTION_REFUSED,拒绝验视,Inspection refused
            REFUSAL_REASON,IDENTITY_REFUSED,拒绝实名,Identity check refused
            REFUSAL_REASON,IDENTITY_MISMATCH,证件不符或不实,Identity false or does not match
            REFUSAL_REASON,DECLARATION_FALSE,申报不实或不全,Declaration false or incomplete
            REFUSAL_REASON,PROHIBITED_ITEM,禁寄物品,Prohibited item
            REFUSAL_REASON,OVER_LIMIT,超过限量,Over the quantity limit
            REFUSAL_REASON,CERTIFICATE_MISSING,缺少证明,Certificate missing
            REFUSAL_REASON,UNKNOWN_SUBSTANCE,不明物品且无安全证明,Unknown substance without a safety certificate
            REFUSAL_REASON,PACKAGING_UNFIT,包装不合格,Packing unfit
            REFUSAL_REASON,OVERSIZE_OVERWEIGHT,超大超重,Oversize or overweight
            REFUSAL_REASON,OUT_OF_SERVICE_AREA,超出服务范围,Outside the service area
            REFUSAL_REASON,PAYMENT_REFUSED,拒付费用,Payment refused
            REFUSAL_REASON,SENDER_CANCELLED,寄件人取消,Sender cancelled
            PICKUP_FAILURE_REASON,ALREADY_PICKED_UP,已完成揽件,Already picked up
            PICKUP_FAILURE_REASON,CANCELLED_BY_CUSTOMER,客户取消,Cancelled by the customer
            PICKUP_FAILURE_REASON,CANNOT_ENTER,无法进入,Cannot enter
            PICKUP_FAILURE_REASON,CAPACITY,运力不足,Not enough capacity
            PICKUP_FAILURE_REASON,CUSTOMER_UNREACHABLE,联系不上客户,Customer unreachable
            PICKUP_FAILURE_REASON,DUPLICATE_ORDER,重复下单,Duplicate order
            PICKUP_FAILURE_REASON,ID_REFUSED,拒绝实名,Identity check refused
            PICKUP_FAILURE_REASON,INSPECTION_REFUSED,拒绝验视,Inspection refused
            PICKUP_FAILURE_REASON,NOT_ACCEPTABLE,不符合揽收条件（超大、禁寄、包装）,"Not acceptable (oversize, prohibited, packing)"
            PICKUP_FAILURE_REASON,NOT_READY,包裹未准备好,Parcel not ready
            PICKUP_FAILURE_REASON,OUT_OF_AREA,超区,Outside the service area
            PICKUP_FAILURE_REASON,RESCHEDULED,改约,Rescheduled
            PICKUP_FAILURE_REASON,TRAFFIC,交通原因,Traffic
            PICKUP_FAILURE_REASON,WEATHER,天气原因,Weather
            EVIDENCE,BOX_NUMBER,格口号,Box number
            EVIDENCE,CONSENT_CHANNEL,同意方式,Consent channel
            EVIDENCE,CONSENT_REFERENCE,同意记录,Consent record
            EVIDENCE,EXCEPTION_REFERENCE,异常记录,Exception record
            EVIDENCE,LOCKER_ID,柜机编号,Locker
            EVIDENCE,PHOTO,照片,Photo
            EVIDENCE,PICKUP_CODE,取件码,Pickup code
            EVIDENCE,POSITION,定位,Position
            EVIDENCE,PROXY_NAME,代收人姓名,Proxy name
            EVIDENCE,RECEIVER_NAME,收件经办人,Receiver name
            EVIDENCE,RELATION,与收件人关系,Relation
            EVIDENCE,SHELF_NUMBER,货架号,Shelf number
            EVIDENCE,SIGNATURE,签名,Signature
            EVIDENCE,SIGNATURE_OR_CODE,签名或取件码,Signature or code
            EVIDENCE,STAMP_PHOTO,收发章照片,Photo of the stamp
            EVIDENCE,STATION_ID,驿站编号,Pickup station
            EVIDENCE,SMS_CODE,短信验证码,SMS code
            EVIDENCE,NAME_AND_PHONE_TAIL,姓名与手机尾号,Name and phone tail
            EVIDENCE,PAPER_SLIP,纸质签单,Paper slip
            RELATION,FAMILY,家人,Family
            RELATION,COLLEAGUE,同事,Colleague
            RELATION,NEIGHBOUR,邻居,Neighbour
            RELATION,RECEPTION,前台,Reception
            RELATION,PROPERTY_OR_GUARD,物业、门卫,Property office or guard
            RELATION,MAIL_ROOM,收发室,Mail room
            RELATION,OTHER,其他,Other
            CONSENT_NEED,NONE,不需要,Not needed
            CONSENT_NEED,NONE_IF_ADDRESSED_TO_UNIT,寄给单位时不需要,Not needed when addressed to a unit
            CONSENT_NEED,RECIPIENT,收件人同意,Consent of the recipient
            CONSENT_NEED,RECIPIENT_WRITTEN,收件人书面同意,Written consent of the recipient
            CONSENT_CHANNEL,CALL,电话,Call
            CONSENT_CHANNEL,SMS,短信,SMS
            CONSENT_CHANNEL,APP,应用,App
            CONSENT_CHANNEL,IN_PERSON,当面,In person
            CONSENT_CHANNEL,STANDING,长期授权,Standing
            CONSENT_SCOPE,THIS_PARCEL,仅本件,This parcel
            CONSENT_SCOPE,STANDING,长期,Standing
            CONDITION,INTACT,完好,Intact
            CONDITION,OUTER_DAMAGED,外包装破损,Outer packing damaged
            CONDITION,CONTENTS_DAMAGED,内件破损,Contents damaged
            CONDITION,SHORTAGE,内件短少,Contents short
            CONDITION,REFUSED,拒收,Refused
            PAY_TYPE,PREPAID,寄付现结,Prepaid
            PAY_TYPE,COLLECT,到付,Collect
            PAY_TYPE,MONTHLY,月结,Monthly account
            PAY_TYPE,THIRD_PARTY,第三方付,Third party pays
            INSURANCE_PROOF,PURCHASE_INVOICE,购买发票,Purchase invoice
            INSURANCE_PROOF,ORIGIN_INVOICE_APPRAISAL,原产证明、发票和真伪鉴定,"Origin certificate, invoice and authenticity appraisal"
            SURCHARGE,REMOTE_AREA,偏远附加费,Remote-area surcharge
            SURCHARGE,OVERSIZE,超长附加费,Oversize surcharge
            SURCHARGE,OVERWEIGHT,超重附加费,Overweight surcharge
            SURCHARGE,PEAK_SEASON,旺季、节假日附加费,Peak-season and holiday surcharge
            SURCHARGE,WAREHOUSE_ENTRY,进仓、特殊地址费,Warehouse or special address fee
            SURCHARGE,FRESH_COLD,生鲜温控费,Fresh and cold-chain fee
            SURCHARGE,FUEL,燃油附加费,Fuel surcharge
            SURCHARGE,ADDRESS_CHANGE,改址费,Address-change fee
            SURCHARGE,PAYER_CHANGE,到付改寄付附加费,Payer-change surcharge
            SURCHARGE,RETURN,退回费,Return fee
            SURCHARGE,STORAGE,保管费,Storage fee
            SURCHARGE,UPSTAIRS,上楼费,Carry-upstairs fee
            SURCHARGE,PACKAGING,包装费,Packaging fee
            WEIGHT_ROUNDING,CEIL_TO_STEP,续重不足一步按一步,A started step counts as a whole step
            WEIGHT_ROUNDING,CEIL_TO_HALF_KG,续重进位到 0.5 kg 后按比例计费,"Excess rounded up to 500 g, then charged in proportion"
            WEIGHT_ROUNDING,CEIL_TO_100G,续重进位到 100 g 后按比例计费,"Excess rounded up to 100 g, then charged in proportion"
            WEIGHT_ROUNDING,HALF_UP,续重四舍五入到整步,Excess rounded half up to whole steps
            NEXT_ACTION,CLOSE,结案,Close
            NEXT_ACTION,CONTACT_RECIPIENT,联系收件人,Contact the recipient
            NEXT_ACTION,CONTACT_SENDER,联系寄件人,Contact the sender
            NEXT_ACTION,ESCALATE,上报,Escalate
            NEXT_ACTION,HOLD,留仓,Hold
            NEXT_ACTION,INSPECT,检查内件,Inspect the contents
            NEXT_ACTION,MANAGER_REVIEW,站长审核,Manager review
            NEXT_ACTION,OPEN_CLAIM,发起理赔,Open a claim
            NEXT_ACTION,REATTEMPT,再次派送,Try again
            NEXT_ACTION,REATTEMPT_AT,按约定时间再派,Try again at the agreed time
            NEXT_ACTION,REPACK,重新包装,Repack
            NEXT_ACTION,REPORT_AUTHORITY,报主管部门,Report to the authority
            NEXT_ACTION,REROUTE,改发,Reroute
            NEXT_ACTION,RETURN,退回,Return
            NEXT_ACTION,TRACE,查找,Trace
            NEXT_ACTION,TRANSFER_OR_RETURN,转投或退回,Transfer or return
            RESOLUTION,CLOSE_NO_COMPENSATION,关闭订单（不赔不退）,"Closed, no compensation, no return"
            RESOLUTION,COMPENSATE,赔偿,Compensated
            RESOLUTION,CONTINUE_DELIVERY,继续配送,Delivery continued
            RESOLUTION,CONTINUE_DELIVERY_AND_COMPENSATE,继续配送并赔偿,Delivery continued and compensated
            RESOLUTION,CUSTOMER_MUST_CHANGE_DATA,需客户修改信息,Customer must change data
            RESOLUTION,DISCARD_AND_COMPENSATE,丢弃并赔偿,Discarded and compensated
            RESOLUTION,FOUND_CONTINUE_DELIVERY,货物找回继续派送,"Found, delivery continued"
            RESOLUTION,IN_DISCUSSION,正在沟通,In discussion
            RESOLUTION,RETURN,退货,Returned
            RESOLUTION,RETURN_AND_COMPENSATE,退货并赔偿,Returned and compensated
            DELAY_CAUSE,OBJECTIVE,客观因素（恶劣天气、交通事故）,"Objective (weather, accident)"
            DELAY_CAUSE,HUMAN,人为因素（未及时派送、忘送）,Human (late or forgotten)
            DELAY_CAUSE,INFORMATION,信息因素（空号、停机、地址不详）,"Information (bad phone, bad address)"
            DELAY_CAUSE,OUT_OF_AREA,超区因素,Outside the service area
            EXCEPTION_GROUP,ADDRESS,地址信息,Address
            EXCEPTION_GROUP,CARRIER,快递企业,Carrier
            EXCEPTION_GROUP,DAMAGE,破损遗失,Damage or loss
            EXCEPTION_GROUP,FORCE_MAJEURE,不可抗力,Force majeure
            EXCEPTION_GROUP,OTHER,其他,Other
            EXCEPTION_GROUP,RECIPIENT,收件人,Recipient
            EXCEPTION_GROUP,RETURN,退回,Return
            EXCEPTION_GROUP,SECURITY,安全,Security
            EXCEPTION_GROUP,SENDER,寄件人,Sender
            REPORT_TARGET,POLICE,公安机关,Police
            REPORT_TARGET,POLICE_AND_HEALTH,公安、卫生疾控,Police and health
            REPORT_TARGET,POLICE_AND_ENVIRONMENT,公安、生态环境,Police and environment
            REPORT_TARGET,POLICE_AND_EMERGENCY_MANAGEMENT,公安、应急管理,Police and emergency management
            REPORT_TARGET,STATE_SECURITY_POLICE_PRESS,国家安全、公安、新闻出版,"State security, police and press"
            REPORT_TARGET,STATE_SECURITY,国家安全机关,State security
            REPORT_TARGET,POLICE_AND_MARKET_REGULATION,公安、市场监管,Police and market regulation
            REPORT_TARGET,POLICE_AND_WILDLIFE,公安、林草或渔业,Police and wildlife
            REPORT_TARGET,CUSTOMS_AND_STATE_SECURITY,海关、国家安全,Customs and state security
            REPORT_TARGET,COMPETENT_AUTHORITY,有关主管部门,Competent authority
            PACKED_BY,SENDER,寄件人包装,Packed by the sender
            PACKED_BY,COURIER,快递员包装,Packed by the courier
            IDENTITY_METHOD,READ,读卡,Card read
            IDENTITY_METHOD,OCR,识别,OCR
            IDENTITY_METHOD,MANUAL,手工核对,Checked by hand
            IDENTITY_METHOD,NONE,未出示证件,No document
            EXEMPTION,LETTER,信件,Letters
            EXEMPTION,AGREEMENT_CUSTOMER,已签订安全协议的用户,Customers with a signed safety agreement
            STAGE,CREATED,已建单,Created
            STAGE,PICKED_UP,已揽收,Picked up
            STAGE,IN_TRANSIT,运输中,In transit
            STAGE,OUT_FOR_DELIVERY,派件中,Out for delivery
            STAGE,AVAILABLE_FOR_PICKUP,待取件,Available for pickup
            STAGE,DELIVERED,已签收,Delivered
            STAGE,RETURNING,退回中,Returning
            STAGE,RETURNED,已退回,Returned
            STAGE,CANCELLED,已取消,Cancelled
            STAGE,CLOSED,已关闭,Closed
            OUTER,INTACT,完好,Intact
            OUTER,DENTED,变形,Dented
            OUTER,BROKEN,破损,Broken
            OUTER,WET,受潮,Wet
            OUTER,TAPE_TOUCHED,封带动过,Tape touched
            OUTER,LABEL_MISMATCH,面单不符,Label does not match
            CORRECTION_REASON,WRONG_SIGNER,签收人错误,Wrong signer
            CORRECTION_REASON,WRONG_AMOUNT,金额错误,Wrong amount
            CORRECTION_REASON,WRONG_PARCEL,快件错误,Wrong parcel
            CORRECTION_REASON,DUPLICATE,重复记录,Recorded twice
            CORRECTION_REASON,DID_NOT_OCCUR,未发生,Did not occur
            CORRECTION_REASON,INCORRECT_DATA,数据错误,Incorrect data
            CORRECTION_REASON,CONFLICT,与他人记录冲突,Conflicts with another record
            CORRECTION_REASON,OTHER,其他,Other
            VOID_REASON,AMOUNT_WRONG,金额错误,Amount wrong
            VOID_REASON,WRONG_PARCEL,快件错误,Wrong parcel
            VOID_REASON,METHOD_CHANGED,改用其他支付方式,Method changed
            VOID_REASON,DUPLICATE,重复收款,Taken twice
            VOID_REASON,FAILED,支付失败,Payment failed
            VOID_REASON,OTHER,其他,Other

            """#)
}
