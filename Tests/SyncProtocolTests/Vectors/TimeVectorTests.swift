import SyncProtocol
import Testing

@Suite struct TimeVectorTests {
    @Test(arguments: Vectors.cases("hlc"))
    func `stamps in text`(example: VectorCase) throws {
        let text = HybridClock.text(
            milliseconds: try example["ms"].integer, counter: try example["c"].integer)
        #expect(text == (try example["text"].text))
        #expect(WireText.isHybridStamp(text))
    }

    @Test(arguments: Vectors.cases("hlc_runs"))
    func `stamps of a run`(example: VectorCase) throws {
        let start = try example["start"].object
        var clock = HybridClock(
            milliseconds: try start.value("l").integer,
            counter: try start.value("c").integer, boot: try start.value("o").integer,
            bootMilliseconds: try start.value("m").integer,
            newestNow: try start.value("now").integer)
        var anchor: Anchor?
        for step in try example["steps"].list.map({ try $0.object }) {
            if let received = step["anchor"] {
                let read = try Anchor(received)
                clock.newestNow = max(clock.newestNow, read.now)
                anchor = read
            }
            let stamp = clock.stamp(
                wallMilliseconds: try step.value("w").integer,
                bootMilliseconds: try step.value("m").integer,
                boot: try step.value("o").integer, anchor: anchor)
            #expect(stamp == (try step.value("h").text))
        }
    }

    @Test(arguments: Vectors.cases("times"))
    func `effective times of a section`(example: VectorCase) throws {
        let prior = try example["prior"].list.map { try EffectiveTime($0) }
        let readings = try example["entries"].list.map { entry in
            let fields = try entry.object
            return EffectiveTime.Reading(
                boot: try fields.value("o").integer,
                bootMilliseconds: try fields.value("m").integer,
                wallMilliseconds: try fields.value("w").integer)
        }
        let times = EffectiveTime.of(
            readings, anchors: try example["anchors"].list.map { try Anchor($0) },
            prior: prior.last { $0.quality != .unknown }, received: try example["recv"].integer)
        #expect(times == (try example["expect"].list.map { try EffectiveTime($0) }))
    }
}

extension Anchor {
    fileprivate init(_ value: VectorValue) throws {
        let numbers = try value.list.map { try $0.integer }
        self.init(
            boot: numbers[0], bootMilliseconds: numbers[1], now: numbers[2],
            uncertainty: numbers[3])
    }
}

extension EffectiveTime {
    fileprivate init(_ value: VectorValue) throws {
        let parts = try value.list
        self.init(
            milliseconds: try parts[0].integer, uncertainty: try parts[1].integer,
            quality: try #require(Quality(rawValue: try parts[2].text)))
    }
}
