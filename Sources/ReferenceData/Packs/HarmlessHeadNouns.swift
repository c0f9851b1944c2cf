extension ReferencePack {
    /// Last words of a name that make the keywords before them a question.
    package static let harmlessHeadNouns = ReferencePack(
        name: "harmless_head_nouns", version: 20_261_125,
        csv: #"""
            zh,en
            上衣,top
            毛衣,sweater
            衬衫,shirt
            外套,coat
            T恤,T-shirt
            校服,school uniform
            裤,trousers
            裙,skirt or dress
            鞋,shoes
            帽,hat
            袜,socks
            围巾,scarf
            手套,gloves
            床单,bed sheet
            被套,quilt cover
            枕套,pillow case
            毛毯,blanket
            毛巾,towel
            窗帘,curtain
            课本,school book
            教材,teaching material
            海报,poster
            明信片,postcard
            贴纸,sticker
            拼图,jigsaw puzzle
            积木,building blocks
            玩偶,doll
            公仔,figurine
            书包,school bag
            抱枕,cushion
            布料,cloth
            支架,stand
            图鉴,picture guide
            检测报告,test report

            """#)
}
