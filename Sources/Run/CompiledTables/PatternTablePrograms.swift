import PatternMatching
import Synchronization
import TableFormat

/// The compiled patterns of a table, made when they are first needed.
///
/// A Perl pattern becomes machine code once it has seen so much text that this pays.
final class PatternTablePrograms: Sendable {
    /// Which pattern of a rule.
    enum Place: Sendable {
        case first(Int), second(Int)
    }

    private struct Slot {
        var program: PatternTableProgram?
        /// How many bytes it has seen, with a constant for each run.
        var work = 0
        var isMachineCode = false
    }

    private struct Slots {
        var first: [Slot]
        var second: [Int: Slot] = [:]
    }

    /// To compile machine code takes as long as the interpreter needs for about so many bytes of work.
    private static let workBeforeMachineCode = 8_192
    private static let workOfOneRun = 64

    private let kind: PatternImage.Kind
    private let slots: Mutex<Slots>

    init(kind: PatternImage.Kind, ruleCount: Int) {
        self.kind = kind
        slots = Mutex(Slots(first: Array(repeating: Slot(), count: ruleCount)))
    }

    /// The program at `place`, which will run over `length` bytes; `pattern` is its text.
    func program(
        at place: Place, pattern: Span<UInt8>, flags: PatternImage.Flags, length: Int
    ) throws(PatternError) -> PatternTableProgram {
        let (known, wantsMachineCode) = take(place, length)
        if let known, !wantsMachineCode { return known }
        // Two threads may compile the same pattern at once; either result will do.
        let program = try PatternTableProgram(
            pattern, kind: kind, flags: flags, execution: wantsMachineCode ? .machineCode : .interpreted)
        keep(program, at: place, isMachineCode: wantsMachineCode)
        return program
    }

    /// The program as machine code, whatever it has seen.
    func machineCode(
        at place: Place, pattern: Span<UInt8>, flags: PatternImage.Flags
    ) throws(PatternError) -> PatternTableProgram {
        let program = try PatternTableProgram(pattern, kind: kind, flags: flags, execution: .machineCode)
        keep(program, at: place, isMachineCode: true)
        return program
    }

    private func take(_ place: Place, _ length: Int) -> (
        program: PatternTableProgram?, wantsMachineCode: Bool
    ) {
        let isPerl = kind == .pcre
        return slots.withLock { slots in
            Self.change(&slots, place) { slot in
                slot.work = min(slot.work + length + Self.workOfOneRun, Self.workBeforeMachineCode)
                let isBusy = slot.work >= Self.workBeforeMachineCode
                return (slot.program, isPerl && isBusy && !slot.isMachineCode)
            }
        }
    }

    private func keep(_ program: PatternTableProgram, at place: Place, isMachineCode: Bool) {
        slots.withLock { slots in
            Self.change(&slots, place) { slot in
                if slot.isMachineCode, !isMachineCode { return }
                slot.program = program
                slot.isMachineCode = isMachineCode
            }
        }
    }

    private static func change<Result>(
        _ slots: inout Slots, _ place: Place, _ body: (inout Slot) -> Result
    ) -> Result {
        switch place {
        case .first(let rule): body(&slots.first[rule])
        case .second(let rule): body(&slots.second[rule, default: Slot()])
        }
    }
}
