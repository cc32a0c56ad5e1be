// Parameters: Processes, networks and tables.

extension Parameter where Value == Duration {
    public static var applicationEventDrainTime: Self {
        Self(
            "application_event_drain_time", default: "100s", unit: .seconds, minimum: 1, since: "2.1",
            programs: "* postkick", summary: "How long postkick(1) waits until its request is taken up")
    }

    public static var connectionCacheProtocolTimeout: Self {
        Self(
            "connection_cache_protocol_timeout", default: "5s", unit: .seconds, minimum: 1, since: "2.3",
            programs: "lmtp smtp", summary: "Time limit of one request to the connection cache")
    }

    public static var connectionCacheStatusUpdateTime: Self {
        Self(
            "connection_cache_status_update_time", default: "600s", unit: .seconds, minimum: 1,
            since: "2.2", programs: "scache", summary: "Interval at which scache(8) logs its statistics")
    }

    public static var connectionCacheTTLLimit: Self {
        Self(
            "connection_cache_ttl_limit", default: "2s", unit: .seconds, minimum: 1, since: "2.2",
            programs: "scache", summary: "Longest lifetime that scache(8) grants a cached connection")
    }

    public static var daemonTimeout: Self {
        Self(
            "daemon_timeout", default: "18000s", unit: .seconds, minimum: 1,
            programs: "* oqmgr pickup qmgr", summary: "Watchdog limit for one request in a daemon")
    }

    public static var forkDelay: Self {
        Self(
            "fork_delay", default: "1s", unit: .seconds, minimum: 1, programs: "* postlock",
            summary: "Pause between fork attempts")
    }

    public static var ipcIdle: Self {
        Self(
            "ipc_idle", default: "5s", unit: .seconds, minimum: 1, programs: "* smtp lmtp",
            summary: "Idle time after which an internal client connection is closed")
    }

    public static var ipcTimeout: Self {
        Self(
            "ipc_timeout", default: "3600s", unit: .seconds, minimum: 1,
            programs: "* flush oqmgr qmgr tlsmgr", summary: "Time limit for internal I/O")
    }

    public static var ipcTTL: Self {
        Self(
            "ipc_ttl", default: "1000s", unit: .seconds, minimum: 1, since: "2.1", programs: "* smtp lmtp",
            summary: "Age at which an active internal client connection is closed")
    }

    public static var maxIdle: Self {
        Self(
            "max_idle", default: "100s", unit: .seconds, minimum: 1,
            programs: "* anvil oqmgr qmgr tlsmgr verify",
            summary: "Idle time after which a daemon process exits")
    }

    public static var qmqpdErrorDelay: Self {
        Self(
            "qmqpd_error_delay", default: "1s", unit: .seconds, programs: "qmqpd",
            summary: "Pause before a negative QMQP reply")
    }

    public static var qmqpdTimeout: Self {
        Self(
            "qmqpd_timeout", default: "300s", unit: .seconds, minimum: 1, programs: "qmqpd",
            summary: "Time limit for QMQP network I/O")
    }

    public static var serviceThrottleTime: Self {
        Self(
            "service_throttle_time", default: "60s", unit: .seconds, minimum: 1, programs: "master",
            summary: "Pause before a failing service is started again")
    }

    public static var triggerTimeout: Self {
        Self(
            "trigger_timeout", default: "10s", unit: .seconds, minimum: 1, programs: "*",
            summary: "Time limit for sending a trigger")
    }
}

extension Parameter where Value == ByteCount {
    public static var berkeleyDBCreateBufferSize: Self {
        Self(
            "berkeley_db_create_buffer_size", default: "16777216", minimum: 1, since: "2.0",
            programs: "* postalias postmap", summary: "Per-table buffer while creating Berkeley DB tables")
    }

    public static var berkeleyDBReadBufferSize: Self {
        Self(
            "berkeley_db_read_buffer_size", default: "131072", minimum: 1, since: "2.0", programs: "*",
            summary: "Per-table buffer while reading Berkeley DB tables")
    }

    public static var lmdbMapSize: Self {
        Self(
            "lmdb_map_size", default: "16777216", minimum: 1, since: "2.11", programs: "*",
            summary: "Initial size limit of LMDB files; doubled whenever a file is full")
    }

    public static var socketmapMaxQuerySize: Self {
        Self(
            "socketmap_max_query_size", default: "10000", minimum: 1, since: "3.12", programs: "*",
            summary: "Longest socketmap query")
    }

    public static var socketmapMaxReplySize: Self {
        Self(
            "socketmap_max_reply_size", default: "100000", minimum: 1, since: "3.10", programs: "*",
            summary: "Longest socketmap reply")
    }
}

extension Parameter where Value == Bool {
    public static var daemonTableOpenErrorIsFatal: Self {
        Self(
            "daemon_table_open_error_is_fatal", default: "no", since: "2.9", programs: "*",
            summary: "Exit when a table cannot be opened, instead of carrying on with failing lookups")
    }

    public static var qmqpdClientPortLogging: Self {
        Self(
            "qmqpd_client_port_logging", default: "no", since: "2.5", programs: "qmqpd",
            summary: "Log the port of QMQP clients")
    }
}

extension Parameter where Value == String {
    public static var defaultCacheDBType: Self {
        Self(
            "default_cache_db_type", default: "lmdb", minimum: 1, meaning: "table type", since: "3.11",
            programs: "*", summary: "Table type used by the default cache table settings")
    }

    public static var defaultDatabaseType: Self {
        Self(
            "default_database_type", default: "lmdb", minimum: 1, meaning: "table type",
            programs: "* postalias postmap",
            summary: "Table type used when postmap, postalias or newaliases are given a file name only")
    }

    public static var mydomain: Self {
        Self(
            "mydomain", default: .computed, minimum: 1, meaning: "domain",
            programs: "* bounce smtp lmtp trivial-rewrite",
            summary: "Domain of this system; default is myhostname without its first label")
    }

    public static var myhostname: Self {
        Self(
            "myhostname", default: .computed, minimum: 1, meaning: "hostname",
            programs:
                "* bounce cleanup local oqmgr pickup postalias postscreen posttls-finger qmgr qmqpd smtp lmtp smtpd trivial-rewrite",
            summary: "Fully qualified name of this system")
    }
}

extension Parameter where Value == Int {
    public static var defaultProcessLimit: Self {
        Self(
            "default_process_limit", default: "100", minimum: 1, programs: "* oqmgr qmgr",
            summary: #"Processes per service where master.cf says "-""#)
    }

    public static var forkAttempts: Self {
        Self(
            "fork_attempts", default: "5", minimum: 1, programs: "* postlock",
            summary: "Attempts to fork a child process")
    }

    public static var maxUse: Self {
        Self(
            "max_use", default: "100", minimum: 1,
            programs: "* anvil dnsblog oqmgr postlogd postscreen qmgr scache tlsmgr verify",
            summary: "Clients served before a daemon process exits")
    }

    public static var tcpWindowsize: Self {
        Self(
            "tcp_windowsize", default: "0", since: "2.6", programs: "*",
            summary: "TCP window size; 0 leaves it to the system")
    }
}

extension Parameter where Value == MatchList {
    public static var qmqpdAuthorizedClients: Self {
        Self(
            "qmqpd_authorized_clients", default: "", meaning: "host name and address match list",
            programs: "qmqpd", summary: "Clients that may use the QMQP server")
    }
}

extension Parameter where Value == KeywordSet {
    public static var inetProtocols: Self {
        Self(
            "inet_protocols", default: "all", allowed: "all, ipv4, ipv6", since: "2.2",
            programs: "* postscreen qmqpd smtpd", summary: "IP versions to use")
    }
}

extension Parameter where Value == WordList {
    public static var inetInterfaces: Self {
        Self(
            "inet_interfaces", default: "all", allowed: "all, loopback-only, or host names and addresses",
            meaning: "address match list", programs: "* smtpd",
            summary: "Network addresses on which mail is received")
    }

    public static var knownTCPPorts: Self {
        Self(
            "known_tcp_ports", default: "lmtp=24, smtp=25, smtps=submissions=465, submission=587",
            meaning: "name=port", since: "3.6", programs: "*",
            summary: "Service names resolved without services(5)")
    }

    public static var masterServiceDisable: Self {
        Self(
            "master_service_disable", default: "", meaning: "type or name/type, with ! and tables",
            since: "2.6", programs: "master", summary: "Listeners that master(8) leaves off")
    }

    public static var proxyReadMaps: Self {
        Self(
            "proxy_read_maps",
            default:
                "$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps $local_login_sender_maps $postscreen_reject_footer_maps $smtpd_reject_footer_maps $tls_server_sni_maps $tlsproxy_client_policy_maps $default_delivery_status_filter $lmtp_delivery_status_filter $lmtp_dns_reply_filter $lmtp_reply_filter $local_delivery_status_filter $pipe_delivery_status_filter $postscreen_command_filter $smtp_delivery_status_filter $smtp_dns_reply_filter $smtp_reply_filter $smtpd_command_filter $smtpd_dns_reply_filter $virtual_delivery_status_filter $body_checks $header_checks $lmtp_body_checks $lmtp_header_checks $lmtp_mime_header_checks $lmtp_nested_header_checks $milter_header_checks $mime_header_checks $nested_header_checks $smtp_body_checks $smtp_header_checks $smtp_mime_header_checks $smtp_nested_header_checks $smtpd_reject_filter_maps $debug_peer_list $smtpd_etrn_restrictions $fast_flush_domains $authorized_flush_users $lmtp_connection_cache_destinations $local_header_rewrite_clients $masquerade_exceptions $postscreen_access_list $postscreen_allowlist_interfaces $postscreen_forbidden_commands $qmqpd_authorized_clients $authorized_mailq_users $smtp_connection_cache_destinations $smtpd_log_access_permit_actions $smtpd_forbidden_commands $smtpd_client_event_limit_exceptions $smtpd_sasl_exceptions_networks $smtpd_sasl_mechanism_filter $smtp_requiretls_policy $smtp_sasl_mechanism_filter $authorized_submit_users $smtpd_authorized_verp_clients $smtpd_authorized_xclient_hosts $smtpd_authorized_xforward_hosts $lmtp_tls_loglevel_maps $postscreen_tls_loglevel_maps $smtp_tls_loglevel_maps $smtpd_tls_loglevel_maps",
            meaning: "type:table and other words; only proxy: entries count", since: "2.0",
            programs: "proxymap", summary: "Tables that proxymap(8) may open for reading")
    }

    public static var proxyWriteMaps: Self {
        Self(
            "proxy_write_maps",
            default:
                "$smtp_sasl_auth_cache_name $lmtp_sasl_auth_cache_name $address_verify_map $postscreen_cache_map",
            meaning: "type:table and other words; only proxy: entries count", since: "2.5",
            programs: "proxymap", summary: "Tables that proxymap(8) may open for writing")
    }
}
