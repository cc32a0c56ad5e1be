import ParameterCatalogue

/// The value of a parameter as far as it is known before the tables have numbers.
enum CompiledValue: Equatable {
    case encoded([UInt8])
    case tables([TableUse.Number])
    case matchList(MatchListSource)
    case restrictions([RestrictionSource])
}

/// A restriction whose table has no number in the registry yet.
struct RestrictionSource: Equatable {
    var restriction: Restriction
    var table: TableUse.Number?
}
