/// The unit of a time without one.
public enum TimeUnit: Int, Sendable {
    case seconds = 1
    case minutes = 60
    case hours = 3600
    case days = 86_400
    case weeks = 604_800

    /// The unit that a letter of main.cf stands for; lower case only (postconf(5)).
    public init?(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "s"): self = .seconds
        case UInt8(ascii: "m"): self = .minutes
        case UInt8(ascii: "h"): self = .hours
        case UInt8(ascii: "d"): self = .days
        case UInt8(ascii: "w"): self = .weeks
        default: return nil
        }
    }
}

/// What a value is when its text has been read.
public enum ParameterType: Sendable, Equatable {
    /// `yes` or `no`, in any case.
    case boolean
    case integer
    /// A number of bytes.
    case size
    /// A number with a unit; `TimeUnit` is that of a number without one.
    case time(TimeUnit)
    case string
    /// One of some words.
    case keyword
    /// Any of some words.
    case keywordSet
    /// Words between commas and white space.
    case list
    /// Tables, `type:name`, between commas and white space.
    case tableList
    /// Patterns, tables and files, of which the first that matches decides.
    case matchList
    /// A program of access restrictions.
    case restrictionList
    case address
    /// Text in which `$name` is replaced when it is used.
    case template
    case user, group, path, command
}
