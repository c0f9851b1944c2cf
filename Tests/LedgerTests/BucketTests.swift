import Domain
import Testing

@testable import Ledger

@Suite struct BucketTests {
    @Test(arguments: ["station:ST1", "courier:c1", "device:01990f2a-7c10-7a31-8a55-0f3e9b2c4d10"])
    func `a name is read as it is written`(name: String) {
        #expect(Bucket(name)?.description == name)
    }

    @Test(arguments: ["", "station", "shop:1", ":", "Station:1"])
    func `another name is none`(name: String) {
        #expect(Bucket(name) == nil)
    }

    @Test func `the state of a handheld decides its buckets, in byte order`() {
        func scope(_ state: DeviceState) -> [String] {
            Bucket.scope(device: "d", state: state, station: "S", persons: ["b", "a"])
                .map(\.description)
        }
        #expect(scope(.active) == ["courier:a", "courier:b", "device:d", "station:S"])
        #expect(scope(.suspended) == ["device:d"])
        #expect(scope(.revoked) == [])
    }

    @Test func `a row of personal data is in no bucket but those of the persons concerned`() {
        func buckets(_ entity: Entity) -> [String] {
            entity.ownBuckets(station: "S", deviceOfStream: { $0 == "s1" ? "d" : nil })
                .map(\.description).sorted()
        }
        var parcel = Parcel(id: "P", stage: .outForDelivery, custody: .person("a"))
        parcel.by = "b"
        #expect(buckets(.parcel(parcel)) == ["courier:a", "courier:b"])
        parcel.custody = .recipient
        #expect(buckets(.parcel(parcel)) == ["courier:b"])
        #expect(buckets(.charge(Charge(id: "L", purpose: .cod, dueFen: 1, currency: "CNY"))) == [])
        #expect(
            buckets(.disposition(DispositionRow(id: "s1.4", fact: "f", disposition: .held)))
                == ["device:d"])
        #expect(
            buckets(.disposition(DispositionRow(id: "s2.4", fact: "f", disposition: .held))) == [])
    }

    @Test func `who counts cash does not see what was given`() {
        func buckets(_ content: HandoverContent) -> [String] {
            let row = Handover(
                id: "N1", content: content, giver: EntityReference(.person, "a"),
                taker: EntityReference(.person, "b"))
            return Entity.handover(row).ownBuckets(station: "S", deviceOfStream: { _ in nil })
                .map(\.description)
        }
        #expect(buckets(.parcels) == ["courier:a", "courier:b"])
        #expect(buckets(.cash) == ["courier:a"])
    }

    @Test func `a task that was overtaken leaves its courier`() {
        var task = CourierTask(id: "T", kind: .delivery, state: .done, assignee: "a")
        #expect(
            Entity.task(task).ownBuckets(station: "S", deviceOfStream: { _ in nil })
                == [.courier("a")])
        task.state = .overtaken
        #expect(Entity.task(task).ownBuckets(station: "S", deviceOfStream: { _ in nil }) == [])
        #expect(Entity.task(task).leavingReason == .doneByOther)
    }

    @Test func `what follows a task and a parcel is linked to them`() {
        var task = CourierTask(id: "T", kind: .delivery, state: .open, assignee: "a")
        task.parcels = ["P"]
        task.address = "A"
        task.charges = ["L"]
        #expect(
            Entity.task(task).links.map { "\($0.child)<\($0.parent)" }
                == ["parcel:P<task:T", "addr:A<task:T", "charge:L<task:T"])
        var charge = Charge(id: "L", purpose: .cod, dueFen: 1, currency: "CNY")
        #expect(Entity.charge(charge).links.isEmpty)
        charge.parcel = "P"
        #expect(Entity.charge(charge).links.map(\.parent.description) == ["parcel:P"])
    }

    @Test func `a row changes its version once for each change`() {
        var projection = Projection()
        let task = CourierTask(id: "T", kind: .pickup, state: .open, assignee: "a")
        projection.put(.task(task), storedVersion: 4)
        projection.put(.task(task), storedVersion: 4)
        #expect(projection.version(EntityReference(.task, "T")) == 6)
        #expect(projection.count == 1 && projection.changed.map(\.description) == ["task:T"])
    }
}
