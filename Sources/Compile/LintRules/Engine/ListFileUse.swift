import ConfigurationSemantics

/// A file as a member of a match list, and who reads it there.
struct ListFileUse {
    var path: String
    var parameter: String
    var word: ExpandedWord
    /// The services that read it here; none for a main.cf alone.
    var services: [MasterService]
}
