extension ReferencePack {
    /// What the numbers of other carriers look like: `n` a digit, `a` a letter.
    package static let carrierNumbers = ReferencePack(
        name: "carrier_numbers", version: 20_261_121,
        csv: #"""
            code,zh,en,shapes,s10_check
            DBL,德邦快递,Deppon Express,DPKnnnnnnnnnnn;DPKnnnnnnnnnnnn;DPKnnnnnnnnnnnnn;DPKnnnnnnnnnnnnnn,no
            EMS,邮政EMS,EMS China Post,EannnnnnnnnCN;10nnnnnnnnnnn;11nnnnnnnnnnn;12nnnnnnnnnnn;13nnnnnnnnnnn;98nnnnnnnnnnn;99nnnnnnnnnnn,no
            JD,京东快递,JD Express,JDnnnnnnnnnnn;JDnnnnnnnnnnnn;JDnnnnnnnnnnnnn;JDannnnnnnnnnn;JDannnnnnnnnnnn;JDannnnnnnnnnnnn;JDaannnnnnnnnnn;JDaannnnnnnnnnnn;JDaannnnnnnnnnnnn,no
            JT,极兔速递,J&T Express,JTnnnnnnnnnnnnn,no
            S10,万国邮联 S10,UPU S10,aannnnnnnnnaa,yes
            SF,顺丰速运,SF Express,SFnnnnnnnnnnnnn;SFnnnnnnnnnnnn;nnnnnnnnnnnn,no
            STO,申通快递,STO Express,77nnnnnnnnnnnnn;nnnnnnnnnnnn,no
            YTO,圆通速递,YTO Express,YTnnnnnnnnnnnnn;YTnnnnnnnnnn;annnnnnnnnnnn,no
            YUNDA,韵达速递,Yunda Express,3nnnnnnnnnnnnnn;4nnnnnnnnnnnnnn;nnnnnnnnnnnnn;YDnnnnnnnnnnnnn,no
            ZTO,中通快递,ZTO Express,7nnnnnnnnnnnnn;nnnnnnnnnnnn,no

            """#)
}
