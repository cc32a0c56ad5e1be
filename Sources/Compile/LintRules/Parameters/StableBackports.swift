/// Parameters that came to older stable releases with a patch (postconf(5), "This feature is available in").
///
/// A target without a patch level means the newest patch of its release, so that they count as known there.
enum StableBackports {
    /// The oldest release that has the parameter in its newest patch; `nil` for one that came with a release alone.
    static func oldestRelease(of name: String) -> PostfixVersion? {
        names.contains(name) ? PostfixVersion(major: 3, minor: 5) : nil
    }

    private static let names: Set<String> = [
        // 3.5.20, 3.6.10, 3.7.6 and 3.8.1
        "smtpd_forbid_unauth_pipelining", "tls_config_file", "tls_config_name",
        // 3.5.23, 3.6.13, 3.7.9 and 3.8.4
        "smtpd_forbid_bare_newline", "smtpd_forbid_bare_newline_exclusions",
        // 3.5.24, 3.6.14, 3.7.10 and 3.8.5
        "cleanup_replace_stray_cr_lf", "smtpd_forbid_bare_newline_reject_code",
    ]
}
