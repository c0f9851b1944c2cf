import Testing

/// All tests on the simulated disks, one after the other: the disks belong to one thread.
@Suite(.serialized)
struct SimulatorSuite {}
