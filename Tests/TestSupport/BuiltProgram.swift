import Foundation

/// The program that the tests run.
public enum BuiltProgram {
    /// `postroom` beside the tests, or in the debug build.
    public static let postroom: String = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let build = Bundle.allBundles.compactMap { $0.executableURL?.deletingLastPathComponent().path }
        let places = build + [root.path + "/.build/debug"]
        return places.map { $0 + "/postroom" }.first { FileManager.default.isExecutableFile(atPath: $0) }
            ?? ""
    }()
}
