// Parameters: SMTP server: policy service, proxies and upstream.

extension Parameter where Value == TableList {
    public static var smtpdMilterMaps: Self {
        Self(
            "smtpd_milter_maps", default: "", since: "3.2", programs: "smtpd",
            summary: "Milters per client address")
    }
}

extension Parameter where Value == WordList {
    public static var smtpdMilters: Self {
        Self(
            "smtpd_milters", default: "", allowed: "endpoints, { endpoint, option=value }",
            meaning: "endpoint; milter", since: "2.3", programs: "smtpd",
            summary: "Milters for mail received by SMTP")
    }
}

extension Parameter where Value == String {
    public static var smtpdPolicyServiceDefaultAction: Self {
        Self(
            "smtpd_policy_service_default_action", default: "451 4.3.5 Server configuration problem",
            minimum: 1, meaning: "access action", since: "3.0", programs: "smtpd",
            summary: "Access action when a policy request fails")
    }

    public static var smtpdPolicyServicePolicyContext: Self {
        Self(
            "smtpd_policy_service_policy_context", default: "", since: "3.1", programs: "smtpd",
            summary: "Value of the policy_context attribute")
    }

    public static var smtpdProxyEHLO: Self {
        Self(
            "smtpd_proxy_ehlo", default: "$myhostname", meaning: "hostname", since: "2.1",
            programs: "smtpd", summary: "Name used towards the proxy filter")
    }

    public static var smtpdProxyFilter: Self {
        Self(
            "smtpd_proxy_filter", default: "", meaning: "endpoint", since: "2.1", programs: "smtpd",
            summary: "Address of the before-queue proxy filter")
    }
}

extension Parameter where Value == Duration {
    public static var smtpdPolicyServiceMaxIdle: Self {
        Self(
            "smtpd_policy_service_max_idle", default: "300s", unit: .seconds, minimum: 1, since: "2.1",
            programs: "smtpd", summary: "Idle time after which a policy connection is closed")
    }

    public static var smtpdPolicyServiceMaxTTL: Self {
        Self(
            "smtpd_policy_service_max_ttl", default: "1000s", unit: .seconds, minimum: 1, since: "2.1",
            programs: "smtpd", summary: "Age at which a policy connection is closed")
    }

    public static var smtpdPolicyServiceRetryDelay: Self {
        Self(
            "smtpd_policy_service_retry_delay", default: "1s", unit: .seconds, minimum: 1, since: "3.0",
            programs: "smtpd", summary: "Pause before a failed policy request is repeated")
    }

    public static var smtpdPolicyServiceTimeout: Self {
        Self(
            "smtpd_policy_service_timeout", default: "100s", unit: .seconds, minimum: 1, since: "2.1",
            programs: "smtpd", summary: "Time limit for policy server I/O")
    }

    public static var smtpdProxyTimeout: Self {
        Self(
            "smtpd_proxy_timeout", default: "100s", unit: .seconds, minimum: 1, since: "2.1",
            programs: "smtpd", summary: "Time limit for proxy filter I/O")
    }

    public static var smtpdUpstreamProxyTimeout: Self {
        Self(
            "smtpd_upstream_proxy_timeout", default: "5s", unit: .seconds, minimum: 1, since: "2.10",
            programs: "smtpd", summary: "Time limit for the proxy protocol header")
    }
}

extension Parameter where Value == Int {
    public static var smtpdPolicyServiceRequestLimit: Self {
        Self(
            "smtpd_policy_service_request_limit", default: "0", since: "3.0", programs: "smtpd",
            summary: "Requests per policy connection; 0 means no limit")
    }

    public static var smtpdPolicyServiceTryLimit: Self {
        Self(
            "smtpd_policy_service_try_limit", default: "2", minimum: 1, since: "3.0", programs: "smtpd",
            summary: "Attempts per policy request")
    }
}

extension Parameter where Value == KeywordSet {
    public static var smtpdProxyOptions: Self {
        Self(
            "smtpd_proxy_options", default: "", allowed: "speed_adjust", since: "2.7", programs: "smtpd",
            summary: "Proxy filter options")
    }
}

extension Parameter where Value == Keyword {
    public static var smtpdUpstreamProxyProtocol: Self {
        Self(
            "smtpd_upstream_proxy_protocol", default: "", allowed: "haproxy or empty", since: "2.10",
            programs: "smtpd", summary: "Proxy protocol spoken by a load balancer in front of smtpd")
    }
}
