package import Domain

/// The rules data that is built into the program.
package enum ReferenceData {
    /// Every built-in table, read once. A built-in pack that cannot be read is a bug.
    package static let tables: RuleTables = {
        do throws(PackProblem) {
            return try read()
        } catch {
            preconditionFailure(
                "pack \(error.pack), line \(error.line), column \(error.column ?? "-")")
        }
    }()

    /// The words of every code, read once and apart: help needs them without the catalogue.
    package static let words: CodeWords = {
        do throws(PackProblem) {
            return CodeWords(try WordPacks.rows())
        } catch {
            preconditionFailure(
                "pack \(error.pack), line \(error.line), column \(error.column ?? "-")")
        }
    }()

    /// What others call the events of a parcel, read once and apart: only exports need it.
    package static let foreign: ForeignCodes = {
        do throws(PackProblem) {
            return try ForeignPacks.codes()
        } catch {
            preconditionFailure(
                "pack \(error.pack), line \(error.line), column \(error.column ?? "-")")
        }
    }()

    static func read() throws(PackProblem) -> RuleTables {
        let settings = SettingTable(try RulePacks.settings())
        var proofs: [ProofType: ProofRule] = [:]
        for rule in try RulePacks.proofs() { proofs[rule.type] = rule }
        var exceptions: [ExceptionReason: ExceptionRule] = [:]
        for rule in try RulePacks.exceptions() { exceptions[rule.reason] = rule }
        return RuleTables(
            catalogue: ProhibitedCatalogue(try CataloguePacks.tables(settings)), proofs: proofs,
            exceptions: exceptions, settings: settings,
            standardTariff: try RulePacks.standardTariff(settings),
            words: words)
    }
}
