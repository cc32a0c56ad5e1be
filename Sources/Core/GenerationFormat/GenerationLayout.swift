/// Names in a directory of generations and keys in the root of one (docs/formats/generation.md).
public enum GenerationLayout {
    /// The version of the root's format; a reader that knows another one refuses it.
    public static let version = 1

    public static let tablesDirectory = "tables"
    public static let generationsDirectory = "generations"
    /// The symbolic link to the root of the generation in force.
    public static let currentLink = "current"
    public static let fileSuffix = ".lmdb"

    /// The root of generation `number`, below the directory.
    public static func generationPath(_ number: Int) -> String {
        "\(generationsDirectory)/\(number)\(fileSuffix)"
    }

    /// The table with that digest, below the directory.
    public static func tablePath(_ digest: String) -> String { "\(tablesDirectory)/\(digest)\(fileSuffix)" }

    /// Keys of the root.
    public static let formatKey = "format"
    public static let inputsKey = "inputs"
    public static let digestsKey = "digests"
    public static let globalScopeKey = "scope"
    public static func scopeKey(service: String) -> String { "scope/\(service)" }
    public static func serviceKey(_ number: Int) -> String { "service/\(digits(number))" }
    public static func sourceKey(_ number: Int) -> String { "source/\(digits(number))" }
    public static func tableKey(_ number: Int) -> String { "table/\(digits(number))" }
    /// A match list that is too small for a file of its own.
    public static func matchListKey(_ digest: String) -> String { "match/\(digest)" }
    public static func restrictionClassKey(_ name: String) -> String { "class/\(name)" }

    /// Six digits, so that keys sort as numbers do.
    private static func digits(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 6 - text.utf8.count)) + text
    }
}
