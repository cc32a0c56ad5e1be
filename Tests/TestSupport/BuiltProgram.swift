import Foundation

/// The programs that the tests run.
public enum BuiltProgram {
    public static let postroom = path(of: "postroom")

    /// Where a program is: beside the tests, or in the debug build.
    public static func path(of name: String) -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let build = Bundle.allBundles.compactMap { $0.executableURL?.deletingLastPathComponent().path }
        let places = build + [root.path + "/.build/debug"]
        return places.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
            ?? ""
    }
}
