//! Headers of HTTP whose meaning is fixed, so that no description can give them another.

/// Why nobody but the client sets a header of requests.
struct Reason {
    why: &'static str,
    headers: &'static [&'static str],
}

/// Headers of requests that the client or HTTP itself controls. All others are the callers' to set: conditions such as
/// `If-Match` are refusals that they ask for.
const REQUESTS: &[Reason] = &[
    Reason { why: "the client signs requests with it", headers: &["Authorization", "Proxy-Authorization"] },
    Reason { why: "it follows from the URL", headers: &["Host"] },
    Reason { why: "the client says there what it is", headers: &["User-Agent"] },
    Reason {
        why: "the client asks for what it can read",
        headers: &["Accept", "Accept-Charset", "Accept-Encoding", "If-Range", "Range"],
    },
    Reason {
        why: "the client says there what the body is",
        headers: &["Content-Encoding", "Content-Length", "Content-Range", "Content-Type"],
    },
    Reason {
        why: "it speaks of the connection, which is the client's",
        headers: &[
            "Connection",
            "HTTP2-Settings",
            "Keep-Alive",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
        ],
    },
    Reason { why: "the client sends the body without being asked for it", headers: &["Expect"] },
    Reason { why: "the client writes there the cookies that callers give", headers: &["Cookie"] },
    Reason { why: "only answers have it", headers: &["Proxy-Authenticate", "Set-Cookie", "WWW-Authenticate"] },
];

/// Headers that answers do not have, or in which nothing but this is said.
const ANSWERS: &[Reason] = &[
    Reason {
        why: "only requests have it",
        headers: &[
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Authorization",
            "Cookie",
            "Expect",
            "Host",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Proxy-Authorization",
            "Range",
            "TE",
            "User-Agent",
        ],
    },
    Reason { why: "it says what the body is", headers: &["Content-Encoding", "Content-Length", "Content-Type"] },
    Reason {
        why: "it speaks of the connection",
        headers: &["Connection", "Keep-Alive", "Trailer", "Transfer-Encoding", "Upgrade"],
    },
    Reason { why: "it says when to repeat a request, which the client reads anyway", headers: &["Retry-After"] },
];

/// Why a description cannot set a header of requests, if it cannot.
pub(super) fn in_requests(name: &str) -> Option<&'static str> {
    reason(REQUESTS, name)
}

/// Why a header of answers cannot say what a description wants it to, if it cannot.
pub(super) fn in_answers(name: &str) -> Option<&'static str> {
    reason(ANSWERS, name)
}

fn reason(reasons: &[Reason], name: &str) -> Option<&'static str> {
    let holds = |reason: &&Reason| reason.headers.iter().any(|header| header.eq_ignore_ascii_case(name));
    reasons.iter().find(holds).map(|reason| reason.why)
}
