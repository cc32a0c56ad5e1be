import Foundation

/// The programs that the tests run.
public enum BuiltProgram {
    /// The root of the repository.
    public static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    public static let postroom = path(of: "postroom")

    /// Where a program is: beside the tests, or in the debug build.
    public static func path(of name: String) -> String {
        let build = Bundle.allBundles.compactMap { $0.executableURL?.deletingLastPathComponent().path }
        let places = build + [repository + "/.build/debug"]
        return places.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
            ?? ""
    }
}
