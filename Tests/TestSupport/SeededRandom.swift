import Foundation

/// Random numbers from a seed that is printed, so that a failure can be had again.
///
/// The seed is the same in every run, so that a change fails a test only by its own fault. `POSTROOM_TEST_SEED` is another
/// one, or `random` for a new one in each run; `make hunt` looks with those for what the usual one does not meet.
public struct SeededRandom {
    /// The seed of this run.
    public static let seed: UInt64 = {
        switch ProcessInfo.processInfo.environment["POSTROOM_TEST_SEED"] {
        case "random": UInt64.random(in: 0...UInt64.max)
        case let text?: UInt64(text) ?? 1
        case nil: 1
        }
    }()

    private var state: UInt64

    /// How many cases a test tries unless the environment says otherwise.
    public static func cases(_ standard: Int) -> Int {
        ProcessInfo.processInfo.environment["POSTROOM_TEST_CASES"].flatMap { Int($0) } ?? standard
    }

    /// Numbers of this run's seed; each part of a test has its own.
    public init(_ name: String, part: Int = 0) {
        print("\(name), part \(part): POSTROOM_TEST_SEED=\(Self.seed)")
        state = Self.seed &+ UInt64(part) &* 0x9E37_79B9_7F4A_7C15
    }

    public mutating func callAsFunction(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[self(elements.count)] }

    /// True once in `bound` times.
    public mutating func once(in bound: Int) -> Bool { self(bound) == 0 }

    /// Some of the elements, in their order.
    public mutating func some<Element>(_ elements: [Element], of bound: Int = 2) -> [Element] {
        elements.filter { _ in once(in: bound) }
    }
}
