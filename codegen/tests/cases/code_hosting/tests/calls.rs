//! All calls of the service in the bytes that both clients send, and what they make of its answers.

mod forge;

use case_code_hosting::applications::{self, CheckTokenAnswer};
use case_code_hosting::contents;
use case_code_hosting::issues::{self, Reaction, State};
use case_code_hosting::repositories::{
    self, CreateAnswer, Fault, IsStarredAnswer, ListSort, Permission, RepositoryChangeParams,
};
use case_code_hosting::{BlockingClient, Client, Error};
use forge::{Service, answer};

const REPOSITORY: &str = r#"{"id":7,"full_name":"ada/looms","owner":{"login":"ada","id":1,"type":"User"},"private":false,"description":null,"stars":3,"pushed_at":null}"#;
const ISSUE: &str = r#"{"number":7,"title":"It rattles","body":null,"state":"open","labels":[],"milestone":null}"#;

/// What a call gives, and the requests for it, which are the same from both clients.
macro_rules! call {
    ($client:ident => $request:expr, $($answer:expr),+) => {{
        let answers = [$($answer),+];
        let service = Service::answering(&answers);
        let builder = Client::builder().token("tok_1").login("app", "secret");
        let builder = builder.base_url(service.url()).server_url("uploads", service.url());
        let $client = &builder.build().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let output = runtime.block_on(async { $request.await });
        let sent = service.finish();

        let service = Service::answering(&answers);
        let builder = BlockingClient::builder().token("tok_1").login("app", "secret");
        let builder = builder.base_url(service.url()).server_url("uploads", service.url());
        let $client = &builder.build().unwrap();
        let blocked = $request.send();
        assert_eq!(service.finish(), sent);
        assert_eq!(format!("{blocked:?}"), format!("{output:?}"));
        (output, sent.join("\n\n"))
    }};
}

#[test]
fn a_repository_is_read() {
    let (repository, sent) = call!(client => repositories::get(client, "ada", "looms"), answer("200 OK", "", REPOSITORY));
    assert_eq!(repository.unwrap().full_name, "ada/looms");
    assert_eq!(
        sent,
        "GET /repos/ada/looms HTTP/1.1\naccept: application/json\nauthorization: Bearer tok_1\nx-forge-version: 2024-05-01\n\n"
    );
    let (_, sent) = call!(
        client => repositories::get(client, "a/d a", "..?#").forge_version("2023-01-01").x_trace("t 1").token("tok_2"),
        answer("200 OK", "", REPOSITORY)
    );
    assert_eq!(
        sent,
        "GET /repos/a%2Fd%20a/..%3F%23 HTTP/1.1\naccept: application/json\nauthorization: Bearer tok_2\nx-forge-version: 2023-01-01\nx-trace: t 1\n\n"
    );
}

#[test]
fn what_cannot_be_sent_is_refused() {
    let client = &Client::builder().base_url("http://127.0.0.1:1").build().unwrap();
    for (owner, repo, name) in [("", "looms", "owner"), ("ada", "", "repo"), ("ada", "..", "repo")] {
        let error = repositories::get(client, owner, repo).into_http().unwrap_err();
        assert_eq!(error.parameter(), Some(name), "{error}");
    }
    let error = repositories::delete(client, "ada", "looms").into_http().unwrap_err();
    assert!(error.to_string().contains("credentials are missing: give `token`"), "{error}");
    let request = repositories::get(client, "ada", "looms").into_http().unwrap();
    assert!(!request.headers().contains_key("authorization"), "whoever asks may read");
}

#[test]
fn a_refusal_says_what_is_wrong() {
    let body = r#"{"message":"Validation failed","documentation_url":"https://docs.forge.example/x","errors":[{"resource":"Repository","field":"name","code":"already_exists"},{"resource":"Repository","code":"odd"}]}"#;
    let (created, sent) = call!(
        client => repositories::create(client, "ada", "looms").description("Looms").private(true),
        answer("422 Unprocessable Entity", "X-Forge-Request: r1\r\n", body)
    );
    let Err(Error::Api(refused)) = created else { panic!("{created:?}") };
    assert_eq!(refused.to_string(), "422 without an error code: Validation failed (r1)");
    assert_eq!(refused.documentation_url(), Some("https://docs.forge.example/x"));
    let told = format!("{:?}", refused.body().unwrap());
    for part in ["Validation failed", "AlreadyExists", "Unknown"] {
        assert!(told.contains(part), "{told}");
    }
    assert_eq!(Fault::AlreadyExists.as_str(), "already_exists");
    assert_eq!(
        sent,
        "POST /repos/ada HTTP/1.1\naccept: application/json\nauthorization: Bearer tok_1\ncontent-length: 53\ncontent-type: application/json\nx-forge-version: 2024-05-01\n\n{\"name\":\"looms\",\"description\":\"Looms\",\"private\":true}"
    );
    let (created, _) = call!(
        client => repositories::create(client, "ada", "looms"),
        answer("409 Conflict", "", r#"{"code":"name_taken","message":"There is one"}"#)
    );
    let Err(Error::Api(refused)) = created else { panic!("{created:?}") };
    assert_eq!(refused.kind, repositories::CreateError::NameTaken);
}

#[test]
fn an_answer_depends_on_its_status() {
    let made = || answer("201 Created", "Location: /repos/ada/looms\r\n", REPOSITORY);
    let (created, _) = call!(client => repositories::create(client, "ada", "looms"), made());
    let Ok(CreateAnswer::Made { body, location, .. }) = created else { panic!("{created:?}") };
    assert_eq!((body.id, location.as_str()), (7, "/repos/ada/looms"));
    let (created, _) = call!(client => repositories::create(client, "ada", "looms"), answer("202 Accepted", "", ""));
    assert_eq!(created.unwrap(), CreateAnswer::Scheduled);

    let none = r#"{"message":"Not Found"}"#;
    let (starred, sent) = call!(client => repositories::is_starred(client, "ada", "looms"), answer("404 Not Found", "", none));
    assert_eq!(starred.unwrap(), IsStarredAnswer::NotStarred);
    assert!(sent.starts_with("GET /user/starred/ada/looms HTTP/1.1\n"));
    let (starred, _) = call!(client => repositories::is_starred(client, "ada", "looms"), answer("204 No Content", "", ""));
    assert_eq!(starred.unwrap(), IsStarredAnswer::Starred);

    let elsewhere = answer("302 Found", "Location: https://files.forge.example/looms.zip\r\n", "");
    let (archive, sent) = call!(client => contents::archive(client, "ada", "looms", "v1"), elsewhere);
    assert!(format!("{:?}", archive.unwrap()).contains("https://files.forge.example/looms.zip"));
    assert!(sent.starts_with("GET /repos/ada/looms/zipball/v1 HTTP/1.1\n"), "{sent}");
}

#[test]
fn a_change_says_what_changes() {
    let change = RepositoryChangeParams::new().name("mills").unset_description();
    let (_, sent) = call!(
        client => repositories::update(client, "ada", "looms", change.clone()),
        answer("200 OK", "", REPOSITORY)
    );
    assert_eq!(
        sent,
        "PATCH /repos/ada/looms HTTP/1.1\naccept: application/json\nauthorization: Bearer tok_1\ncontent-length: 35\ncontent-type: application/json\nx-forge-version: 2024-05-01\n\n{\"name\":\"mills\",\"description\":null}"
    );
    let (_, sent) = call!(client => repositories::delete(client, "ada", "looms"), answer("204 No Content", "", ""));
    assert!(sent.starts_with("DELETE /repos/ada/looms HTTP/1.1\naccept: "), "{sent}");
}

#[test]
fn a_put_needs_no_body() {
    let done = || answer("204 No Content", "", "");
    let (_, sent) = call!(client => repositories::star(client, "ada", "looms"), done());
    assert_eq!(
        sent,
        "PUT /user/starred/ada/looms HTTP/1.1\naccept: application/json\nauthorization: Bearer tok_1\ncontent-length: 0\nx-forge-version: 2024-05-01\n\n"
    );
    let (_, sent) = call!(client => repositories::add_collaborator(client, "ada", "looms", "bob").permission(Permission::Pull), done());
    assert!(sent.ends_with("\n\n{\"permission\":\"pull\"}"), "{sent}");
    let (_, sent) = call!(client => issues::lock(client, "ada", "looms", 7), done());
    assert!(sent.contains("\nx-forge-feature: issues\n") && sent.ends_with("\n\n{}"), "{sent}");
    let (_, sent) = call!(client => repositories::replace_topics(client, "ada", "looms", ["c", "d"]), done());
    assert!(sent.ends_with("\n\n{\"names\":[\"c\",\"d\"]}"), "{sent}");
}

#[test]
fn a_put_is_repeated_and_a_post_is_not() {
    let (starred, sent) = call!(
        client => repositories::star(client, "ada", "looms").retry(case_code_hosting::RetryPolicy::times(1)),
        answer("503 Service Unavailable", "Retry-After: 0\r\n", ""),
        answer("204 No Content", "", "")
    );
    starred.unwrap();
    assert_eq!(sent.matches("PUT /user/starred/ada/looms").count(), 2);
    let (created, sent) = call!(
        client => issues::create(client, "ada", "looms", "It rattles").labels(["bug"]).milestone(3),
        answer("503 Service Unavailable", "Retry-After: 0\r\n", "")
    );
    assert_eq!(created.unwrap_err().attempts(), 1);
    assert!(sent.ends_with(r#"{"title":"It rattles","labels":["bug"],"milestone":3}"#), "{sent}");
}

#[test]
fn a_list_is_filtered_and_goes_on_by_links() {
    let (listed, sent) = call!(
        client => issues::list(client, "ada", "looms").labels(["bug", "help, wanted"]).state(State::Closed),
        answer("200 OK", "", &format!("[{ISSUE}]"))
    );
    assert_eq!(listed.unwrap()[0].state, State::Open);
    let target = "GET /repos/ada/looms/issues?labels=bug,help%2C%20wanted&state=closed HTTP/1.1\n";
    assert!(sent.starts_with(target), "{sent}");

    let service = Service::answering(&[
        answer("200 OK", "Link: <HERE/users/ada/repos?sort=pushed&page=2>; rel=\"next\", <HERE/x>; rel=\"last\"\r\n", &format!("[{REPOSITORY}]")),
        answer("200 OK", "Link: <HERE/x>; rel=\"first\"\r\n", &format!("[{REPOSITORY}]")),
    ]);
    let client = BlockingClient::builder().token("tok_1").base_url(service.url()).build().unwrap();
    let items = repositories::list(&client, "ada").sort(ListSort::Pushed).items();
    assert_eq!(items.map(|item| item.unwrap().id).collect::<Vec<_>>(), [7, 7]);
    let sent = service.finish();
    assert!(sent[0].starts_with("GET /users/ada/repos?sort=pushed HTTP/1.1\n"), "{}", sent[0]);
    assert!(sent[1].starts_with("GET /users/ada/repos?sort=pushed&page=2 HTTP/1.1\n"), "{}", sent[1]);
    assert!(sent[1].contains("authorization: Bearer tok_1\n"));
}

#[test]
fn code_is_bytes_and_pages_are_text() {
    let (raw, sent) = call!(
        client => contents::raw(client, "ada", "looms", "src/a b.rs").reference("v1"),
        answer("200 OK", "Content-Type: text/html\r\n", "<\u{e9}>\n")
    );
    assert_eq!(raw.unwrap(), "<\u{e9}>\n".as_bytes());
    assert_eq!(
        sent,
        "GET /repos/ada/looms/contents/src%2Fa%20b.rs?ref=v1 HTTP/1.1\naccept: application/vnd.forge.raw\nauthorization: Bearer tok_1\nx-forge-version: 2024-05-01\n\n"
    );
    let (page, sent) = call!(client => contents::readme(client, "ada", "looms"), answer("200 OK", "", "<h1>Looms</h1>"));
    assert_eq!(page.unwrap(), "<h1>Looms</h1>");
    assert!(sent.contains("\naccept: text/html\n"), "{sent}");
    let (page, sent) = call!(client => contents::render(client, "# Looms"), answer("200 OK", "", "<h1>Looms</h1>"));
    assert_eq!(page.unwrap(), "<h1>Looms</h1>");
    assert_eq!(
        sent,
        "POST /markdown/raw HTTP/1.1\naccept: text/html\ncontent-length: 7\ncontent-type: text/x-markdown\nx-forge-version: 2024-05-01\n\n# Looms"
    );
    let (commits, sent) = call!(client => contents::compare(client, "ada", "looms", "v1", "a/b"), answer("200 OK", "", "[]"));
    assert!(commits.unwrap().is_empty());
    assert!(sent.starts_with("GET /repos/ada/looms/compare/v1...a%2Fb HTTP/1.1\n"), "{sent}");
}

#[test]
fn a_file_is_uploaded_to_another_server() {
    let (asset, sent) = call!(
        client => contents::upload(client, "ada", "looms", 5, "a.zip", vec![80, 75, 3, 4]).label("A & B"),
        answer("201 Created", "", r#"{"id":1,"name":"a.zip","size":4}"#)
    );
    assert_eq!(asset.unwrap().size, 4);
    assert_eq!(
        sent,
        "POST /repos/ada/looms/releases/5/assets?name=a.zip&label=A%20%26%20B HTTP/1.1\naccept: application/json\nauthorization: Bearer tok_1\ncontent-length: 4\ncontent-type: application/octet-stream\nx-forge-version: 2024-05-01\n\nPK\u{3}\u{4}"
    );
}

#[test]
fn an_application_proves_itself_by_its_secret() {
    let (checked, sent) = call!(
        client => applications::check_token(client, "app", "tok_1"),
        answer("200 OK", "", r#"{"id":1,"scopes":["repo"],"note":null}"#)
    );
    assert!(matches!(&checked, Ok(CheckTokenAnswer::Valid(grant)) if grant.scopes == ["repo"]), "{checked:?}");
    assert_eq!(
        sent,
        "POST /applications/app/token HTTP/1.1\naccept: application/json\nauthorization: Basic YXBwOnNlY3JldA==\ncontent-length: 24\ncontent-type: application/json\nx-forge-version: 2024-05-01\n\n{\"access_token\":\"tok_1\"}"
    );
    let (checked, _) = call!(client => applications::check_token(client, "app", "tok_1"), answer("404 Not Found", "", "{}"));
    assert_eq!(checked.unwrap(), CheckTokenAnswer::Unknown);
}

#[test]
fn a_sign_is_what_the_service_calls_it() {
    let (_, sent) = call!(client => issues::react(client, "ada", "looms", 7, Reaction::Plus1), answer("201 Created", "", "{}"));
    assert!(sent.ends_with("\n\n{\"content\":\"+1\"}"), "{sent}");
}
