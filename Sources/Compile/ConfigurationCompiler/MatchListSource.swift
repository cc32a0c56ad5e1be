import GenerationFormat
import NetworkAddress

/// A match list with its patterns told apart, files read in place.
struct MatchListSource: Equatable {
    var nameMatching: MatchListImage.NameMatching
    var patterns: [Pattern] = []

    struct Pattern: Equatable {
        var kind: Kind
        var isNegated: Bool
        /// The line of the file, from 1; 0 where no file has it.
        var line: Int
    }

    enum Kind: Equatable {
        /// A string or a name, in lower case.
        case name([UInt8])
        case network(IPNetwork)
        case table(TableUse.Number)
    }
}
