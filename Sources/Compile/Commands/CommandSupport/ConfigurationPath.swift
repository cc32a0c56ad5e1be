import Glibc

/// Where the configuration is when the command line does not say.
public enum ConfigurationPath {
    /// `MAIL_CONFIG` of the environment, or `/etc/postfix`.
    public static var `default`: String { environment ?? standard }

    /// The directory that the mail system is built for.
    public static let standard = "/etc/postfix"

    /// `MAIL_CONFIG` of the environment.
    public static var environment: String? {
        guard let value = unsafe getenv("MAIL_CONFIG") else { return nil }
        return unsafe String(cString: value)
    }
}
