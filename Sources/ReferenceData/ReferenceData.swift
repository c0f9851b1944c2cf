package import Domain

/// The rules data that is built into the program.
package enum ReferenceData {
    /// Every built-in table, read once. A built-in pack that cannot be read is a bug.
    package static let tables: RuleTables = {
        do throws(PackProblems) {
            return try tables(replacing: [])
        } catch {
            preconditionFailure("\(error.list)")
        }
    }()

    /// The words of every code, read once and apart: help needs them without the catalogue.
    package static let words: CodeWords = {
        do throws(PackProblems) {
            return CodeWords(try WordPacks.rows())
        } catch {
            preconditionFailure("\(error.list)")
        }
    }()

    /// What others call the events of a parcel, read once and apart: only exports need it.
    package static let foreign: ForeignCodes = {
        do throws(PackProblems) {
            return try ForeignPacks.codes()
        } catch {
            preconditionFailure("\(error.list)")
        }
    }()

    /// Where a quiet parcel was lost, read once and apart: only the station's list needs it.
    package static let lossLocator: LossLocator = {
        do throws(PackProblems) {
            return try LossPacks.locator()
        } catch {
            preconditionFailure("\(error.list)")
        }
    }()

    /// The numbers of other carriers, read once and apart: only numbers from labels need them.
    package static let carriers: CarrierNumbers = {
        do throws(PackProblems) {
            return CarrierNumbers(try RulePacks.carriers())
        } catch {
            preconditionFailure("\(error.list)")
        }
    }()

    /// The tables with some packs of a station in the places of built-in ones; all of it, or what
    /// is wrong with the packs.
    package static func tables(
        replacing packs: [ReferencePack]
    ) throws(PackProblems) -> RuleTables {
        let packs = PackSet(replacing: packs)
        let settings = SettingTable(try RulePacks.settings())
        var proofs: [ProofType: ProofRule] = [:]
        for rule in try RulePacks.proofs(packs) { proofs[rule.type] = rule }
        var exceptions: [ExceptionReason: ExceptionRule] = [:]
        for rule in try RulePacks.exceptions(packs) { exceptions[rule.reason] = rule }
        return RuleTables(
            catalogue: ProhibitedCatalogue(try CataloguePacks.tables(packs, settings)),
            proofs: proofs, exceptions: exceptions, settings: settings,
            standardTariff: try RulePacks.tariff(packs, settings), words: words,
            pages: try RulePacks.pages(packs))
    }

    /// The tariff of a station: its fees and surcharges under its settings.
    package static func tariff(
        replacing packs: [ReferencePack], config: StationConfig?
    ) throws(PackProblems) -> TariffTerms {
        try RulePacks.tariff(
            PackSet(replacing: packs), SettingTable(try RulePacks.settings()), config: config)
    }
}
