import GenerationFormat
import ParameterCatalogue
import TableCompiler

/// Makes the image of a match list.
enum MatchListCompiler {
    static func image(of source: MatchListSource, ids: [TableID]) -> [UInt8] {
        var builder = MatchListImageBuilder(nameMatching: source.nameMatching)
        var networks = NetworkSet()
        for pattern in source.patterns {
            let number = builder.addPattern(line: pattern.line, isNegated: pattern.isNegated)
            switch pattern.kind {
            case .name(let name): builder.addName(name, pattern: number)
            case .table(let table): builder.addTable(ids[table], pattern: number)
            case .network(let network): networks.add(network, answer: Int(number).encoded.prefix(4))
            }
        }
        if !networks.isEmpty { builder.ranges = networks.image() }
        return builder.image()
    }
}
