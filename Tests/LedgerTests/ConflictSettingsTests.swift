import Domain
import ReferenceData
import Testing

@testable import Ledger

/// The settings of the rules of conflict.
@Suite struct ConflictSettingsTests {
    /// Key, value in its unit, and where it is kept.
    private static func kept(_ settings: ConflictSettings) -> [(key: String, value: ConfigValue)] {
        [
            ("sync.same_act_seconds", .integer(settings.sameActMilliseconds / 1_000)),
            ("sync.double_tap_seconds", .integer(settings.doubleTapMilliseconds / 1_000)),
            ("sync.old_address_meters", .integer(settings.oldAddressMetres)),
            ("sync.old_address_accuracy_meters", .integer(settings.oldAddressAccuracyMetres)),
            ("sync.far_meters", .integer(settings.farMetres)),
            ("sync.amount_max_fen", .integer(settings.amountMaxFen)),
            ("sync.weight_factor", .integer(settings.weightFactor)),
            ("sync.implausible_opens_case", .flag(settings.isImplausibleACase)),
            (
                "sync.correct_terminal_minutes",
                .integer(settings.correctTerminalMilliseconds / 60_000)
            ),
            ("clock.flag_seconds", .integer(settings.flagMilliseconds / 1_000)),
        ]
    }

    @Test func `the defaults are those of the pack`() {
        for (key, value) in Self.kept(ConflictSettings()) {
            #expect(ReferenceData.tables.settings[key]?.standard == value, "\(key)")
        }
    }

    @Test func `a station chooses within the range of the pack, and not beyond`() {
        for (key, standard) in Self.kept(ConflictSettings()) {
            guard case .integer(let range) = ReferenceData.tables.settings[key]?.type else {
                continue
            }
            for bound in [range.lowerBound, range.upperBound] {
                #expect(Self.value(of: key, when: .integer(bound)) == .integer(bound), "\(key)")
            }
            for beyond in [range.lowerBound - 1, range.upperBound + 1] {
                #expect(Self.value(of: key, when: .integer(beyond)) == standard, "\(key)")
            }
        }
        #expect(Self.value(of: "sync.implausible_opens_case", when: .flag(true)) == .flag(true))
    }

    private static func value(of key: String, when set: ConfigValue) -> ConfigValue? {
        let settings = ConflictSettings(StationConfig(id: "ST1", values: [key: set]))
        return kept(settings).first { $0.key == key }?.value
    }
}
