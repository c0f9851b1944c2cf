import Journal

/// Images of handhelds: put back later, or used in a second machine.
extension World {
    static let firstImageDisk = 10
    static let firstCloneDisk = 7
    static let clonesMax = 2

    /// Keeps an image of a handheld's disk, or puts the kept one back.
    mutating func image(_ index: Int) {
        guard index < plan.deviceCount else { return }
        guard let image = devices[index].image, dice.below(2) == 0 else {
            guard isClear(index) else { return }
            let disk = Disk(World.firstImageDisk + index)
            disk.copy(devices[index].disk)
            devices[index].image = DeviceNode.Image(
                disk: disk, mark: devices[index].mark, savedCount: oracle.savedCount)
            return
        }
        stop(index)
        devices[index].disk.copy(image.disk)
        devices[index].rows = nil
        devices[index].doubtful = nil
        oracle.lose(device: index, after: image.savedCount)
        // What lies beside the database stays, unless the whole machine was put back.
        if dice.below(2) == 0 {
            tally.count(.imageUnmarked)
            devices[index].mark = image.mark
        } else {
            tally.count(.image)
        }
        trace.note("\(now) \(index) put back to \(image.savedCount)")
        boot(index)
        startLater(index)
    }

    /// Whether nobody waits to hear if an act is stored: a copy of a machine that died in one could
    /// have it while the machine itself has not.
    private func isClear(_ index: Int) -> Bool {
        devices[index].handheld != nil && devices[index].doubtful == nil
    }

    /// Makes a second machine with the same data, which is used at the same time.
    mutating func clone(_ index: Int) {
        let count = devices.count - plan.deviceCount
        guard count < World.clonesMax, index < plan.deviceCount, isClear(index) else { return }
        tally.count(.clone)
        let disk = Disk(World.firstCloneDisk + count)
        disk.copy(devices[index].disk)
        var node = DeviceNode(
            device: devices[index].device, disk: disk, person: devices[index].person,
            bootTime: now, bootNumber: 1 + dice.below(1 << 30))
        node.mark = devices[index].mark
        node.memory = devices[index].memory
        devices.append(node)
        trace.note("\(now) \(index) cloned as \(devices.count - 1)")
        startLater(devices.count - 1)
        queue.plan(.act(device: devices.count - 1), at: now + dice.below(plan.pace))
    }
}
