import Foundation

/// Random numbers from a seed that is printed, so that a failure can be had again.
struct SeededRandom {
    private var state: UInt64

    /// How many cases a test tries unless the environment says otherwise.
    static func cases(_ standard: Int) -> Int {
        ProcessInfo.processInfo.environment["POSTROOM_TEST_CASES"].flatMap { Int($0) } ?? standard
    }

    /// The seed of the environment, or a new one.
    init(_ name: String) {
        let seed =
            ProcessInfo.processInfo.environment["POSTROOM_TEST_SEED"].flatMap { UInt64($0) }
            ?? UInt64.random(in: 0...UInt64.max)
        print("\(name): POSTROOM_TEST_SEED=\(seed)")
        state = seed
    }

    mutating func callAsFunction(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[self(elements.count)] }

    /// True in one of `bound` cases.
    mutating func once(in bound: Int) -> Bool { self(bound) == 0 }

    /// Some of the elements, in their order.
    mutating func some<Element>(_ elements: [Element], of bound: Int = 2) -> [Element] {
        elements.filter { _ in once(in: bound) }
    }
}
