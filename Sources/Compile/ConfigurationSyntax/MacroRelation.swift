import ByteScanning

/// A comparison of two texts in a macro: as numbers when both are, part by part for the `level` forms, else as text.
public enum MacroRelation: String, Sendable, CaseIterable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case greater = ">"
    case equalLevel = "==level"
    case notEqualLevel = "!=level"
    case lessLevel = "<level"
    case lessOrEqualLevel = "<=level"
    case greaterOrEqualLevel = ">=level"
    case greaterLevel = ">level"

    /// - Throws: `CompatibilityLevel.Malformed` when a level is compared that is none.
    public func holds(_ left: [UInt8], _ right: [UInt8]) throws(CompatibilityLevel.Malformed) -> Bool {
        switch self {
        case .equal: Self.order(left, right) == 0
        case .notEqual: Self.order(left, right) != 0
        case .less: Self.order(left, right) < 0
        case .lessOrEqual: Self.order(left, right) <= 0
        case .greaterOrEqual: Self.order(left, right) >= 0
        case .greater: Self.order(left, right) > 0
        case .equalLevel: try CompatibilityLevel(left) == CompatibilityLevel(right)
        case .notEqualLevel: try CompatibilityLevel(left) != CompatibilityLevel(right)
        case .lessLevel: try CompatibilityLevel(left) < CompatibilityLevel(right)
        case .lessOrEqualLevel: try CompatibilityLevel(left) <= CompatibilityLevel(right)
        case .greaterOrEqualLevel: try CompatibilityLevel(left) >= CompatibilityLevel(right)
        case .greaterLevel: try CompatibilityLevel(left) > CompatibilityLevel(right)
        }
    }

    private static func order(_ left: [UInt8], _ right: [UInt8]) -> Int {
        guard let leftDigits = significantDigits(left), let rightDigits = significantDigits(right) else {
            return order(of: left[...], right[...])
        }
        guard leftDigits.count == rightDigits.count else {
            return leftDigits.count < rightDigits.count ? -1 : 1
        }
        return order(of: leftDigits, rightDigits)
    }

    private static func order(of left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        if left == right { return 0 }
        return left.lexicographicallyPrecedes(right) ? -1 : 1
    }

    /// The digits of a decimal number without the zeros before them; `nil` for what is no such number.
    private static func significantDigits(_ text: [UInt8]) -> ArraySlice<UInt8>? {
        guard !text.isEmpty, text.allSatisfy(ASCII.isDigit) else { return nil }
        return text.drop { $0 == UInt8(ascii: "0") }
    }
}
