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
        if let left = number(left), let right = number(right) {
            return left < right ? -1 : left == right ? 0 : 1
        }
        if left == right { return 0 }
        return left.lexicographicallyPrecedes(right) ? -1 : 1
    }

    /// A decimal number, with a sign or not, that fits in 64 bits.
    private static func number(_ text: [UInt8]) -> Int? {
        let digits =
            text.first == ASCII.hyphen || text.first == UInt8(ascii: "+") ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.allSatisfy(ASCII.isDigit) else { return nil }
        return Int(String(decoding: text, as: UTF8.self))
    }
}
