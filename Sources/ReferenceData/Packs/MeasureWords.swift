extension ReferencePack {
    /// Words that follow a number at the end of a declared name.
    package static let measureWords = ReferencePack(
        name: "measure_words", version: 20_261_121,
        csv: #"""
            word
            g
            kg
            l
            ml
            个
            件
            克
            公斤
            副
            包
            升
            双
            只
            台
            块
            套
            张
            把
            支
            斤
            本
            条
            根
            桶
            毫升
            片
            瓶
            盒
            箱
            粒
            罐
            袋
            颗

            """#)
}
