//! A report made by hand: every verdict and effect, accepted rows, a changed generator, stale acceptances.

use clientsmith::diag::Rule;
use clientsmith::diff::{
    Bump, Effect, FORMAT_VERSION, LineChange, Migration, Place, Report, Revision, Row, Source, StaleAcceptance,
    Verdict, Wire,
};

/// The rules of the rows in [`report`].
pub(crate) const RULES: &[Rule] = &[
    rule("endpoint-added", "A new endpoint is a new function, which no caller has to use."),
    rule("field-renamed", "A field with another name is another field to every caller."),
    rule("bound-tightened", "A lower limit refuses what callers were allowed to send."),
    rule("value-added", "A new value of an open enum is met as `Unknown` by programs that were built before."),
    rule("value-removed", "A value that is gone takes its variant with it."),
    rule("words-changed", "Only readers notice other words."),
];

const fn rule(name: &'static str, explanation: &'static str) -> Rule {
    Rule { name, explanation }
}

/// A change of `books` in which everything that a report can say is said once.
pub(crate) fn report() -> Report {
    let rows = [breaking(), changes(), accepted(), wording()].concat();
    with_rows(rows)
}

/// A report of the changes given.
pub(crate) fn with_rows(rows: Vec<Row>) -> Report {
    let least = Verdict { source: Source::Patch, wire: Wire::Ok };
    Report {
        format_version: FORMAT_VERSION,
        old: revision("main (3f2a91c)", "2025-08-27.preview", "0.1.0"),
        new: revision("working tree", "2026-03-25.preview", "0.1.0"),
        verdict: rows.iter().fold(least, |worst, row| worst.join(row.verdict)),
        bump: Bump { old: text("0.1.0"), needed: text("0.2.0"), written: text("0.1.0"), is_enough: false },
        rows,
        generator: vec![
            line("pub fn ApiError::raw(&self) -> &Raw", "pub fn ApiError::raw(&self) -> &RawResponse"),
            LineChange { before: None, after: Some(text("pub mod prelude")) },
        ],
        stale: vec![StaleAcceptance {
            rule: text("field-removed"),
            item: text("billing_intents/BillingIntent.cadence"),
            place: place("spec/accepted.yaml", 7, 3),
        }],
    }
}

/// A report on nothing.
pub(crate) fn empty() -> Report {
    let bump = Bump { old: text("0.1.0"), needed: text("0.1.0"), written: text("0.1.0"), is_enough: true };
    Report { bump, generator: vec![], stale: vec![], ..with_rows(vec![]) }
}

/// A row that adds a value; everything else starts from it.
pub(crate) fn row(item: &str, sentence: &str) -> Row {
    Row {
        rule: "value-added",
        effect: Effect::Added,
        resource: item.split_once('/').map(|(resource, _)| text(resource)),
        item: text(item),
        sentence: text(sentence),
        before: None,
        after: None,
        verdict: Verdict { source: Source::Minor, wire: Wire::Ok },
        source_reason: None,
        wire_reason: None,
        place: place("spec/billing_intents.yaml", 41, 7),
        used_by: vec![],
        lines: vec![],
        migration: None,
        advice: None,
        accepted: None,
    }
}

fn breaking() -> Vec<Row> {
    let removed = Row {
        rule: "value-removed",
        effect: Effect::Removed,
        verdict: Verdict { source: Source::Major, wire: Wire::Ok },
        source_reason: Some(text(
            "`BillingIntentStatus::Draft` no longer exists, so code that names it does not compile.",
        )),
        place: Place { is_old: true, ..place("spec/billing_intents.yaml", 312, 7) },
        used_by: users(&[
            "cancel",
            "commit",
            "create",
            "list",
            "release_reservation",
            "reserve",
            "retrieve",
            "a",
            "b",
            "c",
        ]),
        lines: vec![LineChange {
            before: Some(text("pub billing_intents::BillingIntentStatus::Draft // \"draft\"")),
            after: None,
        }],
        migration: Some(Migration {
            before: text(
                "match intent.status {\n    BillingIntentStatus::Draft => show_draft(&intent),\n    status => show(status),\n}",
            ),
            after: Some(text("match intent.status {\n    status => show(status),\n}")),
        }),
        advice: Some(text("Keep the value with `deprecated:` until nobody meets it: minor")),
        ..row("billing_intents/BillingIntentStatus.draft", "The value `draft` of `BillingIntentStatus` is gone")
    };
    let required = Row {
        rule: "parameter-made-required",
        effect: Effect::Changed,
        before: Some(text("optional")),
        after: Some(text("required")),
        verdict: Verdict { source: Source::Major, wire: Wire::Breaks },
        source_reason: Some(text("`Commit::new` takes one argument more.")),
        wire_reason: Some(text("Programs built before do not send it, and the service refuses their calls.")),
        place: place("spec/billing_intents.yaml", 1204, 9),
        used_by: users(&["commit"]),
        lines: vec![line(
            "pub fn billing_intents::Commit::payment_intent(self, PaymentIntentId) -> Self // \"payment_intent\" in the body, optional",
            "pub arg billing_intents::Commit::payment_intent: PaymentIntentId // \"payment_intent\" in the body, required",
        )],
        migration: Some(Migration {
            before: text("client\n    .send(billing_intents::Commit::new(id))\n    .await?;"),
            after: Some(text("client\n    .send(billing_intents::Commit::new(id, payment_intent))\n    .await?;")),
        }),
        ..row("billing_intents/commit.payment_intent", "`payment_intent` of `commit` is required now")
    };
    let server = Row {
        rule: "server-removed",
        effect: Effect::Removed,
        resource: None,
        verdict: Verdict { source: Source::Major, wire: Wire::Breaks },
        wire_reason: Some(text("Calls to `https://files.example.com` find nobody.")),
        place: Place { is_old: true, ..place("spec/api.yaml", 12, 3) },
        migration: Some(Migration { before: text("let server = Server::Files;"), after: None }),
        ..row("servers.files", "The server `files` is gone")
    };
    vec![removed, required, server]
}

fn changes() -> Vec<Row> {
    let degraded = Row {
        wire_reason: Some(text("Programs built before read it as `Unknown(\"paused\")`.")),
        verdict: Verdict { source: Source::Minor, wire: Wire::Degraded },
        used_by: users(&["retrieve", "list"]),
        lines: vec![added("pub billing_intents::BillingIntentStatus::Paused // \"paused\"")],
        ..row("billing_intents/BillingIntentStatus.paused", "`BillingIntentStatus` can now be `paused`")
    };
    let code = Row {
        rule: "error-code-added",
        place: place("spec/billing_intents.yaml", 1221, 7),
        used_by: users(&["commit"]),
        lines: vec![added(
            "pub billing_intents::CommitError::PaymentRecordNotFound // 404 \"payment_record_not_found\"",
        )],
        ..row(
            "billing_intents/commit.errors.payment_record_not_found",
            "`Commit` can now fail with `payment_record_not_found` (404)",
        )
    };
    let endpoint = Row {
        rule: "endpoint-added",
        place: place("spec/alerts.yaml", 88, 3),
        lines: vec![
            added(
                "pub fn alerts::pause(client: &C, id: AlertId) -> Request<C, Pause> => Alert or PauseError // POST /v1/billing/alerts/{id}/pause",
            ),
            added("pub struct alerts::Pause"),
            added("pub arg alerts::Pause::id: AlertId // \"id\" in the path, required"),
        ],
        ..row("alerts/pause", "Alerts can be paused with `pause`")
    };
    let deprecated = Row {
        rule: "deprecated",
        effect: Effect::Deprecated,
        place: place("spec/alerts.yaml", 23, 7),
        source_reason: Some(text("Callers see a warning.")),
        ..row("alerts/Alert.title", "`Alert.title` is deprecated: use `Alert.name`")
    };
    let renamed = Row {
        rule: "type-renamed",
        effect: Effect::Renamed,
        before: Some(text("AlertFilter")),
        after: Some(text("AlertCondition")),
        place: place("spec/alerts.yaml", 51, 3),
        advice: Some(text("The old name stays as an alias. Callers can move when they like")),
        ..row("alerts/AlertCondition", "`AlertFilter` is now called `AlertCondition`")
    };
    let odd = Row {
        rule: "default-changed",
        effect: Effect::Changed,
        verdict: Verdict { source: Source::Patch, wire: Wire::Ok },
        place: place("spec/odd name, 100%.yaml", 1, 1),
        ..row(
            "alerts/list.limit",
            "The default of `limit|page` is <b>20</b>, not 10 | see #12, @octocat & www.example.com:\n::error::no -->",
        )
    };
    vec![degraded, code, endpoint, deprecated, renamed, odd]
}

fn accepted() -> Vec<Row> {
    let limit = Row {
        rule: "bound-tightened",
        effect: Effect::Changed,
        before: Some(text("256")),
        after: Some(text("128")),
        verdict: Verdict { source: Source::Patch, wire: Wire::Breaks },
        wire_reason: Some(text("The service refuses titles of more than 128 characters.")),
        place: place("spec/alerts.yaml", 97, 9),
        accepted: Some(text("No title in production is longer than 90 characters; see the count of 2026-03-02")),
        ..row("alerts/create.title", "`title` of `create` takes 128 characters at most, not 256")
    };
    let field = Row {
        rule: "field-renamed",
        effect: Effect::Renamed,
        before: Some(text("gte")),
        after: Some(text("threshold")),
        verdict: Verdict { source: Source::Major, wire: Wire::Ok },
        source_reason: Some(text("A field has no alias in Rust.")),
        migration: Some(Migration { before: text("alert.gte"), after: Some(text("alert.threshold")) }),
        accepted: Some(text("Nobody uses the preview yet")),
        ..row("alerts/AlertUsageThreshold.threshold", "`AlertUsageThreshold.gte` is now called `threshold`")
    };
    vec![limit, field]
}

fn wording() -> Vec<Row> {
    let documented = |item: &str, sentence: &str| Row {
        rule: "words-changed",
        effect: Effect::Documented,
        verdict: Verdict { source: Source::Patch, wire: Wire::Ok },
        ..row(item, sentence)
    };
    vec![
        documented("alerts/Alert", "The documentation of `Alert` says more"),
        documented("meters/Meter.status", "The documentation of `Meter.status` is worded anew"),
        documented("meters/list", "The documentation of `list` names its order"),
        documented("billing_intents/BillingIntent", "The documentation of `BillingIntent` says “draft” — no more"),
    ]
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn revision(label: &str, api: &str, package: &str) -> Revision {
    Revision { label: text(label), api_version: text(api), package_version: text(package) }
}

fn place(path: &str, line: usize, column: usize) -> Place {
    Place { is_old: false, path: text(path), line, column }
}

fn line(before: &str, after: &str) -> LineChange {
    LineChange { before: Some(text(before)), after: Some(text(after)) }
}

fn added(after: &str) -> LineChange {
    LineChange { before: None, after: Some(text(after)) }
}

fn users(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| format!("billing_intents.{name}")).collect()
}
