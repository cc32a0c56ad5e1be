import Glibc

/// Where the configuration is when the command line does not say.
public enum ConfigurationPath {
    /// `MAIL_CONFIG` of the environment, or `/etc/postfix`.
    public static var `default`: String {
        guard let value = unsafe getenv("MAIL_CONFIG") else { return "/etc/postfix" }
        return unsafe String(cString: value)
    }
}
