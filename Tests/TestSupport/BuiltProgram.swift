import Foundation

/// The program that the tests run.
public enum BuiltProgram {
    /// The root of the repository.
    public static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// `postroom` beside the tests, or in the debug build.
    public static let postroom: String = {
        let build = Bundle.allBundles.compactMap { $0.executableURL?.deletingLastPathComponent().path }
        let places = build + [repository + "/.build/debug"]
        return places.map { $0 + "/postroom" }.first { FileManager.default.isExecutableFile(atPath: $0) }
            ?? ""
    }()
}
