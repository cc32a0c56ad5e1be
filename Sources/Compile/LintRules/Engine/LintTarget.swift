/// The mail system that a configuration is checked for.
public struct LintTarget: Sendable, Equatable, CustomStringConvertible {
    /// Of Postfix, or of the Postfix that Postroom is compatible with.
    public let version: PostfixVersion
    public let isPostroom: Bool

    public static let latest = PostfixVersion(major: 3, minor: 12)
    public static let oldest = PostfixVersion(major: 3, minor: 4)
    public static let `default` = LintTarget(version: latest, isPostroom: false)

    public init(version: PostfixVersion, isPostroom: Bool) {
        self.version = version
        self.isPostroom = isPostroom
    }

    /// The words that name a target, the oldest first.
    public static var known: [String] {
        (oldest.minor...latest.minor).map { "postfix-\(PostfixVersion(major: latest.major, minor: $0))" }
            + ["postroom"]
    }

    /// `postfix-3.4` to `postfix-3.12`, or `postroom`; `nil` for anything else. `postfix-` may be left out; what follows the
    /// second number does not matter, because a version means its newest patch level.
    public init?(_ text: String) {
        if text == "postroom" {
            self.init(version: Self.latest, isPostroom: true)
            return
        }
        let number = text.hasPrefix("postfix-") ? String(text.dropFirst(8)) : text
        guard let version = PostfixVersion(number), version >= Self.oldest, version <= Self.latest
        else { return nil }
        self.init(version: version, isPostroom: false)
    }

    public var description: String { isPostroom ? "Postroom" : "Postfix \(version)" }
}

/// A release of Postfix.
public struct PostfixVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let major: Int
    public let minor: Int

    public init(major: Int, minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// `3.12`; what follows the second number is left out. `nil` for what is no version.
    public init?(_ text: String) {
        let parts = text.split(separator: ".")
        guard let first = parts.first, let major = Int(first) else { return nil }
        self.init(major: major, minor: parts.count > 1 ? Int(parts[1].prefix { $0.isNumber }) ?? 0 : 0)
    }

    public var description: String { "\(major).\(minor)" }

    public static func < (left: Self, right: Self) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }
}
