import ByteScanning
import ContentDigest
import Diagnostics
import GenerationFormat
import LMDBStore
import ParameterCatalogue
import PosixSupport
import TableCompiler
import TableFormat
import TableSources

/// What became of a table in a build.
public struct TableOutcome: Sendable {
    public enum State: String, Sendable {
        /// A new file was made.
        case compiled
        /// The file for this content was there already.
        case unchanged
        /// It needs no file.
        case immediate
        /// It has a mistake.
        case failed
    }

    /// The table as the configuration names it.
    public var reference: String
    public var state: State
    /// Rows of an index that was made now.
    public var rows: Int?
    public var seconds: Double
    var answer: TableRecord.Answer
    var diagnostics: [Diagnostic]
    /// The place that names a table that cannot be had here.
    var place: (file: String, position: SourcePosition?)?
    /// Mistakes in a table of a temporary generation; they are among the diagnostics.
    var tolerated: [Diagnostic] = []
}

/// Makes the file of one table of a build, or finds that there is nothing to make.
struct TableBuild {
    let entry: TableUses.Entry
    /// How the text of an indexed table is written.
    let grammar: SourceGrammar
    let files: SourceFiles
    /// What keys of indexed tables are.
    let policy: KeyPolicy
    let store: GenerationStore
    /// The final number of each table.
    let ids: [TableID]
    let progress: (BuildProgress) -> Void

    var reference: TableReference { entry.use.reference }

    func run() -> TableOutcome {
        let start = ContinuousClock.now
        var outcome: TableOutcome
        do throws(Failure) {
            outcome = try build()
        } catch {
            outcome = failed(error)
        }
        outcome.seconds = (ContinuousClock.now - start) / .seconds(1)
        return outcome
    }

    struct Failure: Error {
        var diagnostics: [Diagnostic]
        /// Why the table cannot be had here; `nil` where it has a mistake.
        var absence: String?
    }

    /// What cannot be compiled is an error, or in a temporary generation a table that fails when it is asked.
    private func failed(_ failure: Failure) -> TableOutcome {
        guard store.isTemporary else {
            return TableOutcome(
                reference: "\(reference)", state: .failed, seconds: 0, answer: .failure,
                diagnostics: failure.diagnostics)
        }
        guard let absence = failure.absence else {
            let place = failure.diagnostics.first.map { first in
                " (\(first.file)" + (first.position.map { ":\($0.line)" } ?? "") + ")"
            }
            var outcome = unavailable("it has a mistake" + (place ?? ""))
            outcome.tolerated = failure.diagnostics.map(\.asWarning)
            outcome.diagnostics = outcome.tolerated
            return outcome
        }
        return unavailable(absence)
    }

    private func unavailable(_ reason: String) -> TableOutcome {
        var outcome = immediate(.unavailable(reason: reason))
        let place = entry.diagnostic(.note, "", nil)
        outcome.place = (place.file, place.position)
        return outcome
    }

    private func build() throws(Failure) -> TableOutcome {
        if let reason = entry.unreadable {
            var outcome = unavailable(reason)
            outcome.reference = reference.name
            return outcome
        }
        switch reference.type {
        case .lmdb, .hash, .btree, .cdb, .dbm, .sdbm, .texthash: return try indexed()
        case .cidr, .pcre, .regexp: return try rules()
        case .inline: return try inline()
        case .static: return immediate(.value(try braced()))
        case .randmap: return immediate(.random(try items()))
        case .environ: return immediate(.environment)
        case .unix:
            guard reference.name == "passwd.byname" || reference.name == "group.byname" else {
                throw failure("\(reference): expected unix:passwd.byname or unix:group.byname")
            }
            return immediate(.accounts(reference.name))
        case .fail: return immediate(.failure)
        case .unionmap: return immediate(.union(entry.members.map { ids[$0] }))
        case .pipemap: return immediate(.pipe(entry.members.map { ids[$0] }))
        case .debug, .proxy:
            guard let member = entry.members.first else { throw failure("\(reference): it names no table") }
            return immediate(reference.type == .proxy ? .alias(ids[member]) : .debug(ids[member]))
        case .nis where !NISDomain.isSet: return unreachable()
        case .ldap, .mysql, .pgsql, .sqlite, .mongodb, .memcache, .nis, .tcp, .socketmap, .internal:
            let advice = if case .unserved(let advice) = reference.type.kind { advice } else { "" }
            let reason = "tables of type \(reference.type.rawValue) are not served here"
            guard entry.authority == .builtIn else {
                throw failure("\(reference): \(reason)", advice, absence: reason)
            }
            return immediate(.unavailable(reason: reason))
        }
    }

    /// A NIS map of a machine in no NIS domain: nothing is found there, as in Postfix.
    private func unreachable() -> TableOutcome {
        var outcome = immediate(.union([]))
        if entry.authority > .builtIn {
            outcome.diagnostics.append(
                entry.diagnostic(
                    .warning, "\(reference): this machine is in no NIS domain; nothing is found there", nil))
        }
        return outcome
    }

    func immediate(_ answer: TableRecord.Answer) -> TableOutcome {
        TableOutcome(
            reference: "\(reference)", state: .immediate, seconds: 0, answer: answer, diagnostics: [])
    }

    func failure(_ message: String, _ help: String? = nil, absence: String? = nil) -> Failure {
        Failure(diagnostics: [entry.diagnostic(.error, message, help)], absence: absence)
    }

    func checking<Result>(_ work: () throws(IndexError) -> Result) throws(Failure) -> Result {
        do throws(IndexError) { return try work() } catch { throw failure("\(reference): \(error)") }
    }

    /// A source that cannot be read is a mistake where somebody named it.
    func missing(_ error: SourceFiles.Unreadable) throws(Failure) -> TableOutcome {
        guard entry.authority == .builtIn else {
            throw failure("\(reference): \(error)", absence: "\(error)")
        }
        return immediate(.unavailable(reason: "\(error)"))
    }

    func outcome(
        _ answer: TableRecord.Answer, _ state: TableOutcome.State, rows: Int? = nil,
        _ diagnostics: [Diagnostic] = []
    ) -> TableOutcome {
        TableOutcome(
            reference: "\(reference)", state: state, rows: rows, seconds: 0, answer: answer,
            diagnostics: diagnostics)
    }
}
